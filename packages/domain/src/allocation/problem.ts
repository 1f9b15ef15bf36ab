import type { Limits } from '../edition/places.ts';
import { Flow } from './flow.ts';
import { brokenBy, type LimitCode, mostOf } from './limits.ts';
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
type Forbidden = ReadonlyMap<Person, ReadonlySet<Place>>;

/**
 * The heaviest way to put people on places within all limits, if it is heavier than `floor`: depth first, each time
 * solving a relaxation that is a flow. Where its answer breaks a limit for an individual, at least one of the things
 * that break it together (job roles, specializations, kinds) must go: one branch for each.
 */
export function heaviest(problem: Problem, must: ReadonlySet<Place>, floor: number): Filled | undefined {
  let best: Filled | undefined;
  const open: Forbidden[] = [new Map()];
  for (let forbidden = open.pop(); forbidden !== undefined; forbidden = open.pop()) {
    const relaxed = relax(problem, must, forbidden);
    if (relaxed.weight <= (best?.weight ?? floor)) continue;
    const conflict = firstConflict(problem, relaxed.assignment);
    if (conflict === undefined) {
      best = relaxed;
      continue;
    }
    for (const places of conflict.without.toReversed()) {
      const own = new Set([...(forbidden.get(conflict.person) ?? []), ...places]);
      open.push(new Map(forbidden).set(conflict.person, own));
    }
  }
  return best;
}

/** The weight that no way of filling can exceed. */
export function relaxedWeight(problem: Problem, must: ReadonlySet<Place>): number {
  return relax(problem, must, new Map()).weight;
}

type Conflict = {
  readonly person: Person;
  /** Sets of places, of which one must stay without this individual. */
  readonly without: readonly (readonly Place[])[];
};

/** What breaks a limit for the first individual for whom one is broken. */
function firstConflict({ limits, spend }: Problem, assignment: Assignment): Conflict | undefined {
  for (const [person, places] of assignment) {
    spend(places.length);
    const taken: Place[] = [];
    for (const place of places) {
      const code = brokenBy(limits, [...person.pinned, ...taken], place);
      if (code !== undefined) return { person, without: withoutOf(limits, person, taken, place, code) };
      taken.push(place);
    }
  }
  return undefined;
}

/** The things that break a limit together, each with all places of it that the individual could fill. */
function withoutOf(
  limits: Limits,
  person: Person,
  taken: readonly Place[],
  place: Place,
  code: LimitCode,
): readonly (readonly Place[])[] {
  if (code === 'too-many-job-roles') {
    let needed = taken;
    for (const other of taken) {
      const less = needed.filter((entry) => entry !== other);
      if (brokenBy(limits, [...person.pinned, ...less], place) === code) needed = less;
    }
    return [...needed, place].map((entry) => [entry]);
  }
  const counted = [...person.pinned, ...taken, place].filter((entry) => !entry.exempt);
  const kind = place.jobRole.kind;
  const specializationOf = (entry: Place): string => entry.specialization.id;
  if (code === 'mixed-kinds') return freeable(person, counted, (entry) => entry.jobRole.kind);
  const inAll = new Set(counted.map(specializationOf)).size > limits.maxSpecializations;
  // The limit of a kind leaves alone what the individual fills there of another kind.
  return freeable(person, counted, specializationOf, inAll ? undefined : kind);
}

/** Each thing (specialization or kind) among these places from which no pin keeps the individual, with its places. */
function freeable(
  { could, pinned }: Person,
  counted: readonly Place[],
  thingOf: (place: Place) => string,
  kind?: string,
): readonly (readonly Place[])[] {
  const concerns = (place: Place): boolean => !place.exempt && (kind === undefined || place.jobRole.kind === kind);
  const bound = new Set(pinned.filter(concerns).map(thingOf));
  const things = new Set(counted.filter(concerns).map(thingOf));
  return [...things]
    .filter((thing) => !bound.has(thing))
    .map((thing) => could.filter((place) => concerns(place) && thingOf(place) === thing));
}

