import { expect, test } from 'vitest';
import { readDay } from './day.ts';
import { ALWAYS, contains } from './interval.ts';

const interval = { from: readDay('2004-01-10'), until: readDay('2004-01-12') };

test.each([
  ['2004-01-09', false],
  ['2004-01-10', true],
  ['2004-01-11', true],
  ['2004-01-12', false],
])('until is the first day outside: %s', (day, inside) => {
  expect(contains(interval, readDay(day))).toBe(inside);
});

test('an interval that ends on the day on which it begins has no day', () => {
  expect(contains({ from: interval.from, until: interval.from }, interval.from)).toBe(false);
});

test.each(['1900-01-01', '2199-12-31'])('both sides open: %s', (day) => {
  expect(contains(ALWAYS, readDay(day))).toBe(true);
});
