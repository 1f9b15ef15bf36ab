import { OutOfSteps } from '../explanation/budget.ts';
import { Choice, type Ended } from './choice.ts';
import { filledUp } from './complete.ts';
import { type Contender, type Contest, contestOf, type Question } from './contest.ts';
import type { Allocated } from './given.ts';
import { heaviest } from './heaviest.ts';
import type { Relaxed } from './integral.ts';
import type { Row } from './linear.ts';
import type { Place } from './place.ts';
import type { Assignment, Problem } from './problem.ts';
import { relax } from './relaxation.ts';
import { appraise, appraised, isLess, type Value } from './value.ts';

/** The best allocation that was found, whether it is proven best, and what could still be where it is not. */
export type Best = {
  readonly allocated: readonly Allocated[];
  readonly proven: boolean;
  readonly value: Value;
  readonly bound: Value;
};

/**
 * The best allocation by the contract's four aims, one after another: each is the most that it can be beside what the
 * ones before came to. Specializations are chosen by branch and cut (`choice.ts`); for the third and fourth aim each
 * choice is filled (`heaviest.ts`), and what it came to bounds the others. Ends unproven when `spend` ends it.
 */
export function best(question: Question): Best {
  const search = new Search(question);
  try {
    search.run();
    const { allocated, value } = search.found;
    return { allocated, proven: true, value, bound: value };
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    const { allocated, value } = search.found;
    const bound = search.bound();
    return { allocated, proven: false, value, bound: isLess(bound, value) ? value : bound };
  }
}

/** The most that can be filled wherever it is, and the most that can be kept then. */
type Most = { readonly filled: number; readonly kept: number };

/** One search: what is known so far outlives the end of its steps. */
class Search {
  found: { readonly allocated: readonly Allocated[]; readonly value: Value };
  readonly #question: Question;
  /** What each aim cannot exceed; the aims before the one that is looked at are known by then. */
  readonly #bounds: readonly [Ended, Ended, Ended, Ended];

  /** The set that was filled last, and how. */
  #last: { readonly set: readonly number[]; readonly allocated: readonly Allocated[] } | undefined;

  constructor(question: Question) {
    this.#question = question;
    const { staff, valuation, pinned, given } = question;
    const open = staff.places.filter((place) => valuation.takesPart.has(place.specialization));
    const heldFirst = open.toSorted((a, b) => this.#isHeld(b) - this.#isHeld(a));
    // Something has to be found however few steps there are; it costs no more than to ask who could fill what did.
    const allocated = filledUp(pinned, heldFirst, staff, () => undefined);
    this.found = { allocated, value: appraise(allocated, valuation) };
    const countable = [...valuation.takesPart].filter((entry) => valuation.presence.has(entry));
    const held = countable.filter((entry) => valuation.held.has(entry));
    const units = open.reduce((sum, place) => sum + place.open, 0);
    this.#bounds = [{ bound: held.length }, { bound: countable.length }, { bound: units }, { bound: given.length }];
  }

  /** What could still be, aim by aim. */
  bound(): Value {
    const [held, met, filled, kept] = this.#bounds;
    return [held.bound, met.bound, filled.bound, kept.bound];
  }

  run(): void {
    const contest = contestOf(this.#question);
    const choice = new Choice(contest.problem, contest.candidates, contest.technologies);
    const chosen = this.#choose(contest, choice);
    this.#fill(contest, choice, chosen);
  }

  /** The first two aims: the most that are held, and beside them the most in all. */
  #choose(contest: Contest, choice: Choice): readonly number[] {
    const [heldBound, metBound] = this.#bounds;
    const { candidates } = contest;
    const held = Float64Array.from(candidates, (candidate) => (candidate.held ? 1 : 0));
    const heldIn = (set: readonly number[]): number => set.reduce((sum, index) => sum + (held[index] as number), 0);
    const order = candidates.map((_, index) => index).sort((a, b) => (held[b] as number) - (held[a] as number));
    const greedy = choice.greedily(order, contest.mayJoin);
    const met = this.#metSoFar(contest);
    const isMet = heldIn(met) === heldIn(greedy) ? met.length >= greedy.length : heldIn(met) > heldIn(greedy);
    let chosen = isMet ? met : this.#startWith(contest, greedy);
    // What the flow could fill is looked at with every limit.
    const attempt = (set: readonly number[]): Row | undefined => {
      const row = this.#excluding(contest, set);
      if (row === undefined) chosen = set;
      return row;
    };
    choice.maximise({ objective: held, most: [], rows: [], known: () => heldIn(chosen), attempt }, heldBound);
    const rows = [atLeast(held, heldIn(chosen))];
    const each = new Float64Array(candidates.length).fill(1);
    choice.maximise({ objective: each, most: [], rows, known: () => chosen.length, attempt }, metBound);
    return chosen;
  }

  /**
   * The last two aims. A set of specializations is worth what it leaves: the more places it takes itself the fewer are
   * filled beside it, of all that can be filled; and of given allocations no more are kept than can be.
   */
  #fill(contest: Contest, choice: Choice, chosen: readonly number[]): void {
    const [, , filledBound, keptBound] = this.#bounds;
    const { candidates } = contest;
    const count = candidates.length;
    // What counts is filled itself: so many of the smallest at least.
    const opens = candidates.map(({ open }) => open).sort((a, b) => a - b);
    const taken = opens.slice(0, chosen.length).reduce((sum, open) => sum + open, 0);
    const most = contest.nested ? this.#mostBeside(contest, chosen) : this.#mostOf(contest, chosen, taken);
    filledBound.bound = most.filled - taken;
    const held = Float64Array.from(candidates, (candidate) => (candidate.held ? 1 : 0));
    const size = count + 2;
    const row = (coefficients: Float64Array, filled: number, limit: number): Row => {
      const wide = new Float64Array(size);
      wide.set(coefficients);
      wide[count] = filled;
      return { coefficients: wide, limit };
    };
    const heldIn = chosen.reduce((sum, index) => sum + (held[index] as number), 0);
    const [asManyHeld, asMany] = [atLeast(held, heldIn), atLeast(new Float64Array(count).fill(1), chosen.length)];
    const rows = [
      row(asManyHeld.coefficients, 0, asManyHeld.limit),
      row(asMany.coefficients, 0, asMany.limit),
      row(
        Float64Array.from(candidates, ({ open }) => open),
        1,
        most.filled,
      ),
    ];
    const objective = new Float64Array(size);
    objective[count] = 1;
    choice.maximise(
      {
        objective,
        most: [most.filled, 0],
        rows,
        known: () => this.found.value[2],
        attempt: (set, promised) => {
          const row = contest.nested ? undefined : this.#excluding(contest, set);
          if (row !== undefined) return row;
          const [, , filled] = this.#settle(contest, set);
          return filled < promised ? worthAtMost(set, filled, most.filled, count, size) : undefined;
        },
      },
      filledBound,
    );
    const [, , filled] = this.found.value;
    const kept = this.#mostKept(contest, most);
    keptBound.bound = kept;
    objective.fill(0)[count + 1] = 1;
    choice.maximise(
      {
        objective,
        most: [most.filled, kept],
        rows: [...rows, row(new Float64Array(count), -1, -filled)],
        known: () => this.found.value[3],
        attempt: (set, promised) => {
          const row = contest.nested ? undefined : this.#excluding(contest, set);
          if (row !== undefined) return row;
          const [, , filledNow, keptNow] = this.#settle(contest, set);
          const worth = filledNow < filled ? 0 : keptNow;
          return worth < promised ? worthAtMost(set, worth, kept, count + 1, size) : undefined;
        },
      },
      keptBound,
    );
  }

