import type { Violation } from '../allocation/given.ts';
import type { Explanation } from '../explanation/explanation.ts';

export type Holding = 'none' | 'held' | 'in-renewal' | 'lapsed';
export type Readiness = 'met' | 'not-met';

/** Where a partner stands with one specialization. */
export type SpecializationStanding = {
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
  readonly explanation: Explanation;
};

/** Where a partner stands with one channel level. */
export type ChannelLevelStanding = {
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
  readonly explanation: Explanation;
};

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

/** Where one partner stands (contract, section 3). Days are texts `YYYY-MM-DD`. */
export type PartnerStanding = {
  readonly id: string;
  readonly specializations: readonly SpecializationStanding[];
  readonly channelLevel: { readonly held: string | null; readonly ready: string | null };
  readonly channelLevels: readonly ChannelLevelStanding[];
  readonly allocations: readonly Allocation[];
  readonly violations: readonly Violation[];
  readonly best: {
    readonly proven: boolean;
    readonly value: readonly [number, number, number, number];
    readonly bound: readonly [number, number, number, number];
  } | null;
  readonly bottlenecks: readonly Bottleneck[];
  readonly unrecognized: readonly (
    | { readonly specialization: string }
    | { readonly channelLevel: string }
    | { readonly individual: string }
  )[];
};
