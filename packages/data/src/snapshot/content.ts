import type { Facts } from '@standing/domain';

/** Who may know it. */
export type SnapshotViewer = {
  /** Who vouches for the subject: the sign-in's issuer. */
  readonly issuer: string;
  readonly subject: string;
  /** The partner for which the viewer looks; absent: for nobody but itself. */
  readonly partner?: string | undefined;
};

/** What is released of a holding, a level or a job role: whether it is met on the day, and how many are missing. */
export type ReleasedStanding = {
  readonly partner: string;
  readonly specialization?: string | undefined;
  readonly channelLevel?: string | undefined;
  readonly jobRole?: string | undefined;
  readonly met: boolean;
  readonly missing: number;
};

/** What is released of an individual who confirmed the affiliation: a certification that is active on the day. */
export type ReleasedEligibility = {
  readonly partner: string;
  readonly individual: string;
  readonly certification: string;
};

/**
 * All that a snapshot holds. It is what the viewer may know, cut before it comes here: the file adds nothing of its own, no
 * instant and no number of a recording, for these would tell that something else was written down.
 */
export type SnapshotContent = {
  readonly viewer: SnapshotViewer;
  /** The day that the released verdicts are of, and up to which facts are in it: `YYYY-MM-DD`. */
  readonly asOf: string;
  /** For how many hours after the last contact a copy may be kept. */
  readonly leaseHours: number;
  /** The facts that were disclosed, as `evaluate` takes them. */
  readonly facts: Facts;
  /** What identifies individuals, unsealed, of those who granted it. */
  readonly profiles: readonly { readonly individual: string; readonly profile: string }[];
  readonly standings: readonly ReleasedStanding[];
  readonly eligibilities: readonly ReleasedEligibility[];
};
