import { describe, expect, test } from 'vitest';
import { boundBy } from './bound.ts';
import { Draft } from './columns.ts';
import { Rests } from './rests.ts';

describe('what nothing exceeds', () => {
  // Three of five places: two who would take two each for 5, or one for 3.
  test.each([
    [0, 10],
    [1, 9],
    [2, 8],
    [3, 9],
  ])('at a price of %i a place is %i, of which 8 is true', (price, bound) => {
    const draft = new Draft();
    draft.row(0, 3);
    for (const [worth, factor] of [
      [5, 2],
      [3, 1],
    ] as const) {
      draft.entry(0, factor);
      draft.column(worth);
    }
    draft.take(2, 0);
    const rests = new Rests(draft.bounds);
    rests.go(1, Float64Array.of(price));
    const most = boundBy(draft.columns(), draft.takers, rests);
    expect(most).toBeCloseTo(bound, 9);
    expect(most, 'errors of sums are on the safe side').toBeGreaterThanOrEqual(bound);
  });
});
