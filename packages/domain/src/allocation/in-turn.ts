import { Choice, type Ended } from './choice.ts';
import type { Contest, Question } from './contest.ts';
import type { Row } from './dictionary.ts';
import type { Allocated } from './given.ts';
import { type Incumbent, mostOfAll } from './incumbent.ts';
import { Relaxation } from './relaxation.ts';
import { appraise, appraised, type Value } from './value.ts';
import { worthIn } from './worth.ts';

/** The most that can be filled wherever it is, and the most that can be kept then. */
type Most = { readonly filled: number; readonly kept: number };

/**
 * Finds the best allocation where all limits are those of a flow, one aim after another. Specializations are chosen by
 * branch and cut (`choice.ts`); for the third and fourth aim each choice is filled, and what it came to bounds the others.
 */
export class InTurn {
  readonly #question: Question;
  readonly #contest: Contest;
  readonly #incumbent: Incumbent;
  readonly #choice: Choice;
  /** What each aim cannot exceed; the aims before the one that is looked at are known by then. */
  readonly #bounds: readonly [Ended, Ended, Ended, Ended];
  /** Made when a set is filled first. */
  #relaxation: Relaxation | undefined;
  /** The set that was filled last, and how. */
  #last: { readonly set: readonly number[]; readonly allocated: readonly Allocated[] } | undefined;

  constructor(question: Question, contest: Contest, incumbent: Incumbent) {
    this.#question = question;
    this.#contest = contest;
    this.#incumbent = incumbent;
    this.#choice = new Choice(contest.problem, contest.candidates, contest.technologies);
    const [held, met, filled, kept] = mostOfAll(question);
    this.#bounds = [{ bound: held }, { bound: met }, { bound: filled }, { bound: kept }];
  }

  /** What could still be, aim by aim. */
  bound(): Value {
    const [held, met, filled, kept] = this.#bounds;
    return [held.bound, met.bound, filled.bound, kept.bound];
  }

  run(): boolean {
    this.#fill(this.#choose());
    return true;
  }

