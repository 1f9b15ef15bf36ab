import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covering } from '../../../tests/plans/small-coverings.ts';
import { runs } from '../../../tests/runs.ts';
import { type Covering, tableOf } from './covering.ts';
import { mastered } from './master.ts';
import { Relaxation } from './relaxation.ts';

const unlimited = (): void => undefined;
/** More than all of a small covering can cost. */
const DEAREST = 1000;

function solved({ demand, groups }: Covering) {
  const members = groups.flatMap(({ size }, group) =>
    size === 0 ? [] : [{ group, size, banned: undefined, required: undefined }],
  );
  const relaxation = new Relaxation(tableOf({ demand, groups }), unlimited);
  const most = { first: DEAREST, last: DEAREST };
  const priced = mastered({ relaxation, members, most, goal: Number.POSITIVE_INFINITY, spend: unlimited });
  return { members, ...priced };
}

describe('the linear program over all ways', () => {
  test('its shares come to what its prices say, so that both are the best there are', () => {
    fc.assert(
      fc.property(covering, (problem) => {
        const { shares, value } = solved(problem);
        const left = [...problem.demand];
        let cost = 0;
        for (const { unit, amount } of shares) {
          cost += amount * unit.cost;
          for (const row of unit.rows) left[row] = (left[row] ?? 0) - amount;
        }
        const lacking = left.reduce((sum, each) => sum + Math.max(0, each), 0);
        expect(cost + DEAREST * lacking).toBeGreaterThan(value - 0.1);
        expect(cost + DEAREST * lacking).toBeLessThan(value + 0.1);
      }),
      runs(300, 10_000),
    );
  });

  test('everybody takes as much as there are individuals', () => {
    fc.assert(
      fc.property(covering, (problem) => {
        const { members, shares } = solved(problem);
        for (const [index, { size }] of members.entries()) {
          const own = shares.filter(({ member }) => member === index);
          expect(own.every(({ amount }) => amount > -1e-6)).toBe(true);
          expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(size, 6);
        }
      }),
      runs(100, 5_000),
    );
  });
});
