import type { CompiledSpecialization } from '../edition/places.ts';
import { OutOfSteps } from '../explanation/budget.ts';
import type { Allocated, Staff } from './given.ts';
import { mostOf } from './limits.ts';
import type { Place } from './place.ts';

/** Job roles that cannot all be filled: more places than all who could fill any of them can give. */
export type Bottleneck = {
  readonly specialization: CompiledSpecialization;
  readonly places: readonly Place[];
  readonly needed: number;
  readonly available: number;
  readonly individuals: readonly string[];
};

/**
 * The smallest set of job roles, with at least one of this specialization, that cannot all be filled; of equal ones the
 * first in the edition's order. `among` are the job roles that may belong to it. Undefined where there is none, as
 * limits can make it so, and where `spend` ends the search.
 */
export function bottleneckOf(
  specialization: CompiledSpecialization,
  among: readonly Place[],
  staff: Staff,
  pinned: readonly Allocated[],
  spend: (steps: number) => void,
): Bottleneck | undefined {
  try {
    return smallestShortage(specialization, among, staff, pinned, spend);
  } catch (error) {
    if (error instanceof OutOfSteps) return undefined;
    throw error;
  }
}

function smallestShortage(
  specialization: CompiledSpecialization,
  among: readonly Place[],
  staff: Staff,
  pinned: readonly Allocated[],
  spend: (steps: number) => void,
): Bottleneck | undefined {
  const places = among.filter((place) => place.open > 0);
  spend(places.length * staff.people.length);
  const pinsOf = Map.groupBy(pinned, ({ individual }) => individual);
  const able = new Map(
    staff.people.flatMap((id) => {
      const could = places.filter((place) => staff.canFill(id, place));
      const pins = (pinsOf.get(id) ?? []).map((entry) => entry.place);
      return could.length === 0 ? [] : [[id, { could, pins }] as const];
    }),
  );
  const shortage = (set: readonly Place[]): Bottleneck | undefined => {
    const needed = set.reduce((sum, place) => sum + place.open, 0);
    const individuals: string[] = [];
    let available = 0;
    for (const [id, { could, pins }] of able) {
      spend(1 + could.length * set.length);
      const own = could.filter((place) => set.includes(place));
      if (own.length === 0) continue;
      individuals.push(id);
      available += mostOf(
        staff.limits,
        pins.filter((place) => !set.includes(place)),
        own,
        spend,
      );
      if (available >= needed) return undefined;
    }
    return { specialization, places: set, needed, available, individuals };
  };
  for (let size = 1; size <= places.length; size += 1) {
    for (const set of setsOf(places, size)) {
      if (!set.some((place) => place.specialization === specialization)) continue;
      spend(1);
      const found = shortage(set);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** All sets of a size, in the order of the list. */
function* setsOf(places: readonly Place[], size: number, from = 0): Generator<readonly Place[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first + size <= places.length; first += 1) {
    for (const rest of setsOf(places, size - 1, first + 1)) yield [places[first] as Place, ...rest];
  }
}

/**
 * For each specialization that takes part the job roles of all that are linked with it, over any number of steps, by
 * individuals who could fill job roles of both; in the edition's order.
 */
export function linkedPlaces(
  takesPart: ReadonlySet<CompiledSpecialization>,
  staff: Staff,
): (specialization: CompiledSpecialization) => readonly Place[] {
  const above = new Map<CompiledSpecialization, CompiledSpecialization>();
  const root = (specialization: CompiledSpecialization): CompiledSpecialization => {
    let top = specialization;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    if (top !== specialization) above.set(specialization, top);
    return top;
  };
  const firstOf = new Map<string, CompiledSpecialization>();
  const places = staff.places.filter((place) => takesPart.has(place.specialization));
  for (const place of places) {
    for (const individual of staff.ableFor(place)) {
      const first = firstOf.get(individual);
      if (first === undefined) firstOf.set(individual, place.specialization);
      else if (root(first) !== root(place.specialization)) above.set(root(place.specialization), root(first));
    }
  }
  const groups = Map.groupBy(places, (place) => root(place.specialization));
  return (specialization) => groups.get(root(specialization)) ?? [];
}
