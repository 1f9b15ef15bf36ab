import { expect, test } from 'vitest';
import { Agenda } from './agenda.ts';

const gone = (agenda: Agenda, visit: (day: number) => void = () => undefined): readonly number[] => {
  const days: number[] = [];
  for (const day of agenda) {
    days.push(day);
    visit(day);
  }
  return days;
};

test.each([
  ['each day once, in order', [5, 3, 5, 4], 10, [3, 4, 5]],
  ['none after the last', [3, 11, 12], 10, [3]],
  ['the last itself', [10], 10, [10]],
  ['nothing', [], 10, []],
])('days are gone through: %s', (_, days, last, expected) => {
  expect(gone(new Agenda(days, last))).toEqual(expected);
});

test('days that are added on the way are reached in their order, once', () => {
  const agenda = new Agenda([1, 4, 6], 8);
  const days = gone(agenda, (day) => {
    if (day !== 1) return;
    for (const added of [7, 5, 4, 5, 9, 2]) agenda.add(added);
  });
  expect(days).toEqual([1, 2, 4, 5, 6, 7]);
});

test('a day that has been is not gone to again', () => {
  const agenda = new Agenda([1, 2, 3], 8);
  expect(gone(agenda, () => agenda.add(1))).toEqual([1, 2, 3]);
});
