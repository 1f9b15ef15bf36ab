/** What a column holds: a text of the table, a day, a whole number from 0, a yes; each may be absent. */
export type ColumnType = 'text' | 'day' | 'count' | 'flag';
export type Columns = { readonly [column: string]: ColumnType };

/** The lists of facts and their columns. A change of any is a new version of the packed form. */
export const INDIVIDUAL = {
  exams: { id: 'text', exam: 'text', takenOn: 'day', result: 'text' },
  agreements: { agreement: 'text', acceptedOn: 'day' },
  awards: { certification: 'text', validFrom: 'day', validUntil: 'day' },
} as const satisfies { readonly [list: string]: Columns };

const EITHER = { specialization: 'text', channelLevel: 'text' } as const;

export const PARTNER = {
  affiliations: { individual: 'text', from: 'day', until: 'day' },
  holdings: { ...EITHER, approvedOn: 'day' },
  renewals: { ...EITHER, submittedOn: 'day', closedOn: 'day' },
  allocations: {
    ...{ individual: 'text', specialization: 'text', jobRole: 'text' },
    ...{ from: 'day', until: 'day', pinned: 'flag' },
  },
  waivers: { specialization: 'text', jobRole: 'text', places: 'count', from: 'day', until: 'day' },
} as const satisfies { readonly [list: string]: Columns };

/** The first day of the calendar is 0. */
const FIRST = Date.UTC(1900, 0, 1);
const DAY = 86_400_000;

export function dayNumber(text: string): number {
  return Math.round((Date.parse(`${text}T00:00:00Z`) - FIRST) / DAY);
}

/** Days as texts, each written out once: for all records of a run together. */
export class DayTexts {
  readonly #known: string[] = [];

  of(number: number): string {
    const known = this.#known[number];
    if (known !== undefined) return known;
    const text = dayText(number);
    this.#known[number] = text;
    return text;
  }
}

export function dayText(number: number): string {
  return new Date(FIRST + number * DAY).toISOString().slice(0, 10);
}