  #isHeld(place: Place): number {
    return Number(this.#question.valuation.held.has(place.specialization));
  }

  /** What is met by the allocation that was found without a search. */
  #metSoFar({ candidates }: Contest): readonly number[] {
    const { counting } = appraised(this.found.allocated, this.#question.valuation);
    return candidates.flatMap(({ specialization }, index) => (counting.has(specialization) ? [index] : []));
  }

  /** What the flow could fill, or, where the limits are narrower, what of it can be filled one by one. */
  #startWith(contest: Contest, greedy: readonly number[]): readonly number[] {
    if (this.#excluding(contest, greedy) === undefined) return greedy;
    let chosen: readonly number[] = [];
    for (const next of greedy) {
      if (this.#excluding(contest, [...chosen, next]) === undefined) chosen = [...chosen, next];
    }
    return chosen;
  }

  /** A set that the flow could fill is kept, if it is the best so far; where narrower limits forbid it, the row that it breaks. */
  #excluding(contest: Contest, set: readonly number[]): Row | undefined {
    if (contest.nested) {
      this.#settle(contest, set);
      return undefined;
    }
    const { problem, candidates } = contest;
    const must = contest.placesOf(set);
    const room = new Map([...problem.room].filter(([place]) => must.has(place)));
    const units = [...room.values()].reduce((sum, open) => sum + open, 0);
    const weights = { must: 1, place: 0, kept: 0 };
    const only: Problem = { ...problem, room, groups: contest.groupsFor(room), weights };
    const { way, relaxed } = heaviest(only, must, units - 1);
    if (way === undefined)
      return (relaxed && tooDear(relaxed, room, set, candidates)) ?? notAll(set, candidates.length);
    this.#keep(this.#completed(contest, way.assignment));
    return undefined;
  }

