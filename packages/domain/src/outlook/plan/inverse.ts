/** The inverse of a square matrix whose columns are changed one at a time; lines of it stand for columns. */
export class Inverse {
  readonly #size: number;
  readonly #entries: Float64Array;

  /** `diagonal`: of the matrix to begin with, 1 or -1 each. */
  constructor(diagonal: readonly (1 | -1)[]) {
    this.#size = diagonal.length;
    this.#entries = new Float64Array(this.#size ** 2);
    for (const [line, entry] of diagonal.entries()) this.#entries[line * this.#size + line] = entry;
  }

  /** Adds to `sum` the column for a row, so many times. */
  addColumn(row: number, times: number, sum: Float64Array): void {
    for (let line = 0, from = row; line < sum.length; line += 1, from += this.#size) {
      sum[line] = (sum[line] as number) + times * (this.#entries[from] as number);
    }
  }

  /** Adds to `sum` a line, so many times. */
  addLine(line: number, times: number, sum: Float64Array): void {
    const from = line * this.#size;
    for (let row = 0; row < sum.length; row += 1) {
      sum[row] = (sum[row] as number) + times * (this.#entries[from + row] as number);
    }
  }

  /** Puts the negative sum of these lines in the place of one of them. */
  negateSum(line: number, others: readonly number[]): void {
    const own = this.#line(line);
    for (const other of others) this.addLine(other, 1, own);
    for (let row = 0; row < this.#size; row += 1) own[row] = -(own[row] as number);
  }

  /** Puts a column in the place of one: `turned` is the inverse times the column. */
  replace(line: number, turned: Float64Array): void {
    clear(this.#entries, this.#size, line, turned);
  }

  /** Begins anew from a matrix, line after line, which is spoilt by that. */
  invert(matrix: Float64Array): void {
    const [size, entries] = [this.#size, this.#entries];
    entries.fill(0);
    for (let line = 0; line < size; line += 1) entries[line * size + line] = 1;
    for (let column = 0; column < size; column += 1) {
      const entry = (line: number): number => Math.abs(matrix[line * size + column] as number);
      let best = column;
      for (let line = column + 1; line < size; line += 1) if (entry(line) > entry(best)) best = line;
      swap(matrix, size, best, column);
      swap(entries, size, best, column);
      const factors = Float64Array.from({ length: size }, (_, line) => matrix[line * size + column] as number);
      clear(matrix, size, column, factors);
      clear(entries, size, column, factors);
    }
  }

  #line(line: number): Float64Array {
    return this.#entries.subarray(line * this.#size, (line + 1) * this.#size);
  }
}

/** Divides a line by its factor, and takes it from every other line as often as the factor of that one says. */
function clear(entries: Float64Array, size: number, line: number, factors: Float64Array): void {
  const [from, by] = [line * size, factors[line] as number];
  for (let k = from; k < from + size; k += 1) entries[k] = (entries[k] as number) / by;
  for (let other = 0; other < size; other += 1) {
    const factor = factors[other] as number;
    if (other === line || factor === 0) continue;
    for (let k = from, to = other * size; k < from + size; k += 1, to += 1) {
      entries[to] = (entries[to] as number) - factor * (entries[k] as number);
    }
  }
}

function swap(entries: Float64Array, size: number, one: number, other: number): void {
  if (one === other) return;
  const kept = entries.slice(one * size, (one + 1) * size);
  entries.copyWithin(one * size, other * size, (other + 1) * size);
  entries.set(kept, other * size);
}
