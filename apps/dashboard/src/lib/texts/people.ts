import type { Month } from '../reading/expiries.ts';
import { capital, counted, listed, longDay, longMonth } from './dates.ts';

/** A sentence names no more. */
const MOST_NAMES = 40;

export const people = {
  title: 'People',
  name: 'Name',
  next: 'Next expiry',
  awards: 'Awards and their ends',
  fills: 'Fills',
  nothing: 'no job role',
  noAward: 'no award yet',
  none: 'nothing ends',
  expiries: 'Awards that end, month by month',
  month: 'Month',
  count: 'Awards',
  which: 'Which',
  asTable: 'The same as a table',
  months: 'Show only people with an award that ends in a month',
  everybody: 'Show everybody',
  more: (count: number): string => `Show ${count} more`,
  nobody: 'Nobody is with the partner on this day. A file of people says who is, and from when.',
  needed: 'a place rests on it',
  others: 'no place rests on it',
  elsewhere: (names: readonly string[]): string => {
    const rest = names.length - MOST_NAMES;
    const told = rest > 0 ? [...names.slice(0, MOST_NAMES), `${rest} more`] : names;
    return `Known, but not with the partner on this day: ${listed(told)}. What they have passed fills no place here.`;
  },
} as const;

/** What a month's button does. */
export function monthInWords({ month, expiries }: Month): string {
  return `${longMonth(month)}: ${counted(expiries.length, 'award ends', 'awards end')}`;
}

/** Who is listed. */
export function listedInWords(listed: number, all: number, month: string | undefined): string {
  return month === undefined
    ? ''
    : capital(
        `${counted(listed, 'individual', 'individuals')} of ${all}: those with an award that ends in ${longMonth(month)}.`,
      );
}

/** What the picture of ends shows, in a sentence or two. */
export function expiriesInWords(months: readonly Month[]): string {
  const all = months.flatMap(({ expiries }) => expiries);
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return '';
  const span = `From ${longMonth(first.month)} to ${longMonth(last.month)}`;
  const [next] = all;
  if (next === undefined) return `${span} no award ends.`;
  const needed = all.filter(({ isNeeded }) => isNeeded);
  const most = months.reduce((a, b) => (b.expiries.length > a.expiries.length ? b : a));
  const rest =
    needed.length === 0
      ? 'no place rests on any of them'
      : `a place rests on ${needed.length === all.length ? 'each of them' : counted(needed.length, 'of them', 'of them')}`;
  const isAlone = months.filter(({ expiries }) => expiries.length === most.expiries.length).length === 1;
  const busiest =
    isAlone && most.expiries.length > 1 ? ` Most end in ${longMonth(most.month)}: ${most.expiries.length}.` : '';
  return `${span} ${counted(all.length, 'award ends', 'awards end')}; ${rest}.${busiest}`;
}

export function expiryInWords(
  { name, certification, on, isNeeded }: Month['expiries'][number],
  certificationName: (id: string) => string,
): string {
  return `${longDay(on)}: ${name}, ${certificationName(certification)}${isNeeded ? ` (${people.needed})` : ''}`;
}
