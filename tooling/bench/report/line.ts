/** One line of the table: what was compared, what it should be and what it is. */
export type Line = {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  /** `open` where nothing can be said: not measured, or the yardstick itself wavered. */
  readonly verdict: 'met' | 'missed' | 'open' | 'shown';
  readonly note?: string;
};

/** A part of a row that only the long document shows: its name and a table with a head. */
export type Detail = {
  readonly title: string;
  readonly head: readonly string[];
  readonly body: readonly (readonly string[])[];
};

export type Result = { readonly lines: readonly Line[]; readonly details?: readonly Detail[] };

export function unmeasured(what: string, goal: string, why: string): Line {
  return { what, goal, measured: 'not measured', verdict: 'open', note: why };
}
