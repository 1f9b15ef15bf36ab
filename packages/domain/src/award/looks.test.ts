import { expect, test } from 'vitest';
import { NO_DAY } from './agenda.ts';
import { Looks } from './looks.ts';

const SIZE = 40;

function gone(looks: Looks): readonly string[] {
  const days: string[] = [];
  for (let day = looks.next(); day < NO_DAY; day = looks.next()) {
    for (let position = looks.take(day); position !== undefined; position = looks.take(day)) {
      days.push(`${day} ${position}`);
    }
  }
  return days;
}

test('looks come by day and position, each once, however they were added', () => {
  const looks = new Looks(SIZE);
  for (const [day, position] of [
    [9, 3],
    [-4, 39],
    [9, 0],
    [9, 3],
    [8, 39],
    [9, 0],
  ] as const) {
    looks.add(day, position);
  }
  expect(gone(looks)).toEqual(['-4 39', '8 39', '9 0', '9 3']);
});

test('what is added on the way is reached', () => {
  const looks = new Looks(SIZE);
  looks.add(5, 1);
  expect(looks.take(4)).toBeUndefined();
  expect(looks.take(5)).toBe(1);
  looks.add(6, 2);
  expect(gone(looks)).toEqual(['6 2']);
  expect(looks.take(6)).toBeUndefined();
});
