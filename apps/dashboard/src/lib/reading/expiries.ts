import { addMonths } from './calendar.ts';
import type { Person } from './people.ts';

export type Expiry = {
  readonly name: string;
  readonly certification: string;
  readonly on: string;
  /** Whether a place rests on the award. */
  readonly isNeeded: boolean;
};

/** The ends of active awards in one month; the month is named by its first day. */
export type Month = { readonly month: string; readonly expiries: readonly Expiry[] };

/** The active awards of somebody that end in a month, which is named by its first day. */
export function endsIn({ awards }: Person, month: string): Person['awards'] {
  return awards.filter(
    ({ status, validUntil }) => status === 'active' && validUntil?.slice(0, 7) === month.slice(0, 7),
  );
}

/** What ends in the month of a day and in those after it. */
export function expiriesByMonth(people: readonly Person[], day: string, months = 12): readonly Month[] {
  const all = people.flatMap(({ name, awards }) =>
    awards.flatMap(({ certification, status, validUntil, isNeeded }): readonly Expiry[] =>
      status === 'active' && validUntil !== null ? [{ name, certification, on: validUntil, isNeeded }] : [],
    ),
  );
  return Array.from({ length: months }, (_, index) => {
    const month = addMonths(`${day.slice(0, 7)}-01`, index);
    return {
      month,
      expiries: all
        .filter(({ on }) => on.slice(0, 7) === month.slice(0, 7))
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    };
  });
}
