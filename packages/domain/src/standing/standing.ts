import type { Violation } from '../allocation/given.ts';
import type { Explanation } from '../explanation/explanation.ts';

export type Holding = 'none' | 'held' | 'in-renewal' | 'lapsed';
export type Readiness = 'met' | 'not-met';

/** Where a partner stands with one specialization, without why. */
export type SpecializationVerdict = {
  readonly specialization: string;
  /** Moves with approval, renewal and anniversary only. */
  readonly holding: Holding;
  readonly approvedOn: string | null;
  readonly anniversary: string | null;
  /** Would the requirements be met today, under the allocations that count? */
  readonly readiness: Readiness;
  /** Could it be met with nobody allocated elsewhere? */
  readonly possible: boolean;
  readonly jobRoles: readonly {
    readonly jobRole: string;
    readonly headcount: number;
    readonly waived: number;
    readonly filledBy: readonly string[];
    readonly short: number;
  }[];
  readonly presence: readonly {
    readonly id: string;
    readonly headcount: number;
    readonly heldBy: readonly string[];
    readonly short: number;
  }[];
};

export type SpecializationStanding = SpecializationVerdict & { readonly explanation: Explanation };

/** Where a partner stands with one channel level, without why. */
export type ChannelLevelVerdict = {
  readonly channelLevel: string;
  readonly holding: Holding;
  readonly approvedOn: string | null;
  readonly anniversary: string | null;
  readonly readiness: Readiness;
  readonly personnel: readonly {
    readonly id: string;
    readonly headcount: number;
    readonly countedBy: readonly string[];
    readonly short: number;
  }[];
  readonly specializations: {
    readonly counted: readonly string[];
    readonly points: number;
    readonly short: number;
    readonly pointsShort: number;
  } | null;
};

export type ChannelLevelStanding = ChannelLevelVerdict & { readonly explanation: Explanation };

/** Job roles that cannot all be filled: more places than all who could fill any of them can give. */
export type Bottleneck = {
  readonly specialization: string;
  readonly jobRoles: readonly { readonly specialization: string; readonly jobRole: string }[];
  /** Places to be filled. */
  readonly needed: number;
  /** How many of them those who could fill any can fill at most. */
  readonly available: number;
  readonly individuals: readonly string[];
};

export type Allocation = { readonly individual: string; readonly specialization: string; readonly jobRole: string };

type Partner<Specialization, Level> = {
  readonly id: string;
  readonly specializations: readonly Specialization[];
  readonly channelLevel: { readonly held: string | null; readonly ready: string | null };
  readonly channelLevels: readonly Level[];
  readonly allocations: readonly Allocation[];
  readonly violations: readonly Violation[];
  readonly best: {
    readonly proven: boolean;
    readonly value: readonly [number, number, number, number];
    readonly bound: readonly [number, number, number, number];
  } | null;
  readonly unrecognized: readonly (
    | { readonly specialization: string }
    | { readonly channelLevel: string }
    | { readonly individual: string }
  )[];
};

/** Where one partner stands, without why: neither explanations nor bottlenecks. Days are texts `YYYY-MM-DD`. */
export type PartnerVerdicts = Partner<SpecializationVerdict, ChannelLevelVerdict>;

/** The same with why (contract, section 3). */
export type PartnerStanding = Partner<SpecializationStanding, ChannelLevelStanding> & {
  readonly bottlenecks: readonly Bottleneck[];
};
