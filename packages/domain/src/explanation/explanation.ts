import type { Basis } from '../edition/schema.ts';

/** What a node of an explanation is about. */
export type Rule =
  | 'all-of'
  | 'any-of'
  | 'at-least'
  | 'exam'
  | 'certification'
  | 'agreement'
  | 'specialization'
  | 'job-role'
  | 'presence'
  | 'waiver'
  | 'channel-level'
  | 'personnel'
  | 'specializations'
  | 'points';

export type Subject =
  | { readonly exam: string }
  | { readonly certification: string }
  | { readonly agreement: string }
  | { readonly specialization: string }
  | { readonly jobRole: string }
  | { readonly presence: string }
  | { readonly channelLevel: string }
  | { readonly personnel: string };

/** A fact that counts; days are `YYYY-MM-DD`. */
export type Evidence =
  | { readonly individual: string; readonly exam: string; readonly takenOn: string }
  | {
      readonly individual: string;
      readonly certification: string;
      readonly validFrom: string;
      readonly validUntil: string | null;
    }
  | { readonly individual: string; readonly agreement: string; readonly acceptedOn: string }
  | { readonly individual: string; readonly specialization: string; readonly jobRole: string };

/** What is still needed; `until` is the first day on which it would no longer help, past where it is already too late. */
export type Missing =
  | { readonly exam: string; readonly until?: string }
  | { readonly certification: string }
  | { readonly agreement: string }
  | { readonly places: number; readonly jobRole: string }
  | { readonly places: number; readonly presence: string }
  | { readonly places: number; readonly personnel: string }
  | { readonly specialization: string }
  | { readonly points: number };

/**
 * A verdict with its reasons, a tree. `by` is the evidence that counts at a leaf, `missing` the smallest that would make
 * the node met (empty when it is), `cites` and `basis` are those of the entry of the edition whose rule it is. No prose:
 * sentences are made from it by the words of a language.
 */
export type Explanation = {
  readonly met: boolean;
  readonly rule: Rule;
  readonly subject?: Subject;
  readonly needed?: number;
  readonly have?: number;
  readonly cites: readonly string[];
  readonly basis: Basis;
  readonly by: readonly Evidence[];
  readonly missing: readonly Missing[];
  readonly of: readonly Explanation[];
};
