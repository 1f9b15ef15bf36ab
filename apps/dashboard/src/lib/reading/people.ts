import type { Allocation, AwardStanding, Edition, Evaluation, PartnerFacts, PartnerStanding } from '@standing/domain';
import type { Support } from './seats.ts';

/** How many job roles somebody fills of those that one individual may fill; without a limit `most` is undefined. */
export type Use = { readonly used: number; readonly most: number | undefined };

export type Person = {
  readonly id: string;
  readonly name: string;
  /** Active or suspended, the nearest end first. */
  readonly awards: readonly (AwardStanding & { readonly isNeeded: boolean })[];
  /** The nearest end of an active award. */
  readonly next: AwardStanding | undefined;
  readonly fills: readonly Allocation[];
  readonly use: Use;
};

/** Who is with the partner on a day, and who is in the data without being so. */
export type People = { readonly here: readonly Person[]; readonly elsewhere: readonly string[] };

/** Those at a partner, the nearest end of an award first; `supports` are the awards that a place rests on. */
export function peopleOf(
  { individuals, asOf }: Evaluation,
  partner: PartnerStanding,
  facts: PartnerFacts,
  edition: Edition,
  supports: readonly Support[],
  name: (individual: string) => string,
): People {
  const here = new Set(
    facts.affiliations
      .filter(({ from, until }) => from <= asOf && (until === undefined || asOf < until))
      .map(({ individual }) => individual),
  );
  const needed = new Set(supports.map(keyOf));
  const people = individuals
    .filter(({ id }) => here.has(id))
    .map(({ id, awards }): Person => {
      const own = awards
        .filter(({ status }) => status === 'active' || status === 'suspended')
        .map((award) => ({
          ...award,
          isNeeded: needed.has(keyOf({ individual: id, certification: award.certification })),
        }))
        .sort((a, b) => compare(a.validUntil ?? '9999', b.validUntil ?? '9999'));
      return {
        id,
        name: name(id),
        awards: own,
        next: own.find(({ status, validUntil }) => status === 'active' && validUntil !== null),
        fills: partner.allocations.filter(({ individual }) => individual === id),
        use: useOf(id, partner, edition),
      };
    });
  return {
    here: people.sort(
      (a, b) => compare(a.next?.validUntil ?? '9999', b.next?.validUntil ?? '9999') || compare(a.name, b.name),
    ),
    elsewhere: individuals.filter(({ id }) => !here.has(id)).map(({ id }) => name(id)),
  };
}

/** What an individual fills of what the edition lets anybody fill. */
export function useOf(individual: string, partner: PartnerStanding, { allocation }: Edition): Use {
  const counted = partner.allocations.filter(
    (entry) => entry.individual === individual && !(allocation.exempt ?? []).includes(entry.specialization),
  );
  return { used: counted.length, most: allocation.maxJobRoles };
}

function keyOf(support: Support | { readonly individual: string; readonly certification: string }): string {
  return 'certification' in support ? `${support.individual} ${support.certification}` : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
