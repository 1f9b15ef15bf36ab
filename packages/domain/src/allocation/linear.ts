import { Dictionary, type Row, TINY } from './dictionary.ts';

/** By how much a variable may miss its bounds. */
const SLACK = 1e-7;
/** After so many pivots the dictionary is made anew, so that errors do not add up. */
const RESTART = 400;
/** After so many pivots of one solution it may be going in circles. */
const MOST_PIVOTS = 2_000;

/** What may enter the basis: at which ratio of price to entry, how great its entry is, how far it can move. */
type Entering = { readonly column: number; readonly ratio: number; readonly size: number; readonly range: number };

/**
 * A linear program that grows: the greatest `objective . x` with each variable between its bounds and every row kept.
 * Dual simplex on a dense dictionary. Any dictionary stays dual feasible when rows come and bounds move, so that one
 * object serves a whole search: each solution begins at the last one.
 */
export class LinearProgram {
  readonly #dictionary: Dictionary;
  readonly #objective: Float64Array;
  readonly #spend: (steps: number) => void;
  readonly #rows: Row[];
  /** The variables that each row is about. */
  readonly #about: Int32Array[];

  /** Bounds have to be finite. `spend` is told the steps of the work and may throw to end it. */
  constructor(
    objective: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
    rows: readonly Row[],
    spend: (steps: number) => void,
  ) {
    this.#objective = objective;
    this.#spend = spend;
    this.#rows = [...rows];
    this.#about = rows.map(aboutOf);
    this.#dictionary = new Dictionary(lower, upper, spend);
    this.#restart();
  }

  get lower(): Float64Array {
    return this.#dictionary.lower;
  }

  get upper(): Float64Array {
    return this.#dictionary.upper;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  add(row: Row): void {
    this.#rows.push(row);
    this.#about.push(aboutOf(row));
    this.#dictionary.enter(row);
  }

  /** False where nothing keeps all rows and comes to `least`. What a solution could come to only falls on the way to it. */
  solve(least = Number.NEGATIVE_INFINITY): boolean {
    const dictionary = this.#dictionary;
    if (dictionary.pivots > RESTART || !this.#settle()) {
      this.#restart();
      this.#settle();
    }
    for (let pivots = 0; ; pivots += 1) {
      this.#spend(1);
      if (dictionary.total < least) return false;
      // Where it may go in circles, what comes first is taken, which never does (Bland's rule).
      const circles = pivots >= MOST_PIVOTS;
      const row = circles ? this.#first() : this.#worst();
      if (row < 0) return true;
      const column = this.#entering(row, circles);
      if (column < 0) return false;
      dictionary.pivot(row, column);
    }
  }

  /** The values of the variables in the last solution. */
  values(): Float64Array {
    const { size, free, at, basic, value } = this.#dictionary;
    const values = new Float64Array(size);
    for (const [j, variable] of free.entries()) if (variable < size) values[variable] = at[j] as number;
    for (const [i, variable] of basic.entries()) if (variable < size) values[variable] = value[i] as number;
    return values;
  }

