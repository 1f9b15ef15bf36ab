import type { Columns, Takers } from './columns.ts';

/** A difference of rates that is too small to matter. */
const TINY = 1e-7;

/**
 * All takers, each with its key: the column it would take alone at the prices of the rows. What is not in the basis is
 * the key of its taker wholly.
 */
export class Crowd {
  readonly columns: Columns;
  readonly takers: Takers[];
  readonly key: number[];
  /** Whether the key is not allowed any more. */
  readonly isKeyOut: boolean[];
  /** How many columns of a taker are in the basis beside its key. */
  readonly ties: number[];
  /** What the basis has to come to in each row. */
  readonly need: Float64Array;
  readonly profit: Float64Array;
  /** How fast the profit of each column falls along the way of prices. */
  readonly rate: Float64Array;
  /** Where a taker first leaves its key along the way, and for which column. */
  at = 0;
  to = 0;
  readonly #worth: Float64Array;

  /** With a little beside what columns are worth, so that no two ways are alike; or as another is. */
  constructor(columns: Columns, takers: readonly Takers[], aside: number, from?: Crowd) {
    this.columns = columns;
    this.takers = [...takers];
    this.rate = from?.rate ?? new Float64Array(columns.count);
    this.#worth =
      from === undefined ? columns.worth.map((worth, column) => worth + aside * spread(column)) : from.#worth;
    this.profit = (from?.profit ?? this.#worth).slice();
    this.need = from?.need.slice() ?? new Float64Array(columns.rows);
    this.key = from === undefined ? takers.map((taker) => this.#best(taker.columns)) : [...from.key];
    this.isKeyOut = from === undefined ? takers.map(() => false) : [...from.isKeyOut];
    this.ties = from === undefined ? takers.map(() => 0) : [...from.ties];
    if (from === undefined)
      for (const [taker, { size }] of takers.entries()) this.#takes(this.key[taker] as number, size);
  }

  copy(): Crowd {
    return new Crowd(this.columns, this.takers, 0, this);
  }

  /** What all make together. */
  get profits(): number {
    let sum = 0;
    for (let taker = 0; taker < this.takers.length; taker += 1) {
      sum += (this.takers[taker] as Takers).size * (this.profit[this.key[taker] as number] as number);
    }
    return sum;
  }

  /** The rest of a row that stands at a bound moves. */
  needs(row: number, by: number): void {
    this.need[row] = (this.need[row] as number) - by;
  }

  /** Another column becomes the key of a taker. */
  rekey(taker: number, column: number): void {
    const { size } = this.takers[taker] as Takers;
    this.#takes(this.key[taker] as number, -size);
    this.#takes(column, size);
    this.key[taker] = column;
    this.isKeyOut[taker] = false;
  }

  /** A taker without ties whose key is out takes the best that is allowed; gives what it loses by it. */
  settle(taker: number): number {
    if (this.isKeyOut[taker] !== true || this.ties[taker] !== 0) return 0;
    const { size, columns } = this.takers[taker] as Takers;
    const before = this.profit[this.key[taker] as number] as number;
    const best = this.#best(columns);
    this.rekey(taker, best);
    return size * (before - (this.profit[best] as number));
  }

  /** All but `size` of a taker are others, who take columns of a narrower list; gives what they lose by it. */
  part(taker: number, size: number, narrow: Int32Array): number {
    const whole = this.takers[taker] as Takers;
    const others = whole.size - size;
    const [before, best] = [this.key[taker] as number, this.#best(narrow)];
    this.takers[taker] = { ...whole, size };
    this.takers.push({ ...whole, size: others, columns: narrow, from: whole.from + size });
    this.key.push(best);
    this.isKeyOut.push(false);
    this.ties.push(0);
    this.#takes(before, -others);
    this.#takes(best, others);
    return others * ((this.profit[before] as number) - (this.profit[best] as number));
  }

  /** Works out how fast each column's profit falls where prices go this way. */
  turn(way: Float64Array): void {
    const { count, first, row, factor } = this.columns;
    const rate = this.rate;
    let entry = 0;
    for (let column = 0; column < count; column += 1) {
      const end = first[column + 1] as number;
      let sum = 0;
      for (; entry < end; entry += 1) sum += (way[row[entry] as number] as number) * (factor[entry] as number);
      rate[column] = sum;
    }
  }

  /** Prices have gone so far. */
  go(far: number): void {
    const [rate, profit] = [this.rate, this.profit];
    for (let column = 0; column < rate.length; column += 1) {
      profit[column] = (profit[column] as number) - far * (rate[column] as number);
    }
  }

  /** Whether a taker leaves its key somewhere on the way; `at` and `to` tell where. */
  leaves(taker: number): boolean {
    const { columns } = this.takers[taker] as Takers;
    const [rate, profit] = [this.rate, this.profit];
    const key = this.key[taker] as number;
    const [own, mine] = [rate[key] as number, profit[key] as number];
    let [at, to, slowest] = [Number.POSITIVE_INFINITY, -1, 0];
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index] as number;
      const other = rate[column] as number;
      if (own - other <= TINY) continue;
      const when = (mine - (profit[column] as number)) / (own - other);
      if (when < at || (when === at && other < slowest)) [at, to, slowest] = [when, column, other];
    }
    this.at = at;
    this.to = to;
    return to >= 0;
  }

  /** How much less is taken along the way once a taker has left its key. */
  gain(taker: number, to: number): number {
    const key = this.key[taker] as number;
    return (this.takers[taker] as Takers).size * ((this.rate[key] as number) - (this.rate[to] as number));
  }

  /** Profits at these prices anew, and keys of all without ties. */
  reprice(prices: Float64Array): void {
    this.turn(prices);
    for (let column = 0; column < this.profit.length; column += 1) {
      this.profit[column] = (this.#worth[column] as number) - (this.rate[column] as number);
    }
    this.need.fill(0);
    for (const [taker, { size, columns }] of this.takers.entries()) {
      if (this.ties[taker] === 0) this.key[taker] = this.#best(columns);
      this.#takes(this.key[taker] as number, size);
    }
  }

  /** By how much a column is worth more than another. */
  beyond(column: number, other: number): number {
    return (this.#worth[column] as number) - (this.#worth[other] as number);
  }

  #best(own: Int32Array): number {
    let best = own[0] as number;
    for (let at = 1; at < own.length; at += 1) {
      if ((this.profit[own[at] as number] as number) > (this.profit[best] as number)) best = own[at] as number;
    }
    return best;
  }

  /** So many more take a column outright. */
  #takes(column: number, size: number): void {
    const { first, row, factor } = this.columns;
    for (let entry = first[column] as number; entry < (first[column + 1] as number); entry += 1) {
      const at = row[entry] as number;
      this.need[at] = (this.need[at] as number) - size * (factor[entry] as number);
    }
  }
}

/** A number of its own for each column, from 0 to 1, the same on every machine. */
function spread(column: number): number {
  return ((Math.imul(column + 1, 0x9e3779b1) >>> 0) % 1_000_003) / 1_000_003;
}
