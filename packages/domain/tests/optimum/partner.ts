/**
 * A partner as an optimizer sees it: whole numbers instead of ids, nothing of the engine. What the second statement of
 * the best allocation is made from, in tests and in the benchmark.
 */

import type { Edition } from '../../src/index.ts';

export type OpenSpecialization = {
  readonly technology?: string;
  /** Not retired, or still held. */
  readonly takesPart: boolean;
  readonly held: boolean;
  /** Whether its presence is held by somebody. */
  readonly present: boolean;
  /** Whether its allocations count toward no limit. */
  readonly exempt: boolean;
};

export type OpenJobRole = {
  /** Position of its specialization. */
  readonly specialization: number;
  readonly kind: string;
  /** Places that people can fill: the headcount less those that are waived. */
  readonly open: number;
};

/** An individual with the job roles it could fill, those it fills and keeps, and those it fills today; positions. */
export type OpenIndividual = {
  readonly could: readonly number[];
  readonly pinned: readonly number[];
  readonly given: readonly number[];
};

export type OpenPartner = {
  readonly limits: Omit<Edition['allocation'], 'exempt' | 'cites' | 'basis'>;
  readonly specializations: readonly OpenSpecialization[];
  readonly jobRoles: readonly OpenJobRole[];
  readonly individuals: readonly OpenIndividual[];
};
