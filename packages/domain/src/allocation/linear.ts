/** A row of a linear program: `coefficients . x <= limit`. */
export type Row = { readonly coefficients: Float64Array; readonly limit: number };

/** What is too small to be told from nought. */
const TINY = 1e-9;
/** By how much a variable may miss its bounds. */
const SLACK = 1e-7;

/**
 * A linear program that grows: the greatest `objective . x` with each variable between its bounds and every row kept.
 * Dual simplex on a dense dictionary. Any dictionary stays dual feasible when rows come and bounds move, so that one
 * object serves a whole search: each solution begins at the last one.
 */
export class LinearProgram {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly #size: number;
  readonly #objective: Float64Array;
  readonly #spend: (steps: number) => void;
  #rows: Row[] = [];
  /** The variables that each row is about. */
  #about: Int32Array[] = [];
  // The dictionary: basic[i] = constant[i] - sum over j of table[i][j] * free[j]; variables from #size on are slacks.
  #basic: number[] = [];
  #free: number[] = [];
  #table: Float64Array[] = [];
  #constant: number[] = [];
  #reduced: Float64Array;
  #at: Float64Array;
  #value: number[] = [];
  /** How long the row of each basic variable has grown. */
  #measure: number[] = [];
  /** What the objective comes to where the dictionary stands. */
  #total = 0;
  #pivots = 0;

