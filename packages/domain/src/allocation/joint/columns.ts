/** Ways to take part, each with what it is worth and what it adds to some rows; kept in columns of numbers. */
export type Columns = {
  readonly rows: number;
  readonly count: number;
  /** The entries of column `c` stand from `first[c]` to before `first[c + 1]`. */
  readonly first: Int32Array;
  readonly row: Int32Array;
  readonly factor: Float64Array;
  readonly worth: Float64Array;
};

/** So many who are alike, each of whom takes one of these columns, or parts of several that are one together. */
export type Takers = {
  readonly size: number;
  readonly columns: Int32Array;
  /** Whose they are, and which of them is the first. */
  readonly group: number;
  readonly from: number;
};

/** The rest of a row and what is taken there are nought together; the rest stays between these. */
export type Bounds = readonly [lower: number, upper: number];

/** Rows, columns and takers while they are put together. */
export class Draft {
  readonly bounds: Bounds[] = [];
  readonly takers: Takers[] = [];
  readonly #first: number[] = [0];
  readonly #row: number[] = [];
  readonly #factor: number[] = [];
  readonly #worth: number[] = [];

  /** A row in which no less than `least` and no more than `most` is taken. */
  row(least: number, most: number): number {
    return this.bounds.push([0 - most, 0 - least]) - 1;
  }

  /** What the column that is closed next adds to a row. */
  entry(row: number, factor: number): void {
    this.#row.push(row);
    this.#factor.push(factor);
  }

  /** Ends a column. */
  column(worth: number): number {
    this.#first.push(this.#row.length);
    return this.#worth.push(worth) - 1;
  }

  /** Those who take one of the columns from `from` to the last. */
  take(size: number, from: number, group = -1): number {
    const columns = new Int32Array(this.#worth.length - from);
    for (let at = 0; at < columns.length; at += 1) columns[at] = from + at;
    return this.takers.push({ size, columns, group, from: 0 }) - 1;
  }

  /** How many columns there are. */
  get count(): number {
    return this.#worth.length;
  }

  columns(): Columns {
    return {
      rows: this.bounds.length,
      count: this.#worth.length,
      first: Int32Array.from(this.#first),
      row: Int32Array.from(this.#row),
      factor: Float64Array.from(this.#factor),
      worth: Float64Array.from(this.#worth),
    };
  }
}
