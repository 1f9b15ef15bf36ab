import { OutOfSteps } from '../../explanation/budget.ts';
import { branchesOf, type Node } from './branching.ts';
import { at, type Table } from './covering.ts';
import { mastered } from './master.ts';
import type { Member } from './pricing.ts';
import { Relaxation } from './relaxation.ts';
import { repaired } from './repair.ts';
import type { Share, Unit } from './unit.ts';

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

/** How many times everybody is asked again what they would rather do. */
const SWEEPS = 8;

/** See `fewest`. Without `slack` it ends at once where no answer is quickly found that serves all. */
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
  /** What a place that is not served costs: at first, and what everybody together cannot cost. */
  #most: { readonly first: number; readonly last: number };

  constructor({ table, sizes, slack, spend, start, floor }: Question) {
    this.#demand = table.demand;
    this.#relaxation = new Relaxation(table, spend);
    this.#sizes = sizes;
    this.#slack = slack;
    this.#floor = floor;
    this.#spend = spend;
    this.#short = table.demand.reduce((sum, each) => sum + each, 0);
    const dearest = table.cost.reduce((most, each) => Math.max(most, each), 0);
    const people = sizes.reduce((sum, size) => sum + size, 0);
    this.#most = { first: 1, last: slack ? 1 : 1 + dearest * people };
    this.#keep(start ?? []);
  }

  run(): Found {
    const members = this.#sizes.flatMap((size, group): Member[] =>
      size === 0 ? [] : [{ group, size, banned: undefined, required: undefined }],
    );
    let bound = this.#floor;
    try {
      const { table } = this.#relaxation;
      // The table was built for this.
      this.#spend(table.row.length + table.menuAt.length);
      // What is quickly found is there whatever comes of the rest.
      const dearest = table.cost.reduce((most, each) => Math.max(most, each), 0);
      this.#try(members, new Float64Array(this.#demand.length).fill(1 + dearest), [], 1);
      if (this.#value <= bound) return this.#found(true, this.#value);
      if (this.#value === Number.POSITIVE_INFINITY) return this.#found(false, bound);
      const root = this.#priced(members, bound, (value) => {
        this.#floor = Math.max(this.#floor, Math.ceil(value));
      });
      bound = root.bound;
      this.#most = { ...this.#most, first: root.most };
      if (this.#value > bound) this.#try(members, root.prices, root.shares, SWEEPS);
      const whole = this.#relaxation;
      // From what the relaxation allows upward: to ask for no more than that leaves few entries to look at.
      for (; bound < this.#value; bound += 1) {
        this.#limit = bound + 1;
        const narrowed = whole.narrowed(members, root.prices, this.#limit, true);
        if (narrowed === undefined) continue;
        this.#relaxation = new Relaxation(narrowed.table, this.#spend);
        this.#look({ members: narrowed.members, bound });
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
    const { prices, bound, shares } = this.#priced(node.members, node.bound);
    if (bound >= this.#best()) return [];
    this.#try(node.members, prices, shares, SWEEPS);
    if (bound >= this.#best()) return [];
    const narrowed = this.#relaxation.narrowed(node.members, prices, this.#best(), false);
    return narrowed === undefined ? [] : branchesOf(narrowed, shares, bound);
  }

  #priced(members: readonly Member[], known: number, report?: (value: number) => void) {
    const [relaxation, most, spend] = [this.#relaxation, this.#most, this.#spend];
    const { value, ...priced } = mastered({
      relaxation,
      members,
      most,
      goal: this.#best(),
      spend,
      ...(report && { report }),
    });
    return { ...priced, bound: Math.max(known, Math.ceil(value)) };
  }

  #try(members: readonly Member[], prices: Float64Array, shares: readonly Share[], sweeps: number): void {
    const assigned = repaired(this.#relaxation, members, prices, shares, sweeps, this.#spend);
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
