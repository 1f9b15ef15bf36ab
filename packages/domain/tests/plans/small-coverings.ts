import fc from 'fast-check';
import type { Covering } from '../../src/outlook/plan/covering.ts';

/** One or two menus over rows of their own, as job roles and a level's personnel are. */
export const covering: fc.Arbitrary<Covering> = fc.integer({ min: 1, max: 5 }).chain((rows) =>
  fc.integer({ min: 0, max: rows }).chain((first) => {
    const entry = (from: number, until: number) =>
      fc.subarray(
        Array.from({ length: until - from }, (_, index) => from + index),
        { minLength: Math.min(1, until - from) },
      );
    const menu = (from: number, until: number) =>
      from === until ? fc.constant([]) : fc.array(entry(from, until), { minLength: 1, maxLength: 4 });
    const way = fc
      .record({ cost: fc.integer({ min: 0, max: 4 }), one: menu(0, first), two: menu(first, rows) })
      .map(({ cost, one, two }) => ({ cost, menus: [one, two] }));
    return fc.record({
      demand: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
      groups: fc.array(fc.record({ size: fc.integer({ min: 0, max: 3 }), ways: fc.array(way, { maxLength: 6 }) }), {
        maxLength: 4,
      }),
    });
  }),
);