/**
 * The flow that ignores what is not a flow: individuals with the same possibilities are one node; through it go at most
 * as many units as its individuals may fill in all, and through a node below it those of one specialization (or, where
 * kinds are limited, of one kind). Capacities of this nested form can always be dealt to the individuals.
 */
function relax(problem: Problem, must: ReadonlySet<Place>, forbidden: Forbidden): Filled {
  const { limits, room, spend, placeWeight, mustWeight } = problem;
  const flow = new Flow(spend);
  const sinks = new Map<Place, number>();
  for (const [place, units] of room) {
    const node = flow.node();
    sinks.set(place, node);
    flow.edge(node, 1, units, must.has(place) ? mustWeight : placeWeight);
  }
  const groups = groupsUnder(problem, forbidden).map(({ people, could, given, pinned, most }) => {
    const size = people.length;
    const counted = pinned.filter((place) => !place.exempt);
    const limited = flow.node();
    flow.edge(0, limited, size * most);
    const families = new Map<string, number>();
    const edges = could.map((place) => {
      const kept = given.has(place) ? 1 : 0;
      const sink = sinks.get(place) as number;
      if (place.exempt) {
        const own = flow.node();
        flow.edge(0, own, size);
        return { place, edge: flow.edge(own, sink, size, kept) };
      }
      const family = familyOf(limits, place);
      let node = limited;
      if (family !== undefined) {
        const known = families.get(family.key);
        node = known ?? flow.node();
        if (known === undefined) {
          families.set(family.key, node);
          const used = counted.filter((other) => familyOf(limits, other)?.key === family.key).length;
          flow.edge(limited, node, size * Math.min(Math.max(0, family.limit - used), could.length));
        }
      }
      return { place, edge: flow.edge(node, sink, size, kept) };
    });
    return { people, edges };
  });
  const { weight } = flow.run();
  const assignment = new Map<Person, Place[]>();
  for (const { people, edges } of groups) {
    // Dealt one after another in the order of the families: nobody gets more than the share of a family, rounded up.
    for (const exempt of [false, true]) {
      let next = 0;
      const ordered = edges
        .filter(({ place }) => place.exempt === exempt)
        .sort((a, b) => compare(familyOf(limits, a.place)?.key ?? '', familyOf(limits, b.place)?.key ?? ''));
      for (const { place, edge } of ordered) {
        for (let unit = flow.on(edge); unit > 0; unit -= 1) {
          const person = people[next % people.length] as Person;
          next += 1;
          const places = assignment.get(person);
          if (places === undefined) assignment.set(person, [place]);
          else places.push(place);
        }
      }
    }
  }
  return { assignment, weight };
}

/** The limit that the flow takes in below the total: by kind where kinds have one, else by specialization. */
function familyOf(limits: Limits, place: Place): { readonly key: string; readonly limit: number } | undefined {
  if (limits.kinds.size > 0) {
    return {
      key: place.jobRole.kind,
      limit: limits.kinds.get(place.jobRole.kind)?.maxJobRoles ?? Number.POSITIVE_INFINITY,
    };
  }
  if (limits.maxJobRolesPerSpecialization === Number.POSITIVE_INFINITY) return undefined;
  return { key: place.specialization.id, limit: limits.maxJobRolesPerSpecialization };
}

/** Groups individuals by what they can still fill beside their pins. */
export function grouped(
  people: readonly Person[],
  room: ReadonlyMap<Place, number>,
  limits: Limits,
  spend: (steps: number) => void,
): readonly Group[] {
  const groups = new Map<string, Group & { readonly people: Person[] }>();
  for (const person of people) {
    const could = person.could.filter(
      (place) => (room.get(place) ?? 0) > 0 && brokenBy(limits, person.pinned, place) === undefined,
    );
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
function groupsUnder({ groups, limits, spend }: Problem, forbidden: Forbidden): readonly Group[] {
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
