import { OutOfSteps } from '../../explanation/budget.ts';
import { ascended } from './ascent.ts';
import { branchesOf, type Node } from './branching.ts';
import { at, type Table } from './covering.ts';
import type { Member } from './pricing.ts';
import { Relaxation } from './relaxation.ts';
import { repaired, type Unit } from './repair.ts';

export type Found = {
  readonly units: readonly Unit[];
  readonly short: number;
  readonly proven: boolean;
  /** What is sought cannot fall below this. */
  readonly bound: number;
};

export type Question = {
  readonly table: Table;
  /** Individuals by group. */
  readonly sizes: readonly number[];
  readonly spend: (steps: number) => void;
  /** Whether the fewest places that stay short are sought, whatever it costs; else the least cost with none short. */
  readonly slack: boolean;
  readonly start?: readonly Unit[];
  /** What is sought is known not to fall below this. */
  readonly floor: number;
};

/** How often prices are moved at the root and below it. */
const ROUNDS = { root: 240, below: 24 };
/** Rounds at the root after which the prices are good enough to try for a whole answer. */
const TRIES: ReadonlySet<number> = new Set([0, 40]);

/** See `fewest`. Without `slack` it ends early where no answer is found that serves all. */
export function search(question: Question): Found {
  return new Search(question).run();
}

class Search {
  readonly #demand: Int32Array;
  #relaxation: Relaxation;
  readonly #sizes: readonly number[];
  readonly #slack: boolean;
  readonly #spend: (steps: number) => void;
  #units: readonly Unit[] = [];
  #short: number;
  /** Of the best answer known: its cost, or how many places stay short. */
  #value = Number.POSITIVE_INFINITY;
  /** What is known so far from the question and the prices tried at the root. */
  #floor: number;
  /** Only answers below this are looked for. */
  #limit = Number.POSITIVE_INFINITY;

  constructor({ table, sizes, slack, spend, start, floor }: Question) {
    this.#demand = table.demand;
    this.#relaxation = new Relaxation(table, spend);
    this.#sizes = sizes;
    this.#slack = slack;
    this.#floor = floor;
    this.#spend = spend;
    this.#short = table.demand.reduce((sum, each) => sum + each, 0);
    this.#keep(start ?? []);
  }

  run(): Found {
    const rows = this.#demand.length;
    const members = this.#sizes.flatMap((size, group): Member[] =>
      size === 0 ? [] : [{ group, size, banned: undefined, required: undefined }],
    );
    let bound = this.#floor;
    try {
      // The table was built for this.
      this.#spend(this.#relaxation.table.row.length + this.#relaxation.table.menuAt.length);
      const { prices, ...first } = this.#priced({ members, prices: new Float64Array(rows), bound }, true);
      bound = first.bound;
      if (this.#best() > bound) this.#try(members, prices);
      if (this.#value === Number.POSITIVE_INFINITY) return this.#found(false, bound);
      const whole = this.#relaxation;
      // From what the relaxation allows upward: to ask for no more than that leaves few entries to look at.
      for (; bound < this.#value; bound += 1) {
        this.#limit = bound + 1;
        const narrowed = whole.narrowed(members, prices, this.#best(), true);
        if (narrowed === undefined) continue;
        this.#relaxation = new Relaxation(narrowed.table, this.#spend);
        this.#look({ members: narrowed.members, prices, bound });
      }
      return this.#found(true, this.#value);
    } catch (error) {
      if (!(error instanceof OutOfSteps)) throw error;
      return this.#found(false, Math.min(Math.max(bound, this.#floor), this.#value));
    }
  }

  /** Looks for an answer below the limit, until one is found or there is none. */
  #look(root: Node): void {
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.bound < this.#best()) open.push(...this.#expand(node));
    }
  }

  /** What an answer must be below to be of interest. */
  #best(): number {
    return Math.min(this.#value, this.#limit);
  }

  #found(proven: boolean, bound: number): Found {
    return { units: this.#units, short: this.#short, proven, bound };
  }

  /** What is left to look at below a node, the last first. */
  #expand(node: Node): readonly Node[] {
    const { prices, bound, coverage } = this.#priced(node, false);
    if (bound >= this.#best()) return [];
    this.#try(node.members, prices);
    if (bound >= this.#best()) return [];
    const narrowed = this.#relaxation.narrowed(node.members, prices, this.#best(), false);
    return narrowed === undefined ? [] : branchesOf(narrowed, this.#demand, coverage, prices, bound);
  }

  #priced(node: Node, isRoot: boolean) {
    const bound = (value: number): number => Math.max(node.bound, Math.ceil(value));
    const { value, ...priced } = ascended({
      ...{ relaxation: this.#relaxation, members: node.members, prices: node.prices },
      rounds: isRoot ? ROUNDS.root : ROUNDS.below,
      most: this.#slack ? 1 : Number.POSITIVE_INFINITY,
      goal: () => this.#best(),
      isEnough: (round, best) => {
        if (isRoot) {
          this.#floor = Math.max(this.#floor, Math.ceil(best.value));
          if (TRIES.has(round)) this.#try(node.members, best.prices);
        }
        return bound(best.value) >= this.#best();
      },
    });
    return { ...priced, bound: bound(value) };
  }

  #try(members: readonly Member[], prices: Float64Array): void {
    const assigned = repaired(this.#relaxation, members, prices, this.#spend);
    this.#keep(assigned.map(({ unit }) => unit));
  }

  /** Keeps an answer that is better than the best known. */
  #keep(units: readonly Unit[]): void {
    const left = Int32Array.from(this.#demand);
    for (const { rows } of units) for (const row of rows) left[row] = at(left, row) - 1;
    const short = left.reduce((sum, each) => sum + Math.max(0, each), 0);
    const cost = units.reduce((sum, unit) => sum + unit.cost, 0);
    const value = this.#slack ? short : short === 0 ? cost : Number.POSITIVE_INFINITY;
    if (value < this.#value || (value === this.#value && short < this.#short)) {
      this.#units = units;
      this.#short = short;
      this.#value = value;
    }
  }
}
