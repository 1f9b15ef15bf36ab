import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { covering } from '../../../tests/plans/small-coverings.ts';
import { runs } from '../../../tests/runs.ts';
import { OutOfSteps } from '../../explanation/budget.ts';
import { type Covering, fewest } from './fewest.ts';

vi.setConfig({ testTimeout: 600_000 });

const unlimited = (): void => undefined;

/** The fewest that stay short, then the least cost, by going through everything that everybody could take. */
function byHand({ demand, groups }: Covering): readonly [number, number] {
  let reached = new Map([[demand.join(), 0]]);
  for (const { size, ways } of groups) {
    for (let person = 0; person < size; person += 1) {
      const next = new Map(reached);
      for (const [key, before] of reached) {
        for (const { cost, menus } of ways) {
          const all = menus.reduce<readonly (readonly number[])[]>(
            (sets, menu) => sets.flatMap((set) => [set, ...menu.map((entry) => [...set, ...entry])]),
            [[]],
          );
          for (const rows of all) {
            const left = key.split(',').map(Number);
            for (const row of rows) left[row] = Math.max(0, (left[row] ?? 0) - 1);
            const known = next.get(left.join()) ?? Number.POSITIVE_INFINITY;
            if (before + cost < known) next.set(left.join(), before + cost);
          }
        }
      }
      reached = next;
    }
  }
  const ends = [...reached].map(([key, cost]) => [key.split(',').reduce((sum, each) => sum + Number(each), 0), cost]);
  ends.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  return [ends[0]?.[0] ?? 0, ends[0]?.[1] ?? 0];
}

describe('fewest', () => {
  test('is what going through everything finds', () => {
    fc.assert(
      fc.property(covering, (problem) => {
        const found = fewest(problem, unlimited);
        const [short, cost] = byHand(problem);
        expect(found.proven).toBe(true);
        expect(found.short.reduce((sum, each) => sum + each, 0)).toBe(short);
        // Where somebody stays short, the cost is not the least.
        expect(short === 0 ? found.cost : cost).toBe(cost);
        expect(found.bound).toEqual(short === 0 ? { short, cost } : { short, cost: 0 });
      }),
      runs(400, 20_000),
    );
  });

  test('takes what it says it takes', () => {
    fc.assert(
      fc.property(covering, (problem) => {
        const { taken, short, cost } = fewest(problem, unlimited);
        const left = [...problem.demand];
        let sum = 0;
        for (const [group, all] of taken.entries()) {
          expect(all.length).toBeLessThanOrEqual(problem.groups[group]?.size ?? 0);
          for (const { way, entries } of all) {
            const chosen = problem.groups[group]?.ways[way];
            sum += chosen?.cost ?? Number.NaN;
            for (const [menu, entry] of entries.entries()) {
              for (const row of chosen?.menus[menu]?.[entry] ?? []) left[row] = Math.max(0, (left[row] ?? 0) - 1);
            }
          }
        }
        expect({ short: left, cost: sum }).toEqual({ short, cost });
      }),
      runs(200, 5_000),
    );
  });

  test('out of steps it says so, and what no answer can fall below', () => {
    fc.assert(
      fc.property(covering, fc.integer({ min: 0, max: 400 }), (problem, steps) => {
        let left = steps;
        const found = fewest(problem, (spent) => {
          left -= spent;
          if (left < 0) throw new OutOfSteps('');
        });
        const [short, cost] = byHand(problem);
        const lacking = found.short.reduce((sum, each) => sum + each, 0);
        expect(found.proven ? lacking : short).toBe(short);
        expect(found.proven && short === 0 ? found.cost : cost).toBe(cost);
        expect(found.bound.short).toBeLessThanOrEqual(short);
        expect(short === 0 ? found.bound.cost : cost).toBeLessThanOrEqual(cost);
      }),
      runs(400, 10_000),
    );
  });
});
