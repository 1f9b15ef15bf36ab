import { describe, expect, test } from 'vitest';
import { Draft } from './columns.ts';
import { Crowd } from './crowd.ts';

/** Three who are alike: one row; worth 3 for 2 of it, 2 for 1, 0 for none. */
function crowd(): Crowd {
  const draft = new Draft();
  draft.row(0, 9);
  for (const [worth, factor] of [
    [3, 2],
    [2, 1],
    [0, 0],
  ] as const) {
    draft.entry(0, factor);
    draft.column(worth);
  }
  draft.take(3, 0);
  return new Crowd(draft.columns(), draft.takers, 0);
}

describe('takers at prices', () => {
  test('take what is worth most, and leave it for another as its price rises', () => {
    const all = crowd();
    expect([all.key, all.profits, [...all.need]]).toEqual([[0], 9, [-6]]);
    all.turn(Float64Array.of(1));
    expect([all.leaves(0), all.at, all.to]).toEqual([true, 1, 1]);
    expect(all.gain(0, 1)).toBe(3);
    all.rekey(0, 1);
    expect([all.leaves(0), all.at, all.to]).toEqual([true, 2, 2]);
    all.go(1.5);
    expect([...all.profit]).toEqual([0, 0.5, 0]);
    expect([...all.need]).toEqual([-3]);
  });

  test('are parted into those who may take all and those who keep to some', () => {
    const all = crowd();
    const copy = all.copy();
    expect(all.part(0, 1, Int32Array.of(1, 2))).toBe(2);
    expect(all.takers.map(({ size, from }) => ({ size, from }))).toEqual([
      { size: 1, from: 0 },
      { size: 2, from: 1 },
    ]);
    expect([all.key, [...all.need]]).toEqual([[0, 1], [-4]]);
    expect([copy.key, [...copy.need]]).toEqual([[0], [-6]]);
  });

  test('whose key is out take the best that is left, unless some of them stand in the basis', () => {
    const all = crowd();
    all.takers[0] = { size: 3, columns: Int32Array.of(2), group: -1, from: 0 };
    all.isKeyOut[0] = true;
    all.ties[0] = 1;
    expect(all.settle(0)).toBe(0);
    all.ties[0] = 0;
    expect(all.settle(0)).toBe(9);
    expect([all.key, all.isKeyOut, all.profits]).toEqual([[2], [false], 0]);
  });

  test('work out their profits anew at given prices', () => {
    const all = crowd();
    all.reprice(Float64Array.of(2));
    expect([[...all.profit], all.key, all.profits]).toEqual([[-1, 0, 0], [1], 0]);
  });
});
