import type { CompiledSpecialization } from '../edition/places.ts';
import type { Allocated } from './given.ts';
import type { Place } from './place.ts';

/**
 * The four aims of the best allocation in their order: held or in-renewal specializations met, specializations met,
 * places filled in the others, given allocations kept.
 */
export type Value = readonly [number, number, number, number];

/** What an allocation is valued by. */
export type Valuation = {
  readonly places: readonly Place[];
  /** A specialization that is retired takes part only while it is held or in renewal. */
  readonly takesPart: ReadonlySet<CompiledSpecialization>;
  readonly held: ReadonlySet<CompiledSpecialization>;
  /** Those whose presence is held. */
  readonly presence: ReadonlySet<CompiledSpecialization>;
  readonly given: readonly Allocated[];
};

export function isLess(a: Value, b: Value): boolean {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? 0;
    if (part !== other) return part < other;
  }
  return false;
}

/** The value of an allocation. */
export function appraise(allocated: readonly Allocated[], valuation: Valuation): Value {
  return appraised(allocated, valuation).value;
}

/**
 * The value of an allocation, and what counts as met there. One specialization counts for each technology: a held one
 * before another, of equal ones the one with the fewest places filled, which leaves the most for the third aim.
 */
export function appraised(
  allocated: readonly Allocated[],
  valuation: Valuation,
): { readonly value: Value; readonly counting: ReadonlySet<CompiledSpecialization> } {
  const filled = new Map<Place, number>();
  for (const { place } of allocated) filled.set(place, (filled.get(place) ?? 0) + 1);
  const placesOf = Map.groupBy(valuation.places, (place) => place.specialization);
  const bySpecialization = [...valuation.takesPart].map((specialization) => {
    const places = placesOf.get(specialization) ?? [];
    return {
      specialization,
      held: valuation.held.has(specialization),
      met: valuation.presence.has(specialization) && places.every((place) => (filled.get(place) ?? 0) >= place.open),
      filled: places.reduce((sum, place) => sum + (filled.get(place) ?? 0), 0),
    };
  });
  const counted = new Map<string | CompiledSpecialization, (typeof bySpecialization)[number]>();
  for (const entry of bySpecialization) {
    if (!entry.met) continue;
    const key = entry.specialization.technology ?? entry.specialization;
    const other = counted.get(key);
    const better = other === undefined || (entry.held === other.held ? entry.filled < other.filled : entry.held);
    if (better) counted.set(key, entry);
  }
  const counting = new Set([...counted.values()].map(({ specialization }) => specialization));
  const value: Value = [
    [...counted.values()].filter(({ held }) => held).length,
    counted.size,
    bySpecialization.reduce((sum, entry) => sum + (counting.has(entry.specialization) ? 0 : entry.filled), 0),
    keptOf(allocated, valuation.given),
  ];
  return { value, counting };
}

/** How many of the given allocations are among these. */
function keptOf(allocated: readonly Allocated[], given: readonly Allocated[]): number {
  if (given.length === 0) return 0;
  const today = new Map<Place, Set<string>>();
  for (const { individual, place } of given) {
    const own = today.get(place);
    if (own === undefined) today.set(place, new Set([individual]));
    else own.add(individual);
  }
  let kept = 0;
  for (const { individual, place } of allocated) if (today.get(place)?.has(individual) === true) kept += 1;
  return kept;
}
