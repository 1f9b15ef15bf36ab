import { OutOfSteps } from '../../explanation/budget.ts';
import { at, type Table, thinned } from './covering.ts';
import { type Member, Pricing } from './pricing.ts';
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

/** Prices are multiples of this, so that every sum of them is exact. */
const GRAIN = 1 / 1024;
/** How often prices are moved at the root and below it, and after how many rounds without gain steps are halved. */
const ROUNDS = { root: 240, below: 24, patience: 6 };
/** Rounds at the root after which the prices are good enough to try for a whole answer. */
const TRIES: ReadonlySet<number> = new Set([0, 40]);

type Node = { readonly members: readonly Member[]; readonly prices: Float64Array; readonly bound: number };

/** See `fewest`. Without `slack` it ends early where no answer is found that serves all. */
export function search(question: Question): Found {
  return new Search(question).run();
}

class Search {
  #table: Table;
  #pricing: Pricing;
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
    this.#table = table;
    this.#pricing = new Pricing(table);
    this.#sizes = sizes;
    this.#slack = slack;
    this.#floor = floor;
    this.#spend = spend;
    this.#short = table.demand.reduce((sum, each) => sum + each, 0);
    this.#keep(start ?? []);
  }

  run(): Found {
    const rows = this.#table.demand.length;
    const members = this.#sizes.flatMap((size, group): Member[] =>
      size === 0 ? [] : [{ group, size, banned: undefined, required: undefined }],
    );
    let bound = this.#floor;
    try {
      const { prices, bound: first } = this.#priced({ members, prices: new Float64Array(rows), bound }, true);
      bound = first;
      if (this.#best() > bound) this.#try(members, prices);
      if (this.#value === Number.POSITIVE_INFINITY) return this.#found(false, bound);
      const whole = this.#table;
      // From what the relaxation allows upward: to ask for no more than that leaves few entries to look at.
      for (; bound < this.#value; bound += 1) {
        this.#limit = bound + 1;
        this.#use(whole);
        const narrowed = this.#narrowed(members, prices, true);
        if (narrowed !== undefined) this.#look({ members: narrowed.members, prices, bound });
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

  #use(table: Table): void {
    this.#table = table;
    this.#pricing = new Pricing(table);
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
    const narrowed = this.#narrowed(node.members, prices, false);
    return narrowed === undefined ? [] : this.#split({ ...narrowed, prices, bound, coverage });
  }

  /** Moves the prices to where the relaxation says most: subgradient steps, each bent toward the one before. */
  #priced(node: Node, isRoot: boolean) {
    const { demand } = this.#table;
    const rows = demand.length;
    const prices = node.prices.slice();
    const direction = new Float64Array(rows);
    let best = { prices: prices.slice(), value: Number.NEGATIVE_INFINITY, coverage: new Int32Array(rows) };
    let [reach, idle] = [1, 0];
    const rounds = isRoot ? ROUNDS.root : ROUNDS.below;
    const bound = (): number => Math.max(node.bound, Math.ceil(best.value));
    for (let round = 0; round < rounds; round += 1) {
      if (isRoot && TRIES.has(round)) this.#try(node.members, round === 0 ? prices : best.prices);
      const { value, coverage } = this.#relaxed(node.members, prices);
      idle += 1;
      if (value > best.value) {
        best = { prices: prices.slice(), value, coverage };
        if (isRoot) this.#floor = Math.max(this.#floor, Math.ceil(value));
        idle = 0;
      } else if (idle >= ROUNDS.patience) {
        [reach, idle] = [reach / 2, 0];
        if (reach < 1 / 64) break;
        prices.set(best.prices);
      }
      if (bound() >= this.#best()) break;
      let length = 0;
      for (let row = 0; row < rows; row += 1) {
        const gap = at(demand, row) - at(coverage, row);
        const step = gap + 0.5 * (direction[row] as number);
        // A price that would fall below zero does not move.
        direction[row] = step < 0 && prices[row] === 0 ? 0 : step;
        length += (direction[row] as number) ** 2;
      }
      if (length === 0) break;
      const aim = this.#best() === Number.POSITIVE_INFINITY ? 1 + Math.abs(value) : this.#best() - value;
      const scale = (reach * aim) / length;
      for (let row = 0; row < rows; row += 1) {
        const moved = Math.round(((prices[row] as number) + scale * (direction[row] as number)) / GRAIN) * GRAIN;
        prices[row] = Math.max(0, this.#slack ? Math.min(1, moved) : moved);
      }
    }
    return { prices: best.prices, bound: bound(), coverage: best.coverage };
  }

  /** The value of the relaxation at these prices, and how many serve each row in it. */
  #relaxed(members: readonly Member[], prices: Float64Array) {
    const { demand, rowOf, row } = this.#table;
    const coverage = new Int32Array(demand.length);
    let value = 0;
    for (let each = 0; each < demand.length; each += 1) value += at(demand, each) * (prices[each] as number);
    for (const member of members) {
      this.#spend(this.#pricing.stepsOf(member));
      const pick = this.#pricing.best(member, prices);
      value += member.size * pick.value;
      for (const entry of pick.entries) {
        if (entry === -1) continue;
        for (let place = at(rowOf, entry); place < at(rowOf, entry + 1); place += 1) {
          const served = at(row, place);
          if (member.banned?.has(served) !== true) coverage[served] = at(coverage, served) + member.size;
        }
      }
    }
    return { value, coverage };
  }

  /** Bans what nobody can take in an answer better than the best known, by what it would cost more. */
  #narrowed(members: readonly Member[], prices: Float64Array, isRoot: boolean) {
    const least = new Float64Array(this.#table.demand.length);
    const entryLeast = isRoot ? new Float64Array(this.#table.rowOf.length - 1) : undefined;
    const { value } = this.#relaxed(members, prices);
    const room = this.#best() - 1 - value;
    const regrets: Float64Array[] = [];
    const next = members.map((member): Member => {
      this.#spend(2 * this.#pricing.stepsOf(member));
      const own = this.#pricing.best(member, prices).value;
      this.#pricing.bestWith(member, prices, least, entryLeast);
      const banned = new Set(member.banned);
      for (let row = 0; row < least.length; row += 1) {
        least[row] = (least[row] as number) - own;
        if ((least[row] as number) > room) banned.add(row);
      }
      if (entryLeast !== undefined) this.#shift(member, entryLeast, own);
      regrets.push(least.slice());
      return banned.size === (member.banned?.size ?? 0) ? member : { ...member, banned };
    });
    if (room < 0) return undefined;
    if (entryLeast !== undefined) {
      this.#use(thinned(this.#table, (entry) => (entryLeast[entry] as number) <= room));
    }
    return { members: next, regrets };
  }

  #shift({ group }: Member, entryLeast: Float64Array, by: number): void {
    const { wayOf, menuOf, entryOf } = this.#table;
    const until = at(entryOf, at(menuOf, at(wayOf, group + 1)));
    for (let entry = at(entryOf, at(menuOf, at(wayOf, group))); entry < until; entry += 1) {
      entryLeast[entry] = (entryLeast[entry] as number) - by;
    }
  }

  /** "One of this group serves the row" and "none of it does", for the row that is furthest from what it needs. */
  #split({
    members,
    regrets,
    prices,
    bound,
    coverage,
  }: Node & { regrets: readonly Float64Array[]; coverage: Int32Array }) {
    const { demand } = this.#table;
    const gapOf = (row: number): number => at(demand, row) - at(coverage, row);
    let choice:
      | { readonly index: number; readonly row: number; readonly gap: number; readonly regret: number }
      | undefined;
    for (let row = 0; row < demand.length; row += 1) {
      const gap = gapOf(row) > 0 ? gapOf(row) : gapOf(row) < 0 && (prices[row] as number) > 0 ? 0 : -1;
      if (gap === -1 || (choice !== undefined && gap < choice.gap)) continue;
      for (const [index, member] of members.entries()) {
        if (member.banned?.has(row) === true || member.required?.has(row) === true) continue;
        const regret = (regrets[index] as Float64Array)[row] as number;
        if (choice !== undefined && gap === choice.gap && regret >= choice.regret) continue;
        choice = { index, row, gap, regret };
      }
    }
    // Every row that is short then lacks people who could serve it, or nothing is left to decide.
    if (choice === undefined) return this.#anything(members, prices, bound);
    return this.#branches(members, prices, bound, choice.index, choice.row);
  }

  #branches(members: readonly Member[], prices: Float64Array, bound: number, index: number, row: number) {
    const member = members[index] as Member;
    const others = members.filter((_, other) => other !== index);
    const none = { ...member, banned: new Set(member.banned).add(row) };
    const one = { ...member, size: 1, required: new Set(member.required).add(row) };
    const rest = member.size > 1 ? [{ ...member, size: member.size - 1 }] : [];
    return [
      { members: [...others, none], prices, bound },
      { members: [...others, ...rest, one], prices, bound },
    ];
  }

  /** A row that somebody could still serve or not; none where all is decided, and then the node is done. */
  #anything(members: readonly Member[], prices: Float64Array, bound: number): readonly Node[] {
    const rows = this.#table.demand.length;
    for (const [index, member] of members.entries()) {
      for (let row = 0; row < rows; row += 1) {
        if (member.banned?.has(row) === true || member.required?.has(row) === true) continue;
        return this.#branches(members, prices, bound, index, row);
      }
    }
    return [];
  }

  #try(members: readonly Member[], prices: Float64Array): void {
    const assigned = repaired(this.#table, this.#pricing, members, prices, this.#spend);
    this.#keep(assigned.map(({ unit }) => unit));
  }

  /** Keeps an answer that is better than the best known. */
  #keep(units: readonly Unit[]): void {
    const left = Int32Array.from(this.#table.demand);
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
