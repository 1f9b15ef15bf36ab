import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../tests/runs.ts';
import { Breakpoints } from './breakpoints.ts';

describe('breakpoints along a line', () => {
  test('are taken from the earliest on, those that are added between as well', () => {
    const times = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, times, (first, second) => {
        const points = new Breakpoints();
        for (const [who, at] of first.entries()) points.add(at, who, who + 1);
        const taken: number[] = [];
        for (let left = first.length >> 1; left > 0 && points.take(); left -= 1) taken.push(points.at);
        const from = taken.at(-1) ?? 0;
        for (const [who, at] of second.entries()) points.add(from + at, who, who + 1);
        while (points.take()) {
          taken.push(points.at);
          expect(points.what).toBe(points.who + 1);
        }
        const all = [...first.toSorted((a, b) => a - b)];
        const early = all.slice(0, first.length >> 1);
        const late = [...all.slice(first.length >> 1), ...second.map((at) => from + at)];
        expect(taken).toEqual([...early, ...late.sort((a, b) => a - b)]);
      }),
      runs(300, 5_000),
    );
  });

  test('that never come are left out, and clearing leaves none', () => {
    const points = new Breakpoints();
    points.add(Number.POSITIVE_INFINITY, 1, 1);
    expect(points.take()).toBe(false);
    points.add(1, 1, 1);
    points.clear();
    expect(points.take()).toBe(false);
  });
});
