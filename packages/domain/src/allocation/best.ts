import type { CompiledSpecialization } from '../edition/places.ts';
import { OutOfSteps } from '../explanation/budget.ts';
import type { Allocated, Staff } from './given.ts';
import { heaviest, relaxedWeight } from './heaviest.ts';
import { Load } from './limits.ts';
import { keyOf, type Place } from './place.ts';
import { type Assignment, grouped, type Person, type Problem } from './problem.ts';
import { appraise, isLess, type Valuation, type Value } from './value.ts';

/** The best allocation that was found, whether it is proven best, and what could still be where it is not. */
export type Best = {
  readonly allocated: readonly Allocated[];
  readonly proven: boolean;
  readonly value: Value;
  readonly bound: Value;
};

/** What the search is about: pins stay, given allocations are kept where that costs nothing better. */
export type Question = {
  readonly staff: Staff;
  readonly valuation: Valuation;
  readonly pinned: readonly Allocated[];
  readonly given: readonly Allocated[];
  readonly spend: (steps: number) => void;
};

/**
 * The best allocation by the contract's four aims in their order. It goes through the sets of specializations that
 * could be met together, with the held ones first, and for each set that is no worse than the best known one asks for
 * the heaviest way to fill it and then the rest. Ends unproven when `spend` ends it.
 */
export function best(question: Question): Best {
  const { staff, valuation, given } = question;
  const greedy = greedily(question);
  const candidates = [...valuation.takesPart].filter((entry) => valuation.presence.has(entry));
  const progress: Progress = {
    found: { allocated: greedy, value: appraise(greedy, valuation) },
    includable: candidates.sort((a, b) => Number(valuation.held.has(b)) - Number(valuation.held.has(a))),
  };
  try {
    searchAll(question, progress);
    const { allocated, value } = progress.found;
    return { allocated, proven: true, value, bound: value };
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    const { allocated, value } = progress.found;
    const [held, met] = promise(progress.includable, [], valuation);
    const open = staff.places.filter((place) => valuation.takesPart.has(place.specialization));
    const bound: Value = [held, met, open.reduce((sum, place) => sum + place.open, 0), given.length];
    return { allocated, proven: false, value, bound: isLess(bound, value) ? value : bound };
  }
}

/** What is known so far; it outlives a search that is ended. */
type Progress = {
  found: { readonly allocated: readonly Allocated[]; readonly value: Value };
  /** Specializations that could be met, as far as is known, the held ones first. */
  includable: readonly CompiledSpecialization[];
};

function searchAll(question: Question, progress: Progress): void {
  const { staff, valuation, pinned, given, spend } = question;
  const problem = problemOf(question);
  const withRoom = Map.groupBy(problem.room.keys(), (place) => place.specialization);
  const placesOfAll = (chosen: readonly CompiledSpecialization[]): ReadonlySet<Place> => {
    const places = new Set(chosen.flatMap((entry) => withRoom.get(entry) ?? []));
    spend(chosen.length + places.size);
    return places;
  };
  const kept = new Set(given.map(({ individual, place }) => keyOf(individual, String(place.index))));
  const pinnedKept = pinned.filter(({ individual, place }) => kept.has(keyOf(individual, String(place.index)))).length;
  const pinnedIn = Map.groupBy(pinned, ({ place }) => place.specialization);
  const unitsOf = (places: ReadonlySet<Place>): number =>
    [...places].reduce((sum, place) => sum + (problem.room.get(place) ?? 0), 0);
  const mayBeMet = (chosen: readonly CompiledSpecialization[]): boolean => {
    const must = placesOfAll(chosen);
    return relaxedWeight(problem, must) >= unitsOf(must) * problem.mustWeight;
  };

  /** Fills a set and then the rest; kept where that is better than what is known. */
  const settle = (chosen: readonly CompiledSpecialization[]): void => {
    const must = placesOfAll(chosen);
    const base = unitsOf(must) * problem.mustWeight;
    const counted = new Set(chosen);
    let beside = 0;
    for (const [specialization, pins] of pinnedIn) {
      if (valuation.takesPart.has(specialization) && !counted.has(specialization)) beside += pins.length;
    }
    const pinnedScore = beside * problem.placeWeight + pinnedKept;
    spend(pinnedIn.size + staff.places.length);
    const [held, met, filled, keptNow] = progress.found.value;
    const tied = held === chosen.filter((entry) => valuation.held.has(entry)).length && met === chosen.length;
    // Among sets that are equally good only what fills and keeps more is of interest.
    const floor = tied ? Math.max(base - 1, base + filled * problem.placeWeight + keptNow - pinnedScore) : base - 1;
    const way = heaviest(problem, must, floor);
    if (way === undefined) return;
    const allocated = [...pinned, ...allocatedOf(way.assignment)];
    const value = appraise(allocated, valuation);
    if (isLess(progress.found.value, value)) progress.found = { allocated, value };
  };

  const search = (from: number, chosen: readonly CompiledSpecialization[]): void => {
    spend(1 + progress.includable.length);
    const [held, met] = progress.found.value;
    if (isLess(promise(progress.includable.slice(from), chosen, valuation), [held, met, 0, 0])) return;
    const next = progress.includable[from];
    if (next === undefined) {
      settle(chosen);
      return;
    }
    const taken = next.technology !== undefined && chosen.some((entry) => entry.technology === next.technology);
    if (!taken && mayBeMet([...chosen, next])) search(from + 1, [...chosen, next]);
    search(from + 1, chosen);
  };

  progress.includable = progress.includable.filter((entry) => mayBeMet([entry]));
  search(0, []);
}

