/** A set of rows as bits; it is asked millions of times whether one holds another. */
export type RowSet = Uint32Array;

export function rowSet(size: number, rows: Iterable<number>): RowSet {
  const bits = new Uint32Array((size + 31) >>> 5);
  for (const row of rows) bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
  return bits;
}

export function has(set: RowSet, row: number): boolean {
  return (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function isSubset(inner: RowSet, outer: RowSet): boolean {
  for (let word = 0; word < inner.length; word += 1) {
    if (((inner[word] as number) & ~(outer[word] as number)) !== 0) return false;
  }
  return true;
}

/** The rows of a set, ascending. */
export function rowsOf(set: RowSet, size: number): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) if (has(set, row)) rows.push(row);
  return rows;
}

export function isEmpty(set: RowSet): boolean {
  return set.every((word) => word === 0);
}
