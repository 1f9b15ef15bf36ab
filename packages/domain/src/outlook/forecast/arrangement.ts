import { best } from '../../allocation/best.ts';
import { type Allocated, inOrder, take } from '../../allocation/given.ts';
import { Load } from '../../allocation/limits.ts';
import { keyOf, type Place } from '../../allocation/place.ts';
import type { CompiledSpecialization } from '../../edition/places.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import type { Allocation } from '../../standing/standing.ts';
import { beforehand, type Crew, type DayStanding, staffOf } from './day-standing.ts';
import type { Search } from './search.ts';

/** People put on the places of some specializations, and which of these are met then. */
export type Arrangement = {
  readonly allocated: readonly Allocated[];
  readonly met: ReadonlySet<string>;
  readonly proven: boolean;
};

/**
 * The best allocation where nothing but these specializations counts, with as few as possible taken from where they
 * stand now; who stands elsewhere and is not needed stays there. Pins that fit stay.
 */
export function arrange(
  wanted: ReadonlySet<string>,
  standing: readonly Allocated[],
  partner: PartnerFacts,
  crew: Crew,
  holdings: DayStanding['holdings'],
  search: Search,
): Arrangement {
  const staff = staffOf(crew);
  const { held, presence } = beforehand(crew, holdings);
  const given = inOrder(partner.allocations ?? [], staff);
  const pinned = take(
    given.filter((entry) => entry.pinned === true),
    staff,
  ).allocated;
  const takesPart = new Set([...crew.edition.specializations.values()].filter(({ id }) => wanted.has(id)));
  const here = new Map(crew.places.map((place) => [pairOf(place), place]));
  const now = standing.flatMap(({ individual, place }): Allocated[] => {
    const same = here.get(pairOf(place));
    return same !== undefined && staff.isAffiliated(individual) && staff.canFill(individual, same)
      ? [{ individual, place: same }]
      : [];
  });
  const valuation = { places: crew.places, takesPart, held, presence, given: now };
  const { allocated, proven } = search((spend) => best({ staff, valuation, pinned, given: now, spend }));
  const loads = new Map<string, Load>();
  const filled = new Map<Place, number>();
  const all: Allocated[] = [];
  const put = (entry: Allocated): void => {
    const load = loads.get(entry.individual) ?? new Load(staff.limits);
    loads.set(entry.individual, load);
    load.add(entry.place);
    filled.set(entry.place, (filled.get(entry.place) ?? 0) + 1);
    all.push(entry);
  };
  for (const entry of allocated) put(entry);
  for (const entry of now) {
    const load = loads.get(entry.individual) ?? new Load(staff.limits);
    const isFull = (filled.get(entry.place) ?? 0) >= entry.place.open;
    if (!isFull && !load.has(entry.place) && load.brokenBy(entry.place) === undefined) put(entry);
  }
  const isMet = (entry: CompiledSpecialization): boolean =>
    presence.has(entry) &&
    crew.places.every((place) => place.specialization !== entry || (filled.get(place) ?? 0) >= place.open);
  const met = new Set([...takesPart].filter(isMet).map(({ id }) => id));
  return { allocated: all, met, proven };
}

function pairOf({ specialization, jobRole }: Place): string {
  return keyOf(specialization.id, jobRole.id);
}

/** One list of allocations less another, by specialization, job role, individual. */
export function without(all: readonly Allocated[], others: readonly Allocation[]): readonly Allocation[] {
  const gone = new Set(others.map(keyOfAllocation));
  return all
    .toSorted((a, b) => a.place.index - b.place.index || (a.individual < b.individual ? -1 : 1))
    .map(({ individual, place }) => ({
      individual,
      specialization: place.specialization.id,
      jobRole: place.jobRole.id,
    }))
    .filter((entry) => !gone.has(keyOfAllocation(entry)));
}

export function keyOfAllocation({ individual, specialization, jobRole }: Allocation): string {
  return JSON.stringify([individual, specialization, jobRole]);
}
