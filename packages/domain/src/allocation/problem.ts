import type { Limits } from '../edition/places.ts';
import { Load, mostOf } from './limits.ts';
import type { Place } from './place.ts';

/** An individual to be allocated: what it could fill, what it fills already and keeps, where it stands today. */
export type Person = {
  readonly id: string;
  readonly could: readonly Place[];
  readonly pinned: readonly Place[];
  readonly given: ReadonlySet<Place>;
};

/** Individuals with the same possibilities, pins and given allocations: alike but for their ids. */
export type Group = {
  readonly people: readonly Person[];
  readonly could: readonly Place[];
  readonly given: ReadonlySet<Place>;
  readonly pinned: readonly Place[];
  /** The most places, exempt ones aside, that each of them may fill beside its pins. */
  readonly most: number;
};

/** People to be put on places that still have room. */
export type Problem = {
  readonly limits: Limits;
  readonly groups: readonly Group[];
  /** The places that take part with the room that pins leave there. */
  readonly room: ReadonlyMap<Place, number>;
  /** What filling a place is worth beside those that must be filled, in units of one given allocation kept. */
  readonly placeWeight: number;
  /** What filling a place that must be filled is worth: more than everything else together. */
  readonly mustWeight: number;
  readonly spend: (steps: number) => void;
};

/** One way to put people on places, beside their pins. */
export type Assignment = ReadonlyMap<Person, readonly Place[]>;

export type Filled = { readonly assignment: Assignment; readonly weight: number };

/** Places on which single individuals may not be put; how the search splits. */
export type Forbidden = ReadonlyMap<Person, ReadonlySet<Place>>;

/** Groups individuals by what they can still fill beside their pins. */
export function grouped(
  people: readonly Person[],
  room: ReadonlyMap<Place, number>,
  limits: Limits,
  spend: (steps: number) => void,
): readonly Group[] {
  const groups = new Map<string, Group & { readonly people: Person[] }>();
  for (const person of people) {
    const load = new Load(limits, person.pinned);
    const could = person.could.filter((place) => (room.get(place) ?? 0) > 0 && load.brokenBy(place) === undefined);
    if (could.length === 0) continue;
    const given = could.filter((place) => person.given.has(place));
    const key = [could, given, person.pinned].map((places) => places.map(({ index }) => index).join()).join(' ');
    const group = groups.get(key);
    if (group !== undefined) {
      group.people.push(person);
      continue;
    }
    const { given: today, pinned } = person;
    groups.set(key, { people: [person], could, given: today, pinned, most: mostCounted(limits, pinned, could, spend) });
  }
  return [...groups.values()];
}

/** Who may not be put everywhere stands alone. */
export function groupsUnder({ groups, limits, spend }: Problem, forbidden: Forbidden): readonly Group[] {
  if (forbidden.size === 0) return groups;
  return groups.flatMap((group) => {
    const apart = group.people.filter((person) => forbidden.has(person));
    if (apart.length === 0) return [group];
    const rest = group.people.filter((person) => !forbidden.has(person));
    const single = apart.map((person) => {
      const could = group.could.filter((place) => forbidden.get(person)?.has(place) !== true);
      return { ...group, people: [person], could, most: mostCounted(limits, group.pinned, could, spend) };
    });
    return rest.length === 0 ? single : [{ ...group, people: rest }, ...single];
  });
}

function mostCounted(
  limits: Limits,
  pinned: readonly Place[],
  could: readonly Place[],
  spend: (steps: number) => void,
): number {
  return mostOf(
    limits,
    pinned,
    could.filter((place) => !place.exempt),
    spend,
  );
}
