import type { AwardStanding } from '@standing/domain';
import type { Entries } from './entries.ts';
import { graceEndOf } from './steps.ts';

export type Groups = {
  /** Active or suspended, the nearest date on which that ends first; those without an end last. */
  readonly held: readonly AwardStanding[];
  readonly inProgress: readonly AwardStanding[];
  /** The one that ended last first. */
  readonly expired: readonly AwardStanding[];
};

/** Awards in the order in which somebody looks for them. */
export function inGroups(awards: readonly AwardStanding[], entries: Entries): Groups {
  const endOf = (award: AwardStanding): string =>
    (award.status === 'suspended' ? graceEndOf(award, entries) : undefined) ?? award.validUntil ?? '9999';
  const by = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    held: awards
      .filter(({ status }) => status === 'active' || status === 'suspended')
      .sort((a, b) => by(endOf(a), endOf(b))),
    inProgress: awards.filter(({ status }) => status === 'in-progress'),
    expired: awards.filter(({ status }) => status === 'expired').sort((a, b) => by(endOf(b), endOf(a))),
  };
}
