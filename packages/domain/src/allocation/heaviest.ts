import type { Limits } from '../edition/places.ts';
import { heaviestByProgram, LARGEST, type Outcome, sizeOf } from './integral.ts';
import { brokenBy, type LimitCode, Load } from './limits.ts';
import type { Place } from './place.ts';
import type { Assignment, Filled, Forbidden, Person, Problem } from './problem.ts';
import { relax } from './relaxation.ts';

/** So many relaxations are tried before a linear program is made, for one of so many entries. */
const TRIES = [
  { upTo: 100_000, tries: 2 },
  { upTo: 1_000_000, tries: 10 },
  // Beyond the last a linear program costs more than it tells.
  { upTo: LARGEST, tries: 40 },
] as const;

/**
 * The heaviest way to put people on places within all limits, if it is heavier than `floor`. Where the limits are those
 * of a flow, a flow gives it. Else depth first, each time solving a relaxation that is a flow: where its answer breaks a
 * limit for an individual, at least one of the things that break it together (job roles, specializations, kinds) must
 * go, one branch for each. Where that does not end soon, a linear program that knows all limits takes over. `found` is told of each way
 * that is better than those before, so that what was found outlives the end of the steps.
 */
export function heaviest(
  problem: Problem,
  must: ReadonlySet<Place>,
  floor: number,
  found: (assignment: Assignment) => void = () => undefined,
): Outcome {
  let best: Filled | undefined;
  const open: Forbidden[] = [new Map()];
  const size = sizeOf(problem);
  const most = TRIES.find(({ upTo }) => size <= upTo)?.tries ?? Number.POSITIVE_INFINITY;
  for (let tries = 0; open.length > 0; tries += 1) {
    if (tries === most) {
      const { way, relaxed, proven } = heaviestByProgram(problem, must, best?.weight ?? floor, found);
      best = way ?? best;
      if (proven) return { way: best, relaxed };
    }
    const forbidden = open.pop() as Forbidden;
    const relaxed = relax(problem, must, forbidden);
    if (relaxed.weight <= (best?.weight ?? floor)) continue;
    const conflict = firstConflict(problem, relaxed.assignment);
    if (conflict === undefined) {
      best = relaxed;
      found(best.assignment);
      continue;
    }
    for (const places of conflict.without.toReversed()) {
      const own = new Set([...(forbidden.get(conflict.person) ?? []), ...places]);
      open.push(new Map(forbidden).set(conflict.person, own));
    }
  }
  return { way: best, relaxed: undefined };
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
    const load = new Load(limits, person.pinned);
    for (const [index, place] of places.entries()) {
      const code = load.brokenBy(place);
      if (code !== undefined)
        return { person, without: withoutOf(limits, person, places.slice(0, index), place, code) };
      load.add(place);
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
