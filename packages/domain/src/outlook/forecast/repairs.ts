import { compare } from '../../calendar/compare.ts';
import { type Day, formatDay } from '../../calendar/day.ts';
import type { KnownProgram } from '../../edition/known.ts';
import type { Places } from '../../edition/places.ts';
import { type Budget, OutOfSteps } from '../../explanation/budget.ts';
import type { Missing } from '../../explanation/explanation.ts';
import type { Ahead } from './ahead.ts';
import { type Crew, crewWhere, type DayStanding } from './day-standing.ts';
import { type Deadline, type Learning, learned, learningFor } from './learning.ts';
import type { Happening, Repair } from './outlook.ts';
import type { Search } from './search.ts';
import type { Watched } from './watch.ts';

/** What is to be repaired: the partner as it would stand on the day, and by when something can be done. */
export type Damage = {
  readonly watched: Watched;
  readonly crew: Crew;
  readonly standing: DayStanding;
  readonly deadline: Deadline;
  /** The first day on which it no longer helps; undefined where none is known. */
  readonly before: Day | undefined;
  readonly causes: readonly Happening[];
  /** The program as it is known on the last day that is looked at. */
  readonly program: KnownProgram;
  readonly budget: Budget;
  readonly search: Search;
};

/** Places that are open, and how many. */
export type Short = { readonly places: Places; readonly missing: Missing; readonly count: number };

/** What is done to it, if it helps. */
export type Trial = (learnings: readonly Learning[], crew: Crew) => Repair | undefined;

export const MOST_REPAIRS = 3;
/** How many individuals are asked for each kind of place, and how many of the cheapest are tried. */
const MOST_ASKED = 200;
const MOST_TRIED = 12;

/**
 * Repairs by exams: of one individual, or, where several places are open, of one for each. Each is tried: the exams are
 * put into the record on the last day on which they help, the record is replayed, and the day is looked at again. Those
 * that the causes are about are asked first; where the steps end, what was found until then stands.
 */
export function repairsByExams(
  { crew, watched, deadline, causes, program, budget }: Damage,
  short: readonly Short[],
  others: readonly Places[],
  helps: Trial,
): readonly Repair[] {
  const found: Repair[] = [];
  const concerned = new Set(causes.flatMap((cause) => ('individual' in cause ? [cause.individual] : [])));
  const trial = (learnings: readonly Learning[]): Repair | undefined => {
    const changed = new Map(learnings.map((one) => [one.individual.id, learned(one, program, budget)]));
    return helps(learnings, crewWith(crew, changed, deadline.met));
  };
  try {
    const ask = (places: Places, people: readonly string[]): readonly Learning[] =>
      people.flatMap((id) => {
        const individual = watched.people.get(id);
        if (individual === undefined || crew.able(places.requires).has(id)) return [];
        return learningFor(individual, places.requires, deadline, program, budget) ?? [];
      });
    const everybody = [
      ...crew.people.filter((id) => concerned.has(id)),
      ...crew.people.filter((id) => !concerned.has(id) && hasAnything(watched.people.get(id))),
      ...crew.people.filter((id) => !concerned.has(id) && !hasAnything(watched.people.get(id))),
    ].slice(0, MOST_ASKED);
    const open = short.filter(({ count }) => count > 0);
    const byPlaces = new Map(open.map(({ places }) => [places, ask(places, everybody).toSorted(cheapest)]));
    const own = others.flatMap((places) =>
      ask(
        places,
        everybody.filter((id) => concerned.has(id)),
      ),
    );
    const singles = new Map(
      [...byPlaces.values()]
        .flat()
        .concat(own)
        .map((one) => [keyOf(one), one] as const),
    );
    for (const one of [...singles.values()].sort(cheapest).slice(0, MOST_TRIED)) {
      const repair = trial([one]);
      if (repair !== undefined) found.push(repair);
      if (found.length === MOST_REPAIRS) return found;
    }
    const together = found.length === 0 ? oneForEach(open, byPlaces) : undefined;
    const repair = together === undefined ? undefined : trial(together);
    return repair === undefined ? found : [repair];
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    return found;
  }
}

/** As a repair says it, with the days and people in order. */
export function examRepair(
  learnings: readonly Learning[],
  before: Day | undefined,
  beside: Partial<Pick<Extract<Repair, { kind: 'exams' }>, 'allocate' | 'release' | 'renew'>>,
): Repair {
  const steps = learnings
    .map(({ individual, exams, agreements, certifications, by }) => ({
      individual: individual.id,
      before: before === undefined ? null : formatDay(Math.min(before, by + 1)),
      exams,
      agreements,
      certifications,
    }))
    .sort((a, b) => compare(a.individual, b.individual));
  const by = Math.min(...learnings.map((one) => one.by));
  const last = before === undefined ? undefined : Math.min(before, by + 1);
  return {
    kind: 'exams',
    before: last === undefined ? null : formatDay(last),
    exams: steps.reduce((sum, { exams }) => sum + exams.length, 0),
    steps,
    ...{ allocate: [], release: [], renew: [] },
    ...beside,
  };
}

/** Fewest exams first, those of people who are not there yet last; then the nearest day, then as they are written. */
export function cheapestOf(repairs: readonly Repair[]): readonly Repair[] {
  const cost = ({ exams }: Repair): number => exams ?? Number.POSITIVE_INFINITY;
  const day = ({ before }: Repair): string => before ?? '9';
  return repairs
    .toSorted(
      (a, b) => compare(cost(a), cost(b)) || compare(day(a), day(b)) || compare(JSON.stringify(a), JSON.stringify(b)),
    )
    .slice(0, MOST_REPAIRS);
}

/** The crew with some of its people changed. */
function crewWith(crew: Crew, changed: ReadonlyMap<string, Ahead>, day: Day): Crew {
  return crewWhere(crew, (able, requirement) => {
    const more = [...changed.values()].filter(({ id, meets }) => !able.has(id) && meets(requirement, day));
    return more.length === 0 ? able : new Set([...able, ...more.map(({ id }) => id)].sort());
  });
}

function hasAnything(individual: Ahead | undefined): boolean {
  return individual !== undefined && individual.history.passes.size + individual.awards.size > 0;
}

function cheapest(a: Learning, b: Learning): number {
  return (
    a.exams.length - b.exams.length ||
    a.agreements.length - b.agreements.length ||
    a.by - b.by ||
    compare(keyOf(a), keyOf(b))
  );
}

function keyOf({ individual, exams, agreements }: Learning): string {
  return JSON.stringify([individual.id, exams, agreements]);
}

/** For each open place the cheapest of those who are not taken yet; undefined where one finds nobody. */
function oneForEach(
  short: readonly Short[],
  byPlaces: ReadonlyMap<Places, readonly Learning[]>,
): readonly Learning[] | undefined {
  const chosen = new Map<string, Learning>();
  for (const { places, count } of short) {
    for (let filled = 0; filled < count; filled += 1) {
      const next = byPlaces.get(places)?.find(({ individual }) => !chosen.has(individual.id));
      if (next === undefined) return undefined;
      chosen.set(next.individual.id, next);
    }
  }
  return chosen.size === 0 ? undefined : [...chosen.values()];
}
