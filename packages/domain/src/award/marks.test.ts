import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../tests/runs.ts';
import { FIRST_DAY, LAST_DAY } from '../calendar/day.ts';
import { Marks, NEVER } from './marks.ts';

const day = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(FIRST_DAY, FIRST_DAY + 1, LAST_DAY - 1, LAST_DAY),
);
/** Few things beside one another, and some with large numbers. */
const thing = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 200_000, max: 200_001 }));
/** Both few, which are looked through, and many, which are searched. */
const facts = fc.array(fc.tuple(thing, day), { maxLength: 60, size: 'max' });
const bound = fc.oneof(
  day,
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, NEVER, FIRST_DAY - 1, LAST_DAY + 1),
);

function marksOf(all: readonly (readonly [number, number])[]): Marks {
  const marks = new Marks(all.length + 3);
  for (const [what, on] of all) marks.add(what, on);
  return marks.inOrder();
}

test('marks come by day, then by thing, each once', () => {
  fc.assert(
    fc.property(facts, (all) => {
      const { days, things } = marksOf(all);
      const once = new Map(all.map(([what, on]) => [`${what} ${on}`, [what, on] as const]));
      const sorted = [...once.values()].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
      expect(days.map((on, index) => [things[index], on])).toEqual(sorted);
    }),
    runs(1000, 50_000),
  );
});

test('the latest and the first day of a thing are those that a look through all finds', () => {
  fc.assert(
    fc.property(facts, thing, bound, bound, (all, what, from, until) => {
      const marks = marksOf(all);
      const days = all.flatMap(([own, on]) => (own === what ? [on] : [])).sort((a, b) => a - b);
      expect(marks.latest(what, from, until)).toBe(days.findLast((on) => from <= on && on < until) ?? NEVER);
      expect(marks.first(what, from)).toBe(days.find((on) => from <= on));
    }),
    runs(2000, 100_000),
  );
});