/** The most specializations, held and in all, that a set can still come to: one of each technology. */
function promise(
  left: readonly CompiledSpecialization[],
  chosen: readonly CompiledSpecialization[],
  { held }: Valuation,
): Value {
  const taken = new Set(chosen.flatMap(({ technology }) => technology ?? []));
  const countable = (entries: readonly CompiledSpecialization[]): number => {
    const free = entries.filter(({ technology }) => technology === undefined || !taken.has(technology));
    const technologies = new Set(free.flatMap(({ technology }) => technology ?? []));
    return free.filter(({ technology }) => technology === undefined).length + technologies.size;
  };
  return [
    chosen.filter((entry) => held.has(entry)).length + countable(left.filter((entry) => held.has(entry))),
    chosen.length + countable(left),
    0,
    0,
  ];
}

function problemOf({ staff, valuation, pinned, given, spend }: Question): Problem {
  const room = new Map<Place, number>();
  const pinnedOn = Map.groupBy(pinned, ({ place }) => place);
  for (const place of staff.places) {
    if (!valuation.takesPart.has(place.specialization)) continue;
    const used = pinnedOn.get(place)?.length ?? 0;
    if (place.open > used) room.set(place, place.open - used);
  }
  const placesOf = (entries: readonly Allocated[]): ReadonlyMap<string, readonly Place[]> =>
    new Map(
      [...Map.groupBy(entries, ({ individual }) => individual)].map(([id, own]) => [id, own.map(({ place }) => place)]),
    );
  const pins = placesOf(pinned);
  const today = placesOf(given);
  const could = new Map<string, Place[]>(staff.people.map((id) => [id, []]));
  for (const place of room.keys()) for (const id of staff.ableFor(place)) could.get(id)?.push(place);
  const people = staff.people.flatMap((id): Person[] => {
    const own = new Set(pins.get(id));
    const free = (could.get(id) ?? []).filter((place) => !own.has(place));
    return free.length === 0 ? [] : [{ id, could: free, pinned: [...own], given: new Set(today.get(id)) }];
  });
  const places = [...room.values()].reduce((sum, units) => sum + units, 0);
  const most = Math.min(
    places,
    people.reduce((sum, person) => sum + person.could.length, 0),
  );
  const placeWeight = given.length + 1;
  const groups = grouped(people, room, staff.limits, spend);
  return { limits: staff.limits, groups, room, placeWeight, mustWeight: placeWeight * (most + 1), spend };
}

function allocatedOf(assignment: Assignment): readonly Allocated[] {
  return [...assignment].flatMap(([{ id }, places]) => places.map((place) => ({ individual: id, place })));
}

/** A first answer: held specializations first, then in the edition's order, whoever comes first and fits. */
function greedily({ staff, valuation, pinned }: Question): readonly Allocated[] {
  const allocated = [...pinned];
  const loads = new Map(staff.people.map((id) => [id, new Load(staff.limits)]));
  for (const { individual, place } of pinned) loads.get(individual)?.add(place);
  const pinnedOn = Map.groupBy(pinned, ({ place }) => place);
  const places = staff.places
    .filter((place) => valuation.takesPart.has(place.specialization))
    .sort((a, b) => Number(valuation.held.has(b.specialization)) - Number(valuation.held.has(a.specialization)));
  for (const place of places) {
    let open = place.open - (pinnedOn.get(place)?.length ?? 0);
    for (const individual of staff.ableFor(place)) {
      if (open <= 0) break;
      const load = loads.get(individual);
      if (load === undefined || load.has(place) || load.brokenBy(place) !== undefined) continue;
      allocated.push({ individual, place });
      load.add(place);
      open -= 1;
    }
  }
  return allocated;
}