  /** Fills a set, and the rest as well as can be; what is better than what was found is kept. */
  #settle(contest: Contest, set: readonly number[]): Value {
    return this.#keep(this.#settled(contest, set));
  }

  #settled(contest: Contest, set: readonly number[]): readonly Allocated[] {
    if (this.#last?.set.join() === set.join()) return this.#last.allocated;
    const found = (assignment: Assignment): void => {
      this.#keep(this.#completed(contest, assignment));
    };
    const { way } = heaviest(contest.problem, contest.placesOf(set), -1, contest.nested ? undefined : found);
    const allocated = this.#completed(contest, way?.assignment);
    this.#last = { set, allocated };
    return allocated;
  }

  #keep(allocated: readonly Allocated[]): Value {
    const value = appraise(allocated, this.#question.valuation);
    if (isLess(this.found.value, value)) this.found = { allocated, value };
    return value;
  }

  #completed({ problem, last }: Contest, assignment: Assignment | undefined): readonly Allocated[] {
    const { pinned, staff } = this.#question;
    const searched = [...(assignment ?? [])].flatMap(([{ id }, places]) =>
      places.map((place) => ({ individual: id, place })),
    );
    const places = [...problem.room.keys()].filter((place) => !problem.last.has(place));
    return filledUp([...pinned, ...searched], [...places, ...last], staff, problem.spend);
  }

  /** Filling a set in a flow leaves no less to fill in all: what is filled then is the most that can be. */
  #mostBeside(contest: Contest, set: readonly number[]): Most {
    const allocated = this.#settled(contest, set);
    const [, , , kept] = this.#keep(allocated);
    const { given } = this.#question;
    return { filled: this.#filledIn(allocated), kept: kept === given.length ? kept : this.#most(contest).kept };
  }

  /**
   * Within narrower limits no more can be filled than in a flow; where that is reached there is no need to look. What is
   * met takes up `taken` of it at least.
   */
  #mostOf(contest: Contest, set: readonly number[], taken: number): Most {
    const flow = this.#mostInFlow(contest);
    this.#bounds[2].bound = flow.filled - taken;
    const allocated = this.#settled(contest, set);
    this.#keep(allocated);
    return this.#filledIn(allocated) === flow.filled ? flow : this.#most(contest);
  }

  #mostInFlow({ problem, last }: Contest): Most {
    const { pinned, given } = this.#question;
    const { weight } = relax(problem, new Set(), new Map());
    const { place } = problem.weights;
    const pinnedKept = pinned.filter((pin) =>
      given.some((entry) => entry.individual === pin.individual && entry.place === pin.place),
    ).length;
    const lastRoom = last.reduce((sum, entry) => sum + (problem.room.get(entry) ?? 0), 0);
    return {
      filled: this.#filledIn(pinned) + Math.floor(weight / place) + lastRoom,
      kept: pinnedKept + (weight % place),
    };
  }

  /** The most places that can be filled wherever they are, and the most given allocations that can be kept then. */
  #most(contest: Contest): Most {
    const allocated = this.#completed(contest, heaviest(contest.problem, new Set(), -1).way?.assignment);
    return { filled: this.#filledIn(allocated), kept: appraise(allocated, this.#question.valuation)[3] };
  }

  #filledIn(allocated: readonly Allocated[]): number {
    const { takesPart } = this.#question.valuation;
    return allocated.reduce((sum, { place }) => sum + (takesPart.has(place.specialization) ? 1 : 0), 0);
  }

  /** What is kept where the most is filled bounds what is kept, unless filling less could keep more. */
  #mostKept(contest: Contest, most: Most): number {
    if (contest.nested) return most.kept;
    const { problem } = contest;
    const weights = { must: 0, place: 0, kept: 1 };
    const allocated = this.#completed(contest, heaviest({ ...problem, weights }, new Set(), -1).way?.assignment);
    return appraise(allocated, this.#question.valuation)[3];
  }
}

function atLeast(coefficients: Float64Array, least: number): Row {
  return { coefficients: coefficients.map((each) => -each), limit: -least };
}

/**
 * Places have prices at which people can give less than the places of a set cost together; no other choice may cost more
 * either (Benders' cut). Undefined where parts of people could fill the set.
 */
function tooDear(
  { bound, prices }: Relaxed,
  room: ReadonlyMap<Place, number>,
  set: readonly number[],
  candidates: readonly Contender[],
): Row | undefined {
  const coefficients = new Float64Array(candidates.length);
  const indexOf = new Map(candidates.map(({ specialization }, index) => [specialization, index]));
  let limit = bound;
  for (const [place, units] of room) {
    const price = prices.get(place) ?? 0;
    limit -= price * units;
    const index = indexOf.get(place.specialization) as number;
    coefficients[index] = (coefficients[index] as number) + Math.max(0, 1 - price) * units;
  }
  const cost = set.reduce((sum, index) => sum + (coefficients[index] as number), 0);
  return cost > limit + DEAR ? { coefficients, limit: limit + DEAR / 2 } : undefined;
}

/** By how much a set has to cost too much, so that errors of sums do not count. */
const DEAR = 1e-4;

/** Not all of a set that cannot be filled. */
function notAll(set: readonly number[], count: number): Row {
  const coefficients = new Float64Array(count);
  for (const index of set) coefficients[index] = 1;
  return { coefficients, limit: set.length - 1 };
}

/** A set is worth so much, told by the variable `by`; another may be worth the most. */
function worthAtMost(set: readonly number[], worth: number, most: number, by: number, size: number): Row {
  const coefficients = new Float64Array(size);
  for (const index of set) coefficients[index] = most - worth;
  coefficients[by] = 1;
  return { coefficients, limit: worth + (most - worth) * set.length };
}
