import { describe, expect, test } from 'vitest';
import { Rests } from './rests.ts';

describe('the rests of rows', () => {
  test('stand in the basis, or at a bound that moves with them', () => {
    const rests = new Rests([
      [-3, 0],
      [-2, -2],
    ]);
    expect(rests.isBasic(0)).toBe(true);
    expect(rests.confine(0, true, -5), 'what is in the basis does not move').toBe(0);
    rests.leave(0, true);
    expect(rests.of(0)).toBe(-5);
    expect(rests.confine(0, true, -4)).toBe(1);
    rests.flip(0);
    expect(rests.of(0)).toBe(0);
    const copy = rests.copy();
    rests.enter(0);
    expect([rests.isBasic(0), copy.isBasic(0)]).toEqual([true, false]);
  });

  test.each([
    ['at the lower bound, as the price falls', true, 2, -4, 0.5],
    ['at the lower bound, never as it rises', true, 2, 4, Number.POSITIVE_INFINITY],
    ['at the upper bound, as it rises', false, -2, 4, 0.5],
    ['at once, where errors have brought it past nought', true, -1e-12, -1, 0],
  ] as const)('turn %s', (_, isLower, price, change, at) => {
    const rests = new Rests([[-3, 0]]);
    expect(rests.turnsAt(0, Float64Array.of(change)), 'in the basis').toBe(Number.POSITIVE_INFINITY);
    rests.leave(0, isLower);
    rests.go(1, Float64Array.of(price));
    expect(rests.turnsAt(0, Float64Array.of(change))).toBe(at);
  });
});