  /** The first two aims: the most that are held, and beside them the most in all. */
  #choose(): readonly number[] {
    const [heldBound, metBound] = this.#bounds;
    const { candidates, mayJoin } = this.#contest;
    const held = Float64Array.from(candidates, (candidate) => (candidate.held ? 1 : 0));
    const heldIn = (set: readonly number[]): number => set.reduce((sum, index) => sum + (held[index] as number), 0);
    const order = candidates.map((_, index) => index).sort((a, b) => (held[b] as number) - (held[a] as number));
    const greedy = this.#choice.greedily(order, mayJoin);
    const met = this.#metSoFar();
    const isMet = heldIn(met) === heldIn(greedy) ? met.length >= greedy.length : heldIn(met) > heldIn(greedy);
    let chosen = isMet ? met : greedy;
    const attempt = (set: readonly number[]): undefined => {
      this.#settle(set);
      chosen = set;
    };
    if (!isMet) attempt(greedy);
    this.#choice.maximise({ objective: held, most: [], rows: [], known: () => heldIn(chosen), attempt }, heldBound);
    const rows = [atLeast(held, heldIn(chosen))];
    const each = new Float64Array(candidates.length).fill(1);
    this.#choice.maximise({ objective: each, most: [], rows, known: () => chosen.length, attempt }, metBound);
    return chosen;
  }

  /**
   * The last two aims. A set of specializations is worth what it leaves: the more places it takes itself the fewer are
   * filled beside it, of all that can be filled; and of given allocations no more are kept than can be.
   */
  #fill(chosen: readonly number[]): void {
    const [, , filledBound, keptBound] = this.#bounds;
    const { candidates } = this.#contest;
    const most = this.#mostBeside(chosen);
    const opens = candidates.map(({ open }) => open);
    // What counts is filled itself: so many of the smallest at least.
    const least = opens.toSorted((a, b) => a - b).slice(0, chosen.length);
    filledBound.bound = most.filled - least.reduce((sum, open) => sum + open, 0);
    const held = Float64Array.from(candidates, (candidate) => (candidate.held ? 1 : 0));
    const heldIn = chosen.reduce((sum, index) => sum + (held[index] as number), 0);
    const each = new Float64Array(candidates.length).fill(1);
    const rows = [
      wide(atLeast(held, heldIn), 0),
      wide(atLeast(each, chosen.length), 0),
      wide({ coefficients: Float64Array.from(opens), limit: most.filled }, 1),
    ];
    const objective = new Float64Array(candidates.length + 2);
    const [byFilled, byKept] = [candidates.length, candidates.length + 1];
    objective[byFilled] = 1;
    this.#choice.maximise(
      {
        objective,
        most: [most.filled, 0],
        rows,
        known: () => this.#incumbent.value[2],
        attempt: (set, promised) => {
          const [, , filled] = this.#settle(set);
          return filled < promised ? worthIn(set, filled, most.filled, byFilled, objective.length) : undefined;
        },
      },
      filledBound,
    );
    const [, , filled] = this.#incumbent.value;
    keptBound.bound = most.kept;
    objective.fill(0)[byKept] = 1;
    this.#choice.maximise(
      {
        objective,
        most: [most.filled, most.kept],
        rows: [...rows, wide({ coefficients: new Float64Array(candidates.length), limit: -filled }, -1)],
        known: () => this.#incumbent.value[3],
        attempt: (set, promised) => {
          const [, , filledNow, keptNow] = this.#settle(set);
          const worth = filledNow < filled ? 0 : keptNow;
          return worth < promised ? worthIn(set, worth, most.kept, byKept, objective.length) : undefined;
        },
      },
      keptBound,
    );
  }

  /** What is met by the allocation that was found without a search. */
  #metSoFar(): readonly number[] {
    const { counting } = appraised(this.#incumbent.allocated, this.#question.valuation);
    return this.#contest.candidates.flatMap(({ specialization }, index) =>
      counting.has(specialization) ? [index] : [],
    );
  }

  /** Fills a set, and the rest as well as can be; what is better than what was found is kept. */
  #settle(set: readonly number[]): Value {
    return this.#incumbent.keep(this.#settled(set));
  }

  #settled(set: readonly number[]): readonly Allocated[] {
    if (this.#last?.set.join() === set.join()) return this.#last.allocated;
    const allocated = this.#filling(set);
    this.#last = { set, allocated };
    return allocated;
  }

  #filling(set: readonly number[]): readonly Allocated[] {
    const { problem, placesOf } = this.#contest;
    this.#relaxation ??= new Relaxation(problem);
    return this.#incumbent.completed(this.#contest, this.#relaxation.fill(placesOf(set)).assignment);
  }

  /** Filling a set in a flow leaves no less to fill in all: what is filled then is the most that can be. */
  #mostBeside(set: readonly number[]): Most {
    const allocated = this.#settled(set);
    const [, , , kept] = this.#incumbent.keep(allocated);
    const { takesPart, given } = this.#question.valuation;
    const filled = allocated.reduce((sum, { place }) => sum + Number(takesPart.has(place.specialization)), 0);
    return { filled, kept: kept === given.length ? kept : this.#mostKept() };
  }

  /** The most given allocations that can be kept where the most places are filled wherever they are. */
  #mostKept(): number {
    return appraise(this.#filling([]), this.#question.valuation)[3];
  }
}

function atLeast(coefficients: Float64Array, least: number): Row {
  return { coefficients: coefficients.map((each) => -each), limit: -least };
}

/** A row over candidates, with what is filled and what is kept beside. */
function wide({ coefficients, limit }: Row, filled: number): Row {
  return { coefficients: Float64Array.of(...coefficients, filled, 0), limit };
}
