import { isDay } from '../reading/calendar.ts';

/** In which order a date names its day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export type DateFault =
  | 'not-a-date'
  | 'two-digit-year'
  | 'ambiguous-date'
  | 'other-order'
  | 'no-such-day'
  | 'out-of-range';

export type ReadDate = { readonly ok: true; readonly day: string } | { readonly ok: false; readonly code: DateFault };

/** What the dates of a whole column say about their order. */
export type ColumnOrder = {
  /** The order that all of them can have; undefined where the column does not say. */
  readonly order: DateOrder | undefined;
  /** A date that can be read in this order only, as it is written. */
  readonly because: string | undefined;
  /** Somebody has to choose the order: there are dates that are another day in another order, or that contradict each other. */
  readonly isOpen: boolean;
  /** Up to three dates, as they are written, that show why. */
  readonly examples: readonly string[];
};

const YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;
const SHORT_YEAR = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2})$/;
const MONTHS = 12;
const DAYS = 31;
const MOST_EXAMPLES = 3;

/** Looks for dates that can be read in one order only. Where both orders occur, the column has none. */
export function orderOf(cells: Iterable<string>): ColumnOrder {
  const only: { dmy: string | undefined; mdy: string | undefined } = { dmy: undefined, mdy: undefined };
  const examples = new Set<string>();
  for (const cell of cells) {
    const parts = YEAR_LAST.exec(cell);
    if (parts === null) continue;
    const [first, second] = [Number(parts[1]), Number(parts[3])];
    // What is no date in any order says nothing about the order.
    if (Math.min(first, second) > MONTHS || Math.max(first, second) > DAYS) continue;
    if (first > MONTHS) only.dmy ??= cell;
    else if (second > MONTHS) only.mdy ??= cell;
    else if (first !== second && examples.size < MOST_EXAMPLES) examples.add(cell);
  }
  const { dmy, mdy } = only;
  const because = dmy ?? mdy;
  if (because === undefined) return { order: undefined, because, isOpen: examples.size > 0, examples: [...examples] };
  if (dmy !== undefined && mdy !== undefined) {
    return { order: undefined, because: undefined, isOpen: true, examples: [dmy, mdy] };
  }
  return { order: dmy === undefined ? 'mdy' : 'dmy', because, isOpen: false, examples: [because] };
}

/**
 * Reads a date: `2004-02-10` always, `10.02.2004` and `2/10/2004` in the order given. Without an order only those that
 * are the same day in both. A day outside the contract's 1900 to 2199 is refused.
 */
export function readDate(text: string, order: DateOrder | undefined): ReadDate {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return dayOf(first[1], first[3], first[4]);
  const last = YEAR_LAST.exec(text);
  if (last === null) return { ok: false, code: SHORT_YEAR.test(text) ? 'two-digit-year' : 'not-a-date' };
  const [, a, , b, year] = last;
  if (order === 'ymd') return { ok: false, code: 'other-order' };
  if (order === undefined && Number(a) !== Number(b)) return { ok: false, code: 'ambiguous-date' };
  return order === 'mdy' ? dayOf(year, a, b) : dayOf(year, b, a);
}

function dayOf(year = '', month = '', dayOfMonth = ''): ReadDate {
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  if (!isDay(day)) return { ok: false, code: 'no-such-day' };
  return day >= '1900-01-01' && day <= '2199-12-31' ? { ok: true, day } : { ok: false, code: 'out-of-range' };
}
