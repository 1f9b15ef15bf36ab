import type { Explanation } from '../explanation/explanation.ts';

/** Where an award stands on the day: suspended is past its end but still to be recertified. */
export type AwardStatus = 'active' | 'suspended' | 'expired' | 'in-progress';

/** An exam that prolonged a period: from the end it had to the end it got. */
export type ExtensionEntry = {
  readonly by: string;
  readonly exam: string;
  readonly on: string;
  readonly from: string;
  readonly until: string;
};

/** One term of an award. `edition` is the one in force when it began, null before the first. */
export type PeriodEntry = {
  readonly kind: 'initial' | 'recertified' | 'regained' | 'verified';
  readonly edition: string | null;
  readonly validFrom: string;
  /** The first day on which it is no longer valid; null when it has no end. */
  readonly validUntil: string | null;
  /** The passes it was earned with, by date; the last one is the day that its end is counted from. */
  readonly exams: readonly { readonly exam: string; readonly takenOn: string }[];
  readonly extensions: readonly ExtensionEntry[];
};

/** Where one individual stands with one certification, without why. Days are texts `YYYY-MM-DD`. */
export type AwardVerdict = {
  readonly certification: string;
  readonly status: AwardStatus;
  /** Of the latest period; null while in progress. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly periods: readonly PeriodEntry[];
  readonly certificate: { readonly eligibleOn: string; readonly arrivesBetween: readonly [string, string] } | null;
  readonly reminders: readonly { readonly kind: string; readonly on: string }[];
};

/** The same with why (contract, section 3). */
export type AwardStanding = AwardVerdict & {
  /** Toward the award, or toward recertifying it while active or suspended. */
  readonly progress: Explanation;
};

/** A fact that no edition knows; it decides nothing and is shown. */
export type UnrecognizedFact =
  | { readonly exam: string; readonly on: string }
  | { readonly agreement: string; readonly on: string }
  | { readonly certification: string; readonly on: string };

type Individual<Award> = {
  readonly id: string;
  readonly awards: readonly Award[];
  readonly unrecognized: readonly UnrecognizedFact[];
};

export type IndividualVerdicts = Individual<AwardVerdict>;

export type IndividualStanding = Individual<AwardStanding>;