  /** Bounds have to be finite. `spend` is told the steps of the work and may throw to end it. */
  constructor(
    objective: Float64Array,
    lower: Float64Array,
    upper: Float64Array,
    rows: readonly Row[],
    spend: (steps: number) => void,
  ) {
    this.#size = objective.length;
    this.#objective = objective;
    this.lower = lower;
    this.upper = upper;
    this.#spend = spend;
    this.#reduced = new Float64Array(this.#size);
    this.#at = new Float64Array(this.#size);
    this.#rows = [...rows];
    this.#about = rows.map(aboutOf);
    this.#restart();
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  add(row: Row): void {
    this.#rows.push(row);
    this.#about.push(aboutOf(row));
    this.#enter(row, this.#rows.length - 1);
  }

  /** False where nothing keeps all rows and comes to `least`. What a solution could come to only falls on the way to it. */
  solve(least = Number.NEGATIVE_INFINITY): boolean {
    if (this.#pivots > RESTART || !this.#settle()) {
      this.#restart();
      this.#settle();
    }
    for (let pivots = 0; ; pivots += 1) {
      this.#spend(1);
      if (this.#total < least) return false;
      // Where it may go in circles, what comes first is taken, which never does (Bland's rule).
      const circles = pivots >= MOST_PIVOTS;
      const row = this.#worst(circles);
      if (row < 0) return true;
      const column = this.#entering(row, circles);
      if (column < 0) return false;
      this.#pivot(row, column);
    }
  }

  /** The values of the variables in the last solution. */
  values(): Float64Array {
    const values = new Float64Array(this.#size);
    for (let j = 0; j < this.#size; j += 1) {
      const variable = this.#free[j] as number;
      if (variable < this.#size) values[variable] = this.#at[j] as number;
    }
    for (let i = 0; i < this.#basic.length; i += 1) {
      const variable = this.#basic[i] as number;
      if (variable < this.#size) values[variable] = this.#value[i] as number;
    }
    return values;
  }

  /** What one unit of each row's limit is worth in the last solution; none is negative. */
  prices(): Float64Array {
    const prices = new Float64Array(this.#rows.length);
    for (let column = 0; column < this.#size; column += 1) {
      const slack = (this.#free[column] as number) - this.#size;
      const price = -(this.#reduced[column] as number);
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
    for (let j = 0; j < this.#size; j += 1) {
      const rest = left[j] as number;
      total += rest * ((rest > 0 ? this.upper[j] : this.lower[j]) as number);
    }
    return total;
  }

  #restart(): void {
    this.#pivots = 0;
    this.#basic = [];
    this.#table = [];
    this.#constant = [];
    this.#value = [];
    this.#measure = [];
    this.#free = Array.from({ length: this.#size }, (_, j) => j);
    this.#reduced.set(this.#objective);
    this.#at.fill(0);
    this.#total = 0;
    for (const [index, row] of this.#rows.entries()) this.#enter(row, index);
  }

  /** A row enters with its slack in the basis. */
  #enter({ coefficients, limit }: Row, index: number): void {
    const row = new Float64Array(this.#size);
    let constant = limit;
    let touched = 2;
    for (let j = 0; j < this.#size; j += 1) {
      const variable = this.#free[j] as number;
      if (variable < this.#size) row[j] = coefficients[variable] as number;
    }
    for (let i = 0; i < this.#basic.length; i += 1) {
      const variable = this.#basic[i] as number;
      const factor = variable < this.#size ? (coefficients[variable] as number) : 0;
      if (factor === 0) continue;
      const other = this.#table[i] as Float64Array;
      touched += 1;
      constant -= factor * (this.#constant[i] as number);
      for (let j = 0; j < this.#size; j += 1) row[j] = (row[j] as number) - factor * (other[j] as number);
    }
    let value = constant;
    for (let j = 0; j < this.#size; j += 1) value -= (row[j] as number) * (this.#at[j] as number);
    this.#spend(1 + ((touched * this.#size + this.#basic.length) >> STEP_SHIFT));
    this.#basic.push(this.#size + index);
    this.#table.push(row);
    this.#constant.push(constant);
    this.#value.push(value);
    this.#measure.push(1);
  }

  /** Puts what is free at the bound that its price asks for; false where it has none there. */
  #settle(): boolean {
    for (let j = 0; j < this.#size; j += 1) {
      const variable = this.#free[j] as number;
      const price = this.#reduced[j] as number;
      if (variable >= this.#size) {
        if (price > SLACK) return false;
        continue;
      }
      const [low, high] = [this.lower[variable] as number, this.upper[variable] as number];
      const before = this.#at[j] as number;
      const after = price > TINY || (price >= -TINY && before === high) ? high : low;
      if (after === before) continue;
      this.#move(j, after);
    }
    return true;
  }

  /**
   * The basic variable that misses its bounds most, by the measure of its row (Devex), or the first that does; -1 where
   * none does.
   */
  #worst(first: boolean): number {
    let [worst, most] = [-1, 0];
    for (let i = 0; i < this.#basic.length; i += 1) {
      const variable = this.#basic[i] as number;
      const value = this.#value[i] as number;
      const low = variable < this.#size ? (this.lower[variable] as number) : 0;
      const high = variable < this.#size ? (this.upper[variable] as number) : Number.POSITIVE_INFINITY;
      const miss = Math.max(low - value, value - high);
      if (miss <= SLACK) continue;
      if (first) {
        if (worst < 0 || variable < (this.#basic[worst] as number)) worst = i;
        continue;
      }
      const measured = (miss * miss) / (this.#measure[i] as number);
      if (measured > most) [worst, most] = [i, measured];
    }
    return worst;
  }

  /**
   * The free variable that moves the basic one of a row toward its bound at the least price, of several the one with the
   * greatest entry or the first; -1 where none can. Those that are cheaper and cannot do it alone go to their other
   * bounds before.
   */
  #entering(row: number, first: boolean): number {
    const table = this.#table[row] as Float64Array;
    const leaving = this.#basic[row] as number;
    const value = this.#value[row] as number;
    const rises = value < this.#low(leaving);
    let left = rises ? this.#low(leaving) - value : value - (this.upper[leaving] ?? 0);
    const able: { readonly column: number; readonly ratio: number; readonly size: number; readonly range: number }[] =
      [];
    for (let j = 0; j < this.#size; j += 1) {
      const entry = table[j] as number;
      if (Math.abs(entry) <= TINY) continue;
      const variable = this.#free[j] as number;
      const low = this.#low(variable);
      const high = variable < this.#size ? (this.upper[variable] as number) : Number.POSITIVE_INFINITY;
      if (low === high) continue;
      // At its lower bound it can only rise, which lowers the row where the entry is positive.
      const atLow = this.#at[j] === low;
      if ((atLow ? entry < 0 : entry > 0) !== rises) continue;
      const size = Math.abs(entry);
      able.push({ column: j, ratio: Math.abs(this.#reduced[j] as number) / size, size, range: high - low });
    }
    const variable = ({ column }: { readonly column: number }): number => this.#free[column] as number;
    able.sort((a, b) => a.ratio - b.ratio || (first ? 0 : b.size - a.size) || variable(a) - variable(b));
    for (const { column, size, range } of able) {
      left -= size * range;
      if (left <= SLACK) return column;
      this.#flip(column);
    }
    return -1;
  }

  /** Moves a free variable to its other bound. */
  #flip(column: number): void {
    const variable = this.#free[column] as number;
    const [low, high] = [this.lower[variable] as number, this.upper[variable] as number];
    this.#move(column, this.#at[column] === low ? high : low);
  }

  #move(column: number, to: number): void {
    const change = to - (this.#at[column] as number);
    this.#at[column] = to;
    this.#total += (this.#reduced[column] as number) * change;
    for (let i = 0; i < this.#basic.length; i += 1) {
      const entry = (this.#table[i] as Float64Array)[column] as number;
      if (entry !== 0) this.#value[i] = (this.#value[i] as number) - entry * change;
    }
    this.#spend(1 + (this.#basic.length >> STEP_SHIFT));
  }

  #low(variable: number): number {
    return variable < this.#size ? (this.lower[variable] as number) : 0;
  }

  #pivot(row: number, column: number): void {
    this.#pivots += 1;
    const leaving = this.#basic[row] as number;
    const entering = this.#free[column] as number;
    const pivotRow = this.#table[row] as Float64Array;
    const pivot = pivotRow[column] as number;
    const low = this.#low(leaving);
    const target = (this.#value[row] as number) < low ? low : (this.upper[leaving] as number);
    const change = ((this.#value[row] as number) - target) / pivot;
    this.#total += (this.#reduced[column] as number) * change;
    for (let i = 0; i < this.#basic.length; i += 1) {
      this.#value[i] = (this.#value[i] as number) - ((this.#table[i] as Float64Array)[column] as number) * change;
    }
    this.#value[row] = (this.#at[column] as number) + change;
    this.#at[column] = target;

    // Most entries are nought: only the others are worked on.
    const columns: number[] = [];
    for (let j = 0; j < this.#size; j += 1) {
      const entry = j === column ? 1 / pivot : (pivotRow[j] as number) / pivot;
      pivotRow[j] = Math.abs(entry) > ROUNDED ? entry : 0;
      if (pivotRow[j] !== 0 && j !== column) columns.push(j);
    }
    this.#constant[row] = (this.#constant[row] as number) / pivot;
    let touched = 2;
    const measure = (this.#measure[row] as number) / (pivot * pivot);
    this.#measure[row] = Math.max(1, measure);
    for (let i = 0; i < this.#basic.length; i += 1) {
      if (i === row) continue;
      const other = this.#table[i] as Float64Array;
      const factor = other[column] as number;
      if (factor === 0) continue;
      touched += 1;
      this.#measure[i] = Math.max(this.#measure[i] as number, factor * factor * measure);
      this.#constant[i] = (this.#constant[i] as number) - factor * (this.#constant[row] as number);
      for (const j of columns) other[j] = (other[j] as number) - factor * (pivotRow[j] as number);
      other[column] = -factor * (pivotRow[column] as number);
    }
    const factor = this.#reduced[column] as number;
    for (const j of columns) this.#reduced[j] = (this.#reduced[j] as number) - factor * (pivotRow[j] as number);
    this.#reduced[column] = -factor * (pivotRow[column] as number);
    this.#spend((touched * columns.length + 2 * (this.#size + this.#basic.length)) >> STEP_SHIFT);
    this.#basic[row] = entering;
    this.#free[column] = leaving;
  }
}

/** After so many pivots the dictionary is made anew, so that errors do not add up. */
const RESTART = 400;
/** After so many pivots of one solution it may be going in circles. */
const MOST_PIVOTS = 2_000;
/** So many entries of the dictionary, as a power of two, are one step. */
const STEP_SHIFT = 3;
/** What is left of a difference of equal numbers. */
const ROUNDED = 1e-12;

function aboutOf({ coefficients }: Row): Int32Array {
  const about: number[] = [];
  for (let j = 0; j < coefficients.length; j += 1) if (coefficients[j] !== 0) about.push(j);
  return Int32Array.from(about);
}
