import type { PartnerFacts } from '@standing/domain';
import type { Entries } from './entries.ts';
import type { Person } from './people.ts';
import { type Row, submittedOn, windowOf } from './rows.ts';

type Waiver = NonNullable<PartnerFacts['waivers']>[number];
type Given = NonNullable<PartnerFacts['allocations']>[number];

/** Something that happens to a partner's standing on a day; ids are those of the edition and of the record. */
export type PartnerChange = { readonly on: string } & (
  | { readonly kind: 'window' | 'approved' | 'submitted' | 'closed'; readonly name: string }
  | { readonly kind: 'anniversary'; readonly name: string; readonly isSubmitted: boolean }
  | { readonly kind: 'award-ends'; readonly person: string; readonly certification: string }
  | { readonly kind: 'joins' | 'leaves'; readonly individual: string }
  | ({ readonly kind: 'waived' | 'waiver-ends' } & Pick<Waiver, 'specialization' | 'jobRole'>)
  | ({ readonly kind: 'allocated' | 'taken-off' } & Pick<Given, 'individual' | 'specialization' | 'jobRole'>)
  | { readonly kind: 'edition'; readonly edition: string }
);

/**
 * What comes after a day, nearest first: dates of what is held, ends of awards that a place rests on, and what the record
 * and the editions say of later days.
 */
export function partnerChangesAfter(
  day: string,
  rows: readonly Row[],
  people: readonly Person[],
  facts: PartnerFacts,
  entries: Entries,
): readonly PartnerChange[] {
  const changes: PartnerChange[] = [];
  const add = (on: string | undefined | null, change: DistributiveOmit<PartnerChange, 'on'>): void => {
    if (on !== undefined && on !== null && on > day) changes.push({ on, ...change });
  };
  for (const row of rows) {
    add(windowOf(row, entries), { kind: 'window', name: row.name });
    add(row.standing.anniversary, {
      kind: 'anniversary',
      name: row.name,
      isSubmitted: submittedOn(row, facts, day) !== undefined,
    });
  }
  for (const { name, awards } of people)
    for (const { isNeeded, certification, validUntil } of awards)
      if (isNeeded) add(validUntil, { kind: 'award-ends', person: name, certification });
  for (const { individual, from, until } of facts.affiliations) {
    add(from, { kind: 'joins', individual });
    if (from <= day) add(until, { kind: 'leaves', individual });
  }
  const nameOf = (held: { specialization: string } | { channelLevel: string }): string =>
    'specialization' in held
      ? entries.specializationName(held.specialization)
      : entries.channelLevelName(held.channelLevel);
  for (const held of facts.holdings ?? []) add(held.approvedOn, { kind: 'approved', name: nameOf(held) });
  for (const renewal of facts.renewals ?? []) {
    add(renewal.submittedOn, { kind: 'submitted', name: nameOf(renewal) });
    if (renewal.submittedOn <= day) add(renewal.closedOn, { kind: 'closed', name: nameOf(renewal) });
  }
  for (const { specialization, jobRole, from, until } of facts.waivers ?? []) {
    add(from, { kind: 'waived', specialization, jobRole });
    if (from <= day) add(until, { kind: 'waiver-ends', specialization, jobRole });
  }
  for (const { individual, specialization, jobRole, from, until } of facts.allocations ?? []) {
    add(from, { kind: 'allocated', individual, specialization, jobRole });
    if ((from ?? '') <= day) add(until, { kind: 'taken-off', individual, specialization, jobRole });
  }
  for (const { edition, effectiveFrom } of entries.all) add(effectiveFrom, { kind: 'edition', edition });
  return changes.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