  /** What one unit of each row's limit is worth in the last solution; none is negative. */
  prices(): Float64Array {
    const { size, free, reduced } = this.#dictionary;
    const prices = new Float64Array(this.#rows.length);
    for (let column = 0; column < size; column += 1) {
      const slack = (free[column] as number) - size;
      const price = -(reduced[column] as number);
      if (slack >= 0 && price > TINY) prices[slack] = price;
    }
    return prices;
  }

  /**
   * What no solution within the bounds exceeds: from the prices and the rows as they were given, so that errors of many
   * pivots do not count.
   */
  bound(): number {
    const left = Float64Array.from(this.#objective);
    let total = 0;
    for (const [index, price] of this.prices().entries()) {
      if (price === 0) continue;
      const { coefficients, limit } = this.#rows[index] as Row;
      total += price * limit;
      for (const j of this.#about[index] as Int32Array)
        left[j] = (left[j] as number) - price * (coefficients[j] as number);
    }
    for (const [j, rest] of left.entries()) {
      total += rest * ((rest > 0 ? this.upper[j] : this.lower[j]) as number);
    }
    return total;
  }

  #restart(): void {
    this.#dictionary.clear(this.#objective);
    for (const row of this.#rows) this.#dictionary.enter(row);
  }

  /** Puts what is free at the bound that its price asks for; false where it has none there. */
  #settle(): boolean {
    const { size, free, reduced, at, lower, upper } = this.#dictionary;
    for (let j = 0; j < size; j += 1) {
      const variable = free[j] as number;
      const price = reduced[j] as number;
      if (variable >= size) {
        if (price > SLACK) return false;
        continue;
      }
      const [low, high] = [lower[variable] as number, upper[variable] as number];
      const before = at[j] as number;
      const after = price > TINY || (price >= -TINY && before === high) ? high : low;
      if (after !== before) this.#dictionary.move(j, after);
    }
    return true;
  }

  /** By how much a basic variable misses its bounds. */
  #miss(row: number): number {
    const dictionary = this.#dictionary;
    const variable = dictionary.basic[row] as number;
    const value = dictionary.value[row] as number;
    return Math.max(dictionary.low(variable) - value, value - dictionary.high(variable));
  }

  /** The basic variable that misses its bounds most, by the measure of its row (Devex); -1 where none does. */
  #worst(): number {
    const { basic, measure } = this.#dictionary;
    let [worst, most] = [-1, 0];
    for (let i = 0; i < basic.length; i += 1) {
      const miss = this.#miss(i);
      if (miss <= SLACK) continue;
      const measured = (miss * miss) / (measure[i] as number);
      if (measured > most) [worst, most] = [i, measured];
    }
    return worst;
  }

  /** The first variable that is basic and misses its bounds; -1 where none does. */
  #first(): number {
    const { basic } = this.#dictionary;
    let first = -1;
    for (const [i, variable] of basic.entries()) {
      if (this.#miss(i) > SLACK && (first < 0 || variable < (basic[first] as number))) first = i;
    }
    return first;
  }

  /**
   * The free variable that moves the basic one of a row toward its bound at the least price, of several the one with the
   * greatest entry or the first; -1 where none can. Those that are cheaper and cannot do it alone go to their other
   * bounds before.
   */
  #entering(row: number, first: boolean): number {
    const { free } = this.#dictionary;
    const variable = ({ column }: Entering): number => free[column] as number;
    let left = this.#miss(row);
    const able = this.#able(row).sort(
      (a, b) => a.ratio - b.ratio || (first ? 0 : b.size - a.size) || variable(a) - variable(b),
    );
    for (const { column, size, range } of able) {
      left -= size * range;
      if (left <= SLACK) return column;
      this.#flip(column);
    }
    return -1;
  }

  /** The free variables that can move the basic one of a row toward the bound that it misses. */
  #able(row: number): Entering[] {
    const dictionary = this.#dictionary;
    const { size, free, at, reduced, table, basic, value } = dictionary;
    const entries = table[row] as Float64Array;
    const rises = (value[row] as number) < dictionary.low(basic[row] as number);
    const able: Entering[] = [];
    for (let j = 0; j < size; j += 1) {
      const entry = entries[j] as number;
      if (Math.abs(entry) <= TINY) continue;
      const variable = free[j] as number;
      const [low, high] = [dictionary.low(variable), dictionary.high(variable)];
      if (low === high) continue;
      // At its lower bound it can only rise, which lowers the row where the entry is positive.
      if ((at[j] === low ? entry < 0 : entry > 0) !== rises) continue;
      const length = Math.abs(entry);
      able.push({ column: j, ratio: Math.abs(reduced[j] as number) / length, size: length, range: high - low });
    }
    return able;
  }

  /** Moves a free variable to its other bound. */
  #flip(column: number): void {
    const dictionary = this.#dictionary;
    const variable = dictionary.free[column] as number;
    const [low, high] = [dictionary.low(variable), dictionary.high(variable)];
    dictionary.move(column, dictionary.at[column] === low ? high : low);
  }
}

function aboutOf({ coefficients }: Row): Int32Array {
  const about: number[] = [];
  for (let j = 0; j < coefficients.length; j += 1) if (coefficients[j] !== 0) about.push(j);
  return Int32Array.from(about);
}
