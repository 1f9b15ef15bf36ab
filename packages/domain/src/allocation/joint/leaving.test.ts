import { describe, expect, test } from 'vitest';
import { Basis } from './basis.ts';
import { Draft } from './columns.ts';
import { Crowd } from './crowd.ts';
import { leavingOf } from './leaving.ts';
import { Rests } from './rests.ts';

/** Two who are alike would both take `factor` of a row; or nothing. */
function standing(factor: number, least: number, most: number) {
  const draft = new Draft();
  draft.row(least, most);
  draft.entry(0, factor);
  draft.column(1);
  draft.column(0);
  draft.take(2, 0);
  return { basis: new Basis(1), crowd: new Crowd(draft.columns(), draft.takers, 0), rests: new Rests(draft.bounds) };
}

describe('what leaves the basis', () => {
  test.each([
    ['nothing, where all rows are kept', 1, 0, 2, undefined],
    ['the rest of a row of which too much is taken', 1, 0, 1, { position: 0, rises: true }],
    ['the rest of a row of which too little is taken', 1, 3, 4, { position: 0, rises: false }],
  ] as const)('%s', (_, factor, least, most, leaving) => {
    const { basis, crowd, rests } = standing(factor, least, most);
    expect(leavingOf(basis, crowd, rests)).toEqual(leaving);
  });

  test('a key of which less than nothing is left: it changes places with a column of its taker', () => {
    const { basis, crowd, rests } = standing(1, 0, 9);
    // Three of two take nothing, so that one less than none takes the key.
    basis.taker[0] = 0;
    basis.item[0] = 1;
    crowd.ties[0] = 1;
    basis.inverse[0] = -1;
    crowd.need[0] = -3;
    expect(leavingOf(basis, crowd, rests)).toEqual({ position: 0, rises: true });
    expect([crowd.key[0], basis.item[0], basis.value[0]]).toEqual([1, 0, -1]);
    expect(basis.inverse[0]).toBe(1);
  });
});
