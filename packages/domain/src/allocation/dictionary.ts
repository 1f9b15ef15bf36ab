/** A row of a linear program: `coefficients . x <= limit`. */
export type Row = { readonly coefficients: Float64Array; readonly limit: number };

/** What is too small to be told from nought. */
export const TINY = 1e-9;
/** So many entries, as a power of two, are one step. */
const STEP_SHIFT = 3;
/** What is left of a difference of equal numbers. */
const ROUNDED = 1e-12;

/**
 * The dense dictionary of a linear program: `basic[i] = constant[i] - sum over j of table[i][j] * free[j]`. Variables from
 * `size` on are the slacks of rows. What is free stands at one of its bounds, what is basic where that puts it.
 */
export class Dictionary {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly size: number;
  basic: number[] = [];
  free: number[] = [];
  table: Float64Array[] = [];
  /** Where each free variable stands. */
  readonly at: Float64Array;
  /** What each basic variable comes to. */
  value: number[] = [];
  /** What one more of each free variable is worth. */
  readonly reduced: Float64Array;
  /** How long the row of each basic variable has grown (Devex). */
  measure: number[] = [];
  /** What the objective comes to here. */
  total = 0;
  /** How often a variable entered since it was made anew. */
  pivots = 0;
  #constant: number[] = [];
  readonly #spend: (steps: number) => void;

  /** Nothing is in it before `clear`. */
  constructor(lower: Float64Array, upper: Float64Array, spend: (steps: number) => void) {
    this.size = lower.length;
    this.lower = lower;
    this.upper = upper;
    this.#spend = spend;
    this.at = new Float64Array(this.size);
    this.reduced = new Float64Array(this.size);
  }

  low(variable: number): number {
    return variable < this.size ? (this.lower[variable] as number) : 0;
  }

  high(variable: number): number {
    return variable < this.size ? (this.upper[variable] as number) : Number.POSITIVE_INFINITY;
  }

  /** No rows, all variables free and at nought. */
  clear(objective: Float64Array): void {
    this.pivots = 0;
    this.basic = [];
    this.table = [];
    this.#constant = [];
    this.value = [];
    this.measure = [];
    this.free = Array.from({ length: this.size }, (_, j) => j);
    this.reduced.set(objective);
    this.at.fill(0);
    this.total = 0;
  }

  /** A row enters with its slack in the basis. */
  enter({ coefficients, limit }: Row): void {
    const row = new Float64Array(this.size);
    let constant = limit;
    let touched = 2;
    for (let j = 0; j < this.size; j += 1) {
      const variable = this.free[j] as number;
      if (variable < this.size) row[j] = coefficients[variable] as number;
    }
    for (let i = 0; i < this.basic.length; i += 1) {
      const variable = this.basic[i] as number;
      const factor = variable < this.size ? (coefficients[variable] as number) : 0;
      if (factor === 0) continue;
      const other = this.table[i] as Float64Array;
      touched += 1;
      constant -= factor * (this.#constant[i] as number);
      for (let j = 0; j < this.size; j += 1) row[j] = (row[j] as number) - factor * (other[j] as number);
    }
    let value = constant;
    for (let j = 0; j < this.size; j += 1) value -= (row[j] as number) * (this.at[j] as number);
    this.#spend(1 + ((touched * this.size + this.basic.length) >> STEP_SHIFT));
    this.basic.push(this.size + this.basic.length);
    this.table.push(row);
    this.#constant.push(constant);
    this.value.push(value);
    this.measure.push(1);
  }

  /** Moves what is free elsewhere. */
  move(column: number, to: number): void {
    const change = to - (this.at[column] as number);
    this.at[column] = to;
    this.total += (this.reduced[column] as number) * change;
    for (let i = 0; i < this.basic.length; i += 1) {
      const entry = (this.table[i] as Float64Array)[column] as number;
      if (entry !== 0) this.value[i] = (this.value[i] as number) - entry * change;
    }
    this.#spend(1 + (this.basic.length >> STEP_SHIFT));
  }

  /** What is basic in a row goes to the bound that it misses, and what is free in a column takes its place. */
  pivot(row: number, column: number): void {
    this.pivots += 1;
    const leaving = this.basic[row] as number;
    const entering = this.free[column] as number;
    const pivotRow = this.table[row] as Float64Array;
    const pivot = pivotRow[column] as number;
    const low = this.low(leaving);
    const target = (this.value[row] as number) < low ? low : this.high(leaving);
    const change = ((this.value[row] as number) - target) / pivot;
    this.total += (this.reduced[column] as number) * change;
    for (let i = 0; i < this.basic.length; i += 1) {
      this.value[i] = (this.value[i] as number) - ((this.table[i] as Float64Array)[column] as number) * change;
    }
    this.value[row] = (this.at[column] as number) + change;
    this.at[column] = target;
    const { touched, columns } = this.#exchange(row, column, pivot);
    this.#spend((touched * columns + 2 * (this.size + this.basic.length)) >> STEP_SHIFT);
    this.basic[row] = entering;
    this.free[column] = leaving;
  }

  /** Writes every row in the terms of the new basis: how many rows and columns that touched. */
  #exchange(row: number, column: number, pivot: number): { readonly touched: number; readonly columns: number } {
    const pivotRow = this.table[row] as Float64Array;
    // Most entries are nought: only the others are worked on.
    const columns: number[] = [];
    for (let j = 0; j < this.size; j += 1) {
      const entry = j === column ? 1 / pivot : (pivotRow[j] as number) / pivot;
      pivotRow[j] = Math.abs(entry) > ROUNDED ? entry : 0;
      if (pivotRow[j] !== 0 && j !== column) columns.push(j);
    }
    this.#constant[row] = (this.#constant[row] as number) / pivot;
    let touched = 2;
    const measure = (this.measure[row] as number) / (pivot * pivot);
    this.measure[row] = Math.max(1, measure);
    for (let i = 0; i < this.basic.length; i += 1) {
      if (i === row) continue;
      const other = this.table[i] as Float64Array;
      const factor = other[column] as number;
      if (factor === 0) continue;
      touched += 1;
      this.measure[i] = Math.max(this.measure[i] as number, factor * factor * measure);
      this.#constant[i] = (this.#constant[i] as number) - factor * (this.#constant[row] as number);
      for (const j of columns) other[j] = (other[j] as number) - factor * (pivotRow[j] as number);
      other[column] = -factor * (pivotRow[column] as number);
    }
    const factor = this.reduced[column] as number;
    for (const j of columns) this.reduced[j] = (this.reduced[j] as number) - factor * (pivotRow[j] as number);
    this.reduced[column] = -factor * (pivotRow[column] as number);
    return { touched, columns: columns.length };
  }
}
