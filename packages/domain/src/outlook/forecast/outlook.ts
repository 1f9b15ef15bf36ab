import type { Missing } from '../../explanation/explanation.ts';
import type { Allocation, Holding, Readiness } from '../../standing/standing.ts';

/** A specialization or a channel level, by the key that facts and answers name it with. */
export type Held = { readonly specialization: string } | { readonly channelLevel: string };

/** What happens on a day without anybody doing anything. */
export type Happening =
  /** `suspendedUntil`: in its grace period it can still be recertified, and counts for nothing. */
  | {
      readonly kind: 'award-ends';
      readonly individual: string;
      readonly certification: string;
      readonly suspendedUntil?: string;
    }
  | { readonly kind: 'award-begins'; readonly individual: string; readonly certification: string }
  | {
      readonly kind: 'exam-accepted' | 'exam-no-longer-accepted' | 'exam-too-old';
      readonly individual: string;
      readonly exam: string;
      readonly takenOn: string;
    }
  /** Where an individual counts for one partner only, an affiliation that ends elsewhere makes it count here. */
  | { readonly kind: 'affiliation-ends' | 'affiliation-counts'; readonly individual: string }
  | ({ readonly kind: 'allocation-ends' } & Allocation)
  | {
      readonly kind: 'waiver-ends';
      readonly specialization: string;
      readonly jobRole: string;
      readonly places: number;
    }
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'retired'; readonly specialization: string }
  | ({ readonly kind: 'window-opens' | 'anniversary' } & Held);

/** The first day on which something that is ready is no longer, what of that day made it so, and what is missing then. */
export type Break = {
  readonly on: string;
  readonly causes: readonly Happening[];
  readonly missing: readonly Missing[];
};

/** Who passes what, and accepts which agreements, for which certifications; `before` as in the repair, which has the nearest. */
export type Step = {
  readonly individual: string;
  readonly before: string | null;
  readonly exams: readonly string[];
  readonly agreements: readonly string[];
  readonly certifications: readonly string[];
};

/** What would keep it ready. `before`: the first day on which it no longer helps; null where no day is known. */
export type Repair = { readonly before: string | null } & (
  | {
      readonly kind: 'reallocate';
      readonly exams: 0;
      readonly allocate: readonly Allocation[];
      readonly release: readonly Allocation[];
    }
  | { readonly kind: 'renew'; readonly exams: 0; readonly specializations: readonly string[] }
  | {
      readonly kind: 'exams';
      readonly exams: number;
      readonly steps: readonly Step[];
      /** Beside what is given; empty under the best allocation, which puts them itself. */
      readonly allocate: readonly Allocation[];
      readonly release: readonly Allocation[];
      /** Specializations that a level needs beside them, and that have to be renewed at their own anniversaries. */
      readonly renew: readonly string[];
    }
  /** People who bring what is needed; how many exams that costs is not known. */
  | {
      readonly kind: 'refill';
      readonly exams: null;
      readonly places: readonly Missing[];
      readonly renew: readonly string[];
    }
);

type Outlook = {
  readonly holding: Holding;
  readonly readiness: Readiness;
  readonly breaks: Break | null;
  /** Of a holding whose anniversary lies ahead: when it can be renewed, and whether it would be on the last day of that. */
  readonly renewal: {
    readonly opensOn: string;
    readonly anniversary: string;
    readonly readiness: Readiness | null;
  } | null;
  /** Ready now, and not on the last day before the anniversary. */
  readonly atRisk: boolean;
  /** The cheapest three, fewest exams first. */
  readonly repairs: readonly Repair[];
};

export type SpecializationOutlook = { readonly specialization: string } & Outlook;

/** `ifRenewed`: the same where each specialization that can be renewed at its anniversary is renewed. */
export type ChannelLevelOutlook = { readonly channelLevel: string } & Outlook & {
    readonly ifRenewed: Break | null;
  };

/** A day on which something changes, and what it does. */
export type DayChange = {
  readonly on: string;
  readonly happenings: readonly Happening[];
  readonly holdings: readonly (Held & { readonly holding: Holding })[];
  readonly readiness: readonly (Held & { readonly readiness: Readiness })[];
};

/** What falls on the day of the question if an individual leaves. Who is not listed takes nothing along. */
export type Loss = {
  readonly individual: string;
  readonly specializations: readonly string[];
  readonly channelLevels: readonly string[];
  /** Specializations that fall as people are allocated, and are met once others take the places. */
  readonly reallocated: readonly string[];
  /** Whether it is certain that no other allocation keeps more. */
  readonly proven: boolean;
};

/** What lies ahead of one partner if nothing new happens. Days are texts `YYYY-MM-DD`; all but `asOf` are not yet facts. */
export type PartnerForecast = {
  readonly id: string;
  /** Which allocations count: the given ones, or on each day the best. */
  readonly allocate: 'given' | 'best';
  /** The first day that was not looked at: the question's, or where the steps for searches ended. */
  readonly until: string;
  /** Whether every best allocation on the way was proven best. */
  readonly proven: boolean;
  readonly specializations: readonly SpecializationOutlook[];
  readonly channelLevels: readonly ChannelLevelOutlook[];
  readonly changes: readonly DayChange[];
  readonly losses: readonly Loss[];
};

/** The answer to `POST /v1/forecasts`. */
export type Forecast = {
  readonly program: string;
  /** The edition in force on `asOf`. */
  readonly edition: string;
  readonly asOf: string;
  readonly until: string;
  readonly partners: readonly PartnerForecast[];
};
