import type { CompiledSpecialization } from '../edition/places.ts';
import type { Candidate } from './choice.ts';
import type { Row } from './dictionary.ts';
import type { Allocated, Staff } from './given.ts';
import { groupsOf } from './groups.ts';
import { kernelOf } from './kernel.ts';
import type { Place } from './place.ts';
import { isNested, type Problem } from './problem.ts';
import type { Valuation } from './value.ts';

/** What the search is about: pins stay, given allocations are kept where that costs nothing better. */
export type Question = {
  readonly staff: Staff;
  readonly valuation: Valuation;
  readonly pinned: readonly Allocated[];
  readonly given: readonly Allocated[];
  readonly spend: (steps: number) => void;
};

/** A specialization that could be met, as far as its own places go. */
export type Contender = Candidate & {
  readonly specialization: CompiledSpecialization;
  readonly held: boolean;
  /** All its places that people fill, pinned ones included. */
  readonly open: number;
};

/** What specializations contend for: the people and places among which a choice has to be made. */
export type Contest = {
  readonly problem: Problem;
  /** Places that can be filled last, whatever is chosen, in this order. */
  readonly last: readonly Place[];
  readonly candidates: readonly Contender[];
  /** One of a technology. */
  readonly technologies: readonly Row[];
  /** Whether the limits are those of the flow for everybody, so that what the flow can fill can be filled. */
  readonly nested: boolean;
  readonly mayJoin: (chosen: readonly number[], next: number) => boolean;
  /** The places worth a search that a set of candidates needs filled. */
  readonly placesOf: (set: readonly number[]) => ReadonlySet<Place>;
};

export function contestOf(question: Question): Contest {
  const { staff, valuation, pinned, given, spend } = question;
  const { limits } = staff;
  const room = roomOf(question);
  const pins = new Set(pinned.map(({ individual }) => individual));
  const pinnedOn = Map.groupBy(pinned, ({ place }) => place);
  spend(staff.places.length);
  const holdersOf = (place: Place): number => {
    let holders = staff.ableFor(place).size;
    for (const individual of pins) if (staff.canFill(individual, place)) holders -= 1;
    return holders;
  };
  const holders = new Map([...room.keys()].map((place) => [place, holdersOf(place)]));
  const givenOn = Map.groupBy(given, ({ place }) => place);
  const kernel = kernelOf(
    room,
    (place) => holders.get(place) ?? 0,
    (place) => givenOn.get(place)?.length ?? 0,
    limits,
  );
  const last = new Set(kernel.last);

  const groups = groupsOf(
    limits,
    {
      could: [...room.keys()].flatMap((place): (readonly [Place, Iterable<string>])[] => {
        const able = staff.ableFor(place);
        if (!kernel.places.has(place)) {
          // There only those who stand there today are of interest.
          const own = givenOn.get(place)?.map(({ individual }) => individual) ?? [];
          return [[place, own.filter((individual) => able.has(individual))]];
        }
        spend(able.size);
        return [[place, able]];
      }),
      pinned,
      given: given.filter(({ individual, place }) => room.has(place) && staff.canFill(individual, place)),
    },
    spend,
  );
  const units = [...room.values()].reduce((sum, open) => sum + open, 0);
  const most = Math.min(
    units,
    groups.reduce((sum, { people, could }) => sum + people.length * could.length, 0),
  );
  const place = given.length + 1;
  const weights = { must: place * (most + 1), place, kept: 1 };
  const problem: Problem = { limits, groups, room, last, weights, spend };

  const indexOf = new Map([...room.keys()].map((entry, index) => [entry, index]));
  const placesIn = Map.groupBy(staff.places, ({ specialization }) => specialization);
  const candidates = [...valuation.takesPart].flatMap((specialization): Contender[] => {
    const places = placesIn.get(specialization) ?? [];
    const canBeFilled = places.every(
      (entry) => (pinnedOn.get(entry)?.length ?? 0) + staff.ableFor(entry).size >= entry.open,
    );
    if (!valuation.presence.has(specialization) || !canBeFilled) return [];
    const needs = places.flatMap((entry) => {
      const amount = kernel.places.has(entry) ? (room.get(entry) ?? 0) : 0;
      return amount === 0 ? [] : [{ place: indexOf.get(entry) as number, units: amount }];
    });
    const open = places.reduce((sum, entry) => sum + entry.open, 0);
    return [{ specialization, held: valuation.held.has(specialization), open, needs }];
  });
  const all = [...room.keys()];
  return {
    problem,
    last: kernel.last,
    candidates,
    technologies: technologiesOf(candidates),
    nested: groups.every((group) => isNested(limits, group)),
    mayJoin: (chosen, next) => {
      const technology = candidates[next]?.specialization.technology;
      return technology === undefined || !chosen.some((at) => candidates[at]?.specialization.technology === technology);
    },
    placesOf: (set) =>
      new Set(set.flatMap((index) => (candidates[index]?.needs ?? []).map((need) => all[need.place] as Place))),
  };
}

/** The room that pins leave on the places that take part. */
function roomOf({ staff, valuation, pinned }: Question): ReadonlyMap<Place, number> {
  const used = Map.groupBy(pinned, ({ place }) => place);
  return new Map(
    staff.places.flatMap((place) => {
      const open = place.open - (used.get(place)?.length ?? 0);
      return open > 0 && valuation.takesPart.has(place.specialization) ? [[place, open] as const] : [];
    }),
  );
}

function technologiesOf(candidates: readonly Contender[]): readonly Row[] {
  const rows = new Map<string, Float64Array>();
  for (const [index, { specialization }] of candidates.entries()) {
    if (specialization.technology === undefined) continue;
    const row = rows.get(specialization.technology) ?? new Float64Array(candidates.length);
    row[index] = 1;
    rows.set(specialization.technology, row);
  }
  return [...rows.values()].map((coefficients) => ({ coefficients, limit: 1 }));
}
