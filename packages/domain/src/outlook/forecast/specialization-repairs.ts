import { inForce } from '../../allocation/affiliation.ts';
import { formatDay } from '../../calendar/day.ts';
import type { CompiledSpecialization } from '../../edition/places.ts';
import type { Missing } from '../../explanation/explanation.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import { arrange, keyOfAllocation, without } from './arrangement.ts';
import { allocationOf, beforehand, type Crew } from './day-standing.ts';
import type { Repair } from './outlook.ts';
import { cheapestOf, type Damage, examRepair, repairsByExams, type Short, type Trial } from './repairs.ts';
import { ifInTime } from './search.ts';

/**
 * The cheapest ways to keep a specialization ready, or to have it so, that take no other away: other people on its
 * places, exams, or people who join.
 */
export function repairsOfSpecialization(id: string, damage: Damage): readonly Repair[] {
  const { crew, standing, watched, before, search } = damage;
  const { partner, given } = watched;
  const entry = crew.edition.specializations.get(id);
  if (entry === undefined) return [];
  const wanted = new Set([...standing.met, id]);
  const day = before === undefined ? null : formatDay(before);

  const rearranged = (others: Crew) => arrange(wanted, standing.allocated, partner, others, standing.holdings, search);
  const keepsAll = (met: ReadonlySet<string>): boolean => [...wanted].every((one) => met.has(one));
  const isMet = (facts: PartnerFacts, others: Crew): boolean =>
    keepsAll(
      search(
        (spend) =>
          allocationOf(facts, others, beforehand(others, standing.holdings), given, {
            search: spend,
            work: (steps) => spend(steps),
          }).met,
      ),
    );
  /** Who moves where, if the given allocations with these moves meet it. */
  const movesOf = (others: Crew) => {
    const { allocated, met } = rearranged(others);
    if (!keepsAll(met)) return undefined;
    const facts = (partner.allocations ?? []).filter((allocation) => inForce(allocation, crew.day));
    const allocate = without(allocated, facts);
    const stays = without(allocated, []);
    const release = without(standing.allocated, stays);
    const gone = new Set(release.map(keyOfAllocation));
    const kept = (partner.allocations ?? []).filter((allocation) => !gone.has(keyOfAllocation(allocation)));
    const from = formatDay(crew.day);
    const allocations = [...kept, ...allocate.map((allocation) => ({ ...allocation, from }))];
    return isMet({ ...partner, allocations }, others) ? { allocate, release } : undefined;
  };

  const found: Repair[] = [];
  const moves = given ? ifInTime(() => movesOf(crew)) : undefined;
  if (moves !== undefined) found.push({ kind: 'reallocate', before: day, exams: 0, ...moves });

  const short = shortOf(entry, crew, rearranged(crew).allocated);
  const helps: Trial = (learnings, others) => {
    if (!given) return isMet(partner, others) ? examRepair(learnings, before, {}) : undefined;
    const own = movesOf(others);
    return own === undefined ? undefined : examRepair(learnings, before, own);
  };
  found.push(...repairsByExams(damage, short, [...entry.jobRoles, ...entry.presence], helps));
  const places = short.filter(({ count }) => count > 0).map(({ missing }) => missing);
  if (places.length > 0) found.push({ kind: 'refill', before: day, exams: null, places, renew: [] });
  return cheapestOf(found);
}

/** What an allocation leaves open of a specialization. */
export function shortOf(
  { id, presence }: CompiledSpecialization,
  crew: Crew,
  allocated: readonly { readonly place: Crew['places'][number] }[],
): readonly Short[] {
  const filled = new Map<number, number>();
  for (const { place } of allocated) filled.set(place.index, (filled.get(place.index) ?? 0) + 1);
  const jobRoles = crew.places
    .filter(({ specialization }) => specialization.id === id)
    .map(({ index, jobRole, open }): Short => {
      const count = open - (filled.get(index) ?? 0);
      return { places: jobRole, count, missing: { places: count, jobRole: jobRole.id } };
    });
  const present = presence.map((places): Short => {
    const count = places.headcount - crew.able(places.requires).size;
    const missing: Missing = { places: count, presence: places.id };
    return { places, count, missing };
  });
  return [...jobRoles, ...present].filter(({ count }) => count > 0);
}
