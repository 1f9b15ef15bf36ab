import type { CompiledSpecialization } from '../edition/places.ts';
import { OutOfSteps } from '../explanation/budget.ts';
import type { Allocated, Staff } from './given.ts';
import type { Place } from './place.ts';
import { Scarcity } from './scarcity.ts';
import { smallestShortage } from './smallest-shortage.ts';

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
    return shortage(specialization, among, staff, pinned, spend);
  } catch (error) {
    if (error instanceof OutOfSteps) return undefined;
    throw error;
  }
}

function shortage(
  specialization: CompiledSpecialization,
  among: readonly Place[],
  staff: Staff,
  pinned: readonly Allocated[],
  spend: (steps: number) => void,
): Bottleneck | undefined {
  const places = among.filter((place) => place.open > 0);
  const own = places.flatMap((place, index) => (place.specialization === specialization ? [index] : []));
  const scarcity = new Scarcity(places, staff, pinned, spend);
  const set = smallestShortage(places.length, own, scarcity, spend);
  if (set === undefined) return undefined;
  const short = set.map((index) => places[index] as Place);
  const able = new Set(short.flatMap((place) => [...staff.ableFor(place)]));
  spend(able.size);
  return {
    specialization,
    places: short,
    needed: scarcity.needed(set),
    available: scarcity.available(set),
    individuals: staff.people.filter((id) => able.has(id)),
  };
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
