import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsInSight } from './rows-in-sight.ts';

const sight = { count: 500, rowHeight: 28, scrolled: 0, height: 280, kept: 0 };

test('at the top only the first rows are there', () => {
  const { shown, gaps } = rowsInSight(sight);
  expect([shown[0], shown.at(-1), gaps.at(-1)]).toEqual([0, 15, 484]);
});

test('the row with the focus stays, with what is left out on both sides of it', () => {
  const { shown, gaps } = rowsInSight({ ...sight, scrolled: 2800, kept: 3 });
  expect(shown.slice(0, 2)).toEqual([3, 94]);
  expect(gaps.slice(0, 2)).toEqual([3, 90]);
});

test('whatever is scrolled, rows and gaps add up to all, and what is in sight is there', () => {
  const whole = fc.record({
    count: fc.nat(600),
    rowHeight: fc.constantFrom(20, 28, 33),
    scrolled: fc.nat(20_000),
    height: fc.nat(900),
    kept: fc.nat(600),
  });
  fc.assert(
    fc.property(whole, (one) => {
      const { shown, gaps } = rowsInSight(one);
      expect(gaps).toHaveLength(shown.length + 1);
      expect(gaps.every((gap) => gap >= 0)).toBe(true);
      expect(shown.length + gaps.reduce((sum, gap) => sum + gap, 0)).toBe(one.count);
      const [top, bottom] = [one.scrolled / one.rowHeight, (one.scrolled + one.height) / one.rowHeight];
      for (let row = Math.floor(top); row < Math.min(one.count, bottom); row += 1) expect(shown).toContain(row);
      expect(shown.includes(one.kept) || one.kept >= one.count).toBe(true);
    }),
    { seed: 5, numRuns: 300 },
  );
});
