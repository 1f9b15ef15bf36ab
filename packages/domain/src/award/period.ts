import type { Day } from '../calendar/day.ts';
import { addPeriod, type Period } from '../calendar/period.ts';
import type { Pass } from './evidence.ts';

/** One term of an award while it is replayed; a period without an end has an infinite `until`. */
export type AwardPeriod = {
  /** Among the program's names. */
  readonly certification: number;
  readonly kind: 'initial' | 'recertified' | 'regained' | 'verified';
  /** The edition in force on the day on which it began; null before the first. */
  readonly edition: string | null;
  readonly from: Day;
  until: Day;
  /** It keeps the grace it began with. */
  readonly grace: Period | undefined;
  readonly passes: readonly Pass[];
  /** The first day whose passes and agreements count for this period. */
  readonly since: Day;
  readonly extensions: {
    readonly by: string;
    readonly exam: string;
    readonly on: Day;
    readonly from: Day;
    readonly until: Day;
  }[];
  /** The period of the same award before this one. */
  before: AwardPeriod | undefined;
};

/** All periods of an individual's awards by certification, each list by date. */
export type Awards = ReadonlyMap<string, readonly AwardPeriod[]>;

/** The first day on which a period, with its grace, is over and can no longer be recertified. */
export function overOn(period: AwardPeriod): Day {
  if (period.grace === undefined || period.until === Number.POSITIVE_INFINITY) return period.until;
  return addPeriod(period.until, period.grace);
}

/** A period and those of the same award before it, by date. */
export function periodsUpTo(latest: AwardPeriod | undefined): readonly AwardPeriod[] {
  const periods: AwardPeriod[] = [];
  for (let period = latest; period !== undefined; period = period.before) periods.push(period);
  return periods.reverse();
}
