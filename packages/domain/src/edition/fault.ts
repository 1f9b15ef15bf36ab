/**
 * One thing that is wrong with what was sent. `path` names the place (`partners[0].allocations[2].jobRole`, empty for
 * the whole), `code` what is wrong there; `expected` and `received` are ids, numbers or key names, never sentences:
 * those are made by the words of a language.
 */
export type Fault = {
  readonly path: string;
  readonly code: string;
  readonly expected?: string;
  readonly received?: string;
};

/** How many faults are named; a stranger must not make us collect millions. */
export const MAX_FAULTS = 100;

/** Either a value or everything that is wrong. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function refuse(...faults: readonly Fault[]): { readonly ok: false; readonly faults: readonly Fault[] } {
  return { ok: false, faults };
}

/** Appends a key or an index to a path. */
export function at(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,59}$/.test(key)) return `${path}[${JSON.stringify(shown(key))}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Long texts from outside are shown by their beginning only. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
