import type { Columns } from './columns.ts';
import { invert, less } from './inverse.ts';

/** In the place of a taker: the rest of a row. */
export const REST = -1;

/** What is left of an entry that ought to be nought. */
const ROUNDED = 1e-13;

/**
 * The basis of a linear program, with its inverse: for each position the rest of a row, or a column of a taker, as what
 * it adds beyond the key of that taker.
 */
export class Basis {
  readonly rows: number;
  readonly taker: Int32Array;
  /** The row or the column. */
  readonly item: Int32Array;
  /** Whether a column in the basis is not allowed any more. */
  readonly isOut: Uint8Array;
  readonly value: Float64Array;
  readonly inverse: Float64Array;
  readonly #entering: Float64Array;

  /** Of the rests of all rows, or as another is. */
  constructor(rows: number, from?: Basis) {
    this.rows = rows;
    this.taker = from?.taker.slice() ?? new Int32Array(rows).fill(REST);
    this.item = from?.item.slice() ?? Int32Array.from({ length: rows }, (_, row) => row);
    this.isOut = from?.isOut.slice() ?? new Uint8Array(rows);
    this.value = from?.value.slice() ?? new Float64Array(rows);
    this.inverse = from?.inverse.slice() ?? new Float64Array(rows * rows);
    this.#entering = new Float64Array(rows);
    if (from === undefined) for (let row = 0; row < rows; row += 1) this.inverse[row * rows + row] = 1;
  }

  copy(): Basis {
    return new Basis(this.rows, this);
  }

  /** Works out the value of a position, and gives the square of how long its row is. */
  measure(position: number, need: Float64Array): number {
    const { rows, inverse } = this;
    let [value, length] = [0, 0];
    for (let row = 0, index = position * rows; row < rows; row += 1, index += 1) {
      const entry = inverse[index] as number;
      if (entry === 0) continue;
      value += entry * (need[row] as number);
      length += entry * entry;
    }
    this.value[position] = value;
    return length;
  }

  /** The positions of a taker's columns. */
  positionsOf(taker: number): readonly number[] {
    const own: number[] = [];
    for (let at = 0; at < this.rows; at += 1) if (this.taker[at] === taker) own.push(at);
    return own;
  }

  /** How the key of a taker would stand in the basis: the row that it would have. */
  rowOfKey(own: readonly number[]): Float64Array {
    const { rows, inverse } = this;
    const sum = new Float64Array(rows);
    for (const at of own) {
      for (let row = 0; row < rows; row += 1) sum[row] = (sum[row] as number) - (inverse[at * rows + row] as number);
    }
    return sum;
  }

  /** Puts a column of a taker, or the rest of a row, where another is. */
  enter(position: number, taker: number, item: number, key: number, columns: Columns): void {
    const { rows, inverse } = this;
    const entering = this.#entering.fill(0);
    if (taker === REST) this.#add(item, 1);
    else {
      this.#addColumn(item, 1, columns);
      this.#addColumn(key, -1, columns);
    }
    const pivot = entering[position] as number;
    for (let index = position * rows; index < (position + 1) * rows; index += 1) {
      const entry = (inverse[index] as number) / pivot;
      inverse[index] = Math.abs(entry) > ROUNDED ? entry : 0;
    }
    for (let at = 0; at < rows; at += 1) {
      const by = entering[at] as number;
      if (at !== position && Math.abs(by) > ROUNDED) less(inverse, at * rows, by, position * rows, rows);
    }
    this.taker[position] = taker;
    this.item[position] = item;
    this.isOut[position] = 0;
  }

  /** Makes the inverse anew. */
  renew(keyOf: readonly number[], { first, row: rowOf, factor }: Columns): void {
    const { rows } = this;
    const matrix = new Float64Array(rows * rows);
    const add = (column: number, at: number, by: number): void => {
      for (let entry = first[column] as number; entry < (first[column + 1] as number); entry += 1) {
        const index = (rowOf[entry] as number) * rows + at;
        matrix[index] = (matrix[index] as number) + by * (factor[entry] as number);
      }
    };
    for (let at = 0; at < rows; at += 1) {
      const [taker, item] = [this.taker[at] as number, this.item[at] as number];
      if (taker === REST) matrix[item * rows + at] = 1;
      else {
        add(item, at, 1);
        add(keyOf[taker] as number, at, -1);
      }
    }
    invert(matrix, this.inverse, rows);
  }

  #addColumn(column: number, by: number, { first, row, factor }: Columns): void {
    for (let entry = first[column] as number; entry < (first[column + 1] as number); entry += 1) {
      this.#add(row[entry] as number, by * (factor[entry] as number));
    }
  }

  #add(row: number, by: number): void {
    const { rows, inverse } = this;
    const entering = this.#entering;
    for (let at = 0, index = row; at < rows; at += 1, index += rows) {
      const entry = inverse[index] as number;
      if (entry !== 0) entering[at] = (entering[at] as number) + by * entry;
    }
  }
}
