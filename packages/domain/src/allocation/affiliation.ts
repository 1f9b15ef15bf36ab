import { type Day, readDay } from '../calendar/day.ts';
import type { PartnerFacts } from '../record/schema.ts';

/** Whether something that may begin and may end holds on a day. */
export function inForce(
  thing: { readonly from?: string | undefined; readonly until?: string | undefined },
  day: Day,
): boolean {
  return (
    (thing.from === undefined || readDay(thing.from) <= day) &&
    (thing.until === undefined || day < readDay(thing.until))
  );
}

/**
 * The individuals that count for each partner on a day, by the partner's id. Where an individual counts for one partner
 * only, it is the one whose affiliation began last, then the one with the smaller id.
 */
export function affiliated(
  partners: readonly PartnerFacts[],
  day: Day,
  exclusive: boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const people = new Map<string, Set<string>>();
  const latest = new Map<string, { readonly from: Day; readonly partner: string }>();
  for (const partner of partners) {
    const own = new Set<string>();
    people.set(partner.id, own);
    for (const affiliation of partner.affiliations) {
      if (!inForce(affiliation, day)) continue;
      own.add(affiliation.individual);
      const from = readDay(affiliation.from);
      const other = latest.get(affiliation.individual);
      const wins = other === undefined || from > other.from || (from === other.from && partner.id < other.partner);
      if (wins) latest.set(affiliation.individual, { from, partner: partner.id });
    }
  }
  if (exclusive) {
    for (const [partner, own] of people) {
      for (const individual of own) if (latest.get(individual)?.partner !== partner) own.delete(individual);
    }
  }
  return people;
}
