import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../tests/runs.ts';
import { FIRST_DAY, LAST_DAY } from '../calendar/day.ts';
import { dayOfMark, firstDay, inOrder, latestDay, markOf, thingOf } from './marks.ts';

const day = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(FIRST_DAY, FIRST_DAY + 1, LAST_DAY - 1, LAST_DAY),
);
/** Few things beside one another, and some with numbers past a machine word. */
const thing = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 200_000, max: 200_001 }));
const facts = fc.array(fc.tuple(thing, day), { maxLength: 40 });
const bound = fc.oneof(
  day,
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, FIRST_DAY - 1, LAST_DAY + 1),
);

test('a mark says what happened and when', () => {
  fc.assert(
    fc.property(thing, day, (what, on) => {
      const mark = markOf(what, on);
      expect([thingOf(mark), dayOfMark(mark)]).toEqual([what, on]);
    }),
    runs(500, 20_000),
  );
});

test('the latest and the first day of a thing are those that a look through all finds', () => {
  fc.assert(
    fc.property(facts, thing, bound, bound, (all, what, from, until) => {
      const marks = inOrder(all.map(([own, on]) => markOf(own, on)));
      const days = all.flatMap(([own, on]) => (own === what ? [on] : [])).sort((a, b) => a - b);
      expect(latestDay(marks, what, from, until)).toBe(days.findLast((on) => from <= on && on < until));
      expect(firstDay(marks, what, from)).toBe(days.find((on) => from <= on));
    }),
    runs(2000, 100_000),
  );
});

test('numbers are put in order, each once, few or many', () => {
  const few = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 90 });
  fc.assert(
    fc.property(few, (numbers) => {
      expect(inOrder([...numbers])).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }),
    runs(500, 20_000),
  );
});
