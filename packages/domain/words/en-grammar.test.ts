import { expect, test } from 'vitest';
import { count, date, list, plural, upper } from './en-grammar.ts';

test.each([
  [0, 'no'],
  [1, 'one'],
  [12, 'twelve'],
  [13, '13'],
  [20_000, '20000'],
])('the number %i is said as %s', (value, said) => {
  expect(count(value)).toBe(said);
});

test.each([
  ['2004-02-10', '10 February 2004'],
  ['2003-12-01', '1 December 2003'],
  ['2199-05-31', '31 May 2199'],
])('the day %s is said as %s', (day, said) => {
  expect(date(day)).toBe(said);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('the list %j is said as %s', (items, said) => {
  expect(list(items)).toBe(said);
});

test.each([
  [1, 'place', 'one place'],
  [2, 'place', 'two places'],
  [0, 'point', 'no points'],
  [14, 'individual', '14 individuals'],
])('%i of %s is said as %s', (value, noun, said) => {
  expect(plural(value, noun)).toBe(said);
});

test('a sentence begins with a capital', () => {
  expect(upper('two are there.')).toBe('Two are there.');
});
