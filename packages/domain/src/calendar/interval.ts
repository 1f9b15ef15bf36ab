import type { Day } from './day.ts';

/** Days from `from` up to but not including `until`; an open side is an infinity. */
export type Interval = { readonly from: Day; readonly until: Day };

export const ALWAYS: Interval = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

export function contains(interval: Interval, day: Day): boolean {
  return interval.from <= day && day < interval.until;
}
