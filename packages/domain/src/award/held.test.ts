import { expect, test } from 'vitest';
import { Names } from '../edition/names.ts';
import { Held } from './held.ts';
import type { AwardPeriod } from './period.ts';

const period = (certification: number, from: number, until: number): AwardPeriod => ({
  ...{ certification, kind: 'verified', edition: null, from, until, grace: undefined },
  ...{ passes: [], since: 0, extensions: [], before: undefined },
});

function heldOf(...periods: readonly AwardPeriod[]): Held {
  const held = new Held();
  for (const each of periods) held.begin(each);
  return held;
}

test('awards are found by their certification, however they began', () => {
  const held = heldOf(period(4, 1, 9), period(1, 2, 9), period(9, 2, 9), period(2, 3, 9));
  expect(held.latest.map(({ certification }) => certification)).toEqual([1, 2, 4, 9]);
  expect([0, 1, 2, 3, 4, 9, 10].map((number) => held.of(number)?.from)).toEqual([
    undefined,
    2,
    3,
    undefined,
    1,
    2,
    undefined,
  ]);
});

test.each([
  [0, undefined],
  [1, 1],
  [4, 1],
  [5, 5],
  [6, 5],
  [7, undefined],
  [9, undefined],
])('qa#3.9: the period that begins last counts, even if it ends earlier: on day %s that from %s', (day, from) => {
  const held = heldOf(period(3, 1, 20), period(3, 5, 7));
  expect(held.activeOn(3, day)?.from).toBe(from);
});

test('all periods are told by certification, by date', () => {
  const names = new Names();
  for (const id of ['a', 'b', 'c']) names.add(id);
  const held = heldOf(period(2, 1, 3), period(0, 2, 4), period(2, 5, 6));
  const told = [...held.byId(names)].map(([id, periods]) => [id, periods.map(({ from }) => from)]);
  expect(told).toEqual([
    ['a', [2]],
    ['c', [1, 5]],
  ]);
});
