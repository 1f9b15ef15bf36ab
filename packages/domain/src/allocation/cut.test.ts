import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothing } from '../../tests/partners/staff.ts';
import { runs } from '../../tests/runs.ts';
import { type Network, scarcest } from './cut.ts';

const ROLES = 5;

/** What the groups can give to a set less what it asks, of job roles that may be in it. */
function slackOf({ gives, givesEach, fills, asks }: Network, set: readonly number[]): number {
  const given = fills.map((roles, group) =>
    Math.min(gives[group] as number, roles.filter((role) => set.includes(role)).length * (givesEach[group] as number)),
  );
  const asked = set.map((role) => asks[role] as number).filter(Number.isFinite);
  return given.reduce((sum, one) => sum + one, 0) - asked.reduce((sum, one) => sum + one, 0);
}

const group = fc.record({
  size: fc.integer({ min: 1, max: 4 }),
  each: fc.integer({ min: 0, max: 3 }),
  roles: fc.subarray(Array.from({ length: ROLES }, (_, role) => role)),
});
const network = fc
  .record({
    groups: fc.array(group, { maxLength: 5 }),
    asks: fc.array(fc.constantFrom(0, 1, 2, 3, 5, 9, Number.POSITIVE_INFINITY), { minLength: ROLES, maxLength: ROLES }),
  })
  .map(
    ({ groups, asks }): Network => ({
      gives: groups.map(({ size, each }) => size * each),
      givesEach: groups.map(({ size }) => size),
      fills: groups.map(({ roles }) => roles),
      asks,
    }),
  );

describe('the scarcest job roles', () => {
  test('are those of all sets with the least to spare, what must be in among them and what must not left out', () => {
    fc.assert(
      fc.property(network, (drawn) => {
        let sets: readonly (readonly number[])[] = [[]];
        for (const [role, ask] of drawn.asks.entries()) {
          const withIt = sets.map((set) => [...set, role]);
          sets = ask === Number.POSITIVE_INFINITY ? withIt : ask === 0 ? sets : [...sets, ...withIt];
        }
        const found = scarcest(drawn, nothing);
        expect(sets.map((set) => set.join())).toContain(found.join());
        expect(slackOf(drawn, found)).toBe(Math.min(...sets.map((set) => slackOf(drawn, set))));
      }),
      runs(500, 20_000),
    );
  });

  test('cost steps', () => {
    let steps = 0;
    const some = { gives: [2], givesEach: [1], fills: [[0, 1]], asks: [2, 2] };
    expect(scarcest(some, (more) => (steps += more))).toEqual([0, 1]);
    expect(steps).toBeGreaterThan(4);
  });
});
