/** The inverse of a square matrix, row by row, by Gauss and Jordan with the largest of a column as pivot. */
export function invert(matrix: Float64Array, inverse: Float64Array, rows: number): void {
  inverse.fill(0);
  for (let at = 0; at < rows; at += 1) inverse[at * rows + at] = 1;
  for (let column = 0; column < rows; column += 1) {
    let best = column;
    for (let at = column + 1; at < rows; at += 1) {
      if (Math.abs(matrix[at * rows + column] as number) > Math.abs(matrix[best * rows + column] as number)) best = at;
    }
    if (best !== column) {
      swap(matrix, column * rows, best * rows, rows);
      swap(inverse, column * rows, best * rows, rows);
    }
    const pivot = matrix[column * rows + column] as number;
    for (let index = column * rows; index < (column + 1) * rows; index += 1) {
      matrix[index] = (matrix[index] as number) / pivot;
      inverse[index] = (inverse[index] as number) / pivot;
    }
    for (let at = 0; at < rows; at += 1) {
      const by = matrix[at * rows + column] as number;
      if (at !== column && by !== 0) {
        less(matrix, at * rows, by, column * rows, rows);
        less(inverse, at * rows, by, column * rows, rows);
      }
    }
  }
}

/** Takes so many times one row from another. */
export function less(matrix: Float64Array, to: number, by: number, from: number, rows: number): void {
  for (let index = 0; index < rows; index += 1) {
    matrix[to + index] = (matrix[to + index] as number) - by * (matrix[from + index] as number);
  }
}

function swap(matrix: Float64Array, a: number, b: number, rows: number): void {
  for (let index = 0; index < rows; index += 1) {
    const kept = matrix[a + index] as number;
    matrix[a + index] = matrix[b + index] as number;
    matrix[b + index] = kept;
  }
}
