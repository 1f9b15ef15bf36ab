import type { Assignment, Person } from '../problem.ts';
import { branchOf } from './branching.ts';
import type { Bundle } from './bundles.ts';
import type { Model } from './model.ts';
import { Program } from './program.ts';

const NEAR = 1e-6;
/** What may be given beside all worth together: less than one, so that no bound changes for it. */
const ASIDE = 0.2;

/** What is left to search, and what nothing there exceeds. */
type Open = { readonly program: Program; readonly bound: number };

/**
 * Branch and bound over a model. Parts of individuals and of specializations are rare in its solutions, so that most
 * searches end where they begin. `known` is what the best that was found weighs, `found` is told of each whole solution.
 */
export class Search {
  readonly #model: Model;
  readonly #known: () => number;
  readonly #found: (assignment: Assignment) => void;
  readonly #spend: (steps: number) => void;
  readonly #open: Open[] = [];
  /** What was promised by a whole solution that came to less: never so, as far as errors of sums are small. */
  #missed = Number.NEGATIVE_INFINITY;
  /** What nothing exceeds where the search is; before the first program is solved, what its prices tell. */
  #here: () => number = () => Number.POSITIVE_INFINITY;

  constructor(
    model: Model,
    known: () => number,
    found: (assignment: Assignment) => void,
    spend: (steps: number) => void,
  ) {
    this.#model = model;
    this.#known = known;
    this.#found = found;
    this.#spend = spend;
  }

  /** What nothing exceeds, weighed. */
  bound(): number {
    const ended = Math.max(this.#here(), this.#known(), this.#missed);
    return this.#open.reduce((most, { bound }) => Math.max(most, bound), ended);
  }

  /** Whether what is known in the end is the most that can be. */
  run(): boolean {
    const { columns, takers, bounds } = this.#model;
    const all = takers.reduce((sum, { size }) => sum + size, 0);
    const root = Program.of(columns, takers, bounds, ASIDE / Math.max(1, all), this.#spend);
    this.#here = () => Math.floor(root.bound() + NEAR);
    this.#visit(root);
    for (;;) {
      const next = this.#open.pop();
      this.#here = () => next?.bound ?? Number.NEGATIVE_INFINITY;
      if (next === undefined) return this.#missed <= this.#known();
      if (next.bound > this.#known()) this.#visit(next.program);
    }
  }

  /** Goes down from here, the likelier half first. */
  #visit(program: Program): void {
    for (;;) {
      const bound = this.#boundOf(program);
      if (bound === undefined) return;
      this.#here = () => bound;
      const branch = branchOf(this.#model, program);
      if (branch === undefined) {
        this.#found(this.#dealt(program));
        if (this.#known() < bound) this.#missed = Math.max(this.#missed, bound);
        return;
      }
      const other = program.copy();
      branch.second(other);
      const beside = branch.isLikely ? this.#boundOf(other) : bound;
      if (beside !== undefined) this.#open.push({ program: other, bound: beside });
      branch.first(program);
    }
  }

  /** What a program comes to at most; undefined where that is no more than what is known. */
  #boundOf(program: Program): number | undefined {
    const known = this.#known();
    if (!program.solve(known + 1 - NEAR)) return undefined;
    const bound = Math.floor(program.bound() + NEAR);
    return bound > known ? bound : undefined;
  }

  #dealt(program: Program): Assignment {
    const { bundles, people } = this.#model;
    const assignment = new Map<Person, Bundle>();
    for (const [taker, parts] of program.amounts().entries()) {
      const { group, from } = program.takers[taker] as Program['takers'][number];
      if (group < 0) continue;
      let next = from;
      for (const [column, amount] of parts) {
        const bundle = bundles[column] as Bundle;
        for (let left = Math.round(amount); left > 0; left -= 1) {
          const person = people[group]?.[next] as Person;
          const other = assignment.get(person);
          assignment.set(person, other === undefined ? bundle : [...other, ...bundle]);
          next += 1;
        }
      }
    }
    return assignment;
  }
}
