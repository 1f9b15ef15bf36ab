import { describe, expect, test } from 'vitest';
import { Draft } from './columns.ts';

describe('rows, columns and takers', () => {
  test('stand in columns of numbers, the rest of a row against what is taken', () => {
    const draft = new Draft();
    const [a, b] = [draft.row(1, 3), draft.row(0, 2)];
    const from = draft.count;
    draft.entry(a, 1);
    draft.entry(b, -2);
    draft.column(5);
    draft.column(0);
    draft.take(4, from, 7);
    expect(draft.bounds).toEqual([
      [-3, -1],
      [-2, 0],
    ]);
    expect(draft.takers).toEqual([{ size: 4, columns: Int32Array.of(0, 1), group: 7, from: 0 }]);
    expect(draft.columns()).toEqual({
      rows: 2,
      count: 2,
      first: Int32Array.of(0, 2, 2),
      row: Int32Array.of(a, b),
      factor: Float64Array.of(1, -2),
      worth: Float64Array.of(5, 0),
    });
  });
});
