import { describe, expect, test } from 'vitest';
import type { Missing } from './explanation.ts';
import { combine, type Gap, smallest } from './gap.ts';

const way = (...exams: readonly string[]): Gap => ({
  missing: exams.map((exam): Missing => ({ exam })),
  possible: true,
  exam: exams.length > 0,
});
const closed = (exam: string): Gap => ({ ...way(exam), possible: false });
const MET = way();

/** What is missing by the smallest way, with and without looking for what is shared; the two must agree here. */
function missing(
  parts: readonly (readonly Gap[])[],
  needed: number,
  isShared = (_: Missing) => false,
): readonly string[] {
  const ways = combine(parts, needed, { isShared, apart: false, spend: () => undefined });
  return smallest(ways).missing.map((entry) => ('exam' in entry ? entry.exam : ''));
}

describe('the smallest way to meet some of several parts', () => {
  test.each([
    ['all of them', [[way('a')], [way('b')]], 2, ['a', 'b']],
    ['the first listed of equal ones', [[way('a')], [way('b')]], 1, ['a']],
    ['the smaller one', [[way('a', 'b')], [way('c')]], 1, ['c']],
    ['what is met costs nothing', [[way('a')], [MET], [way('b', 'c')]], 2, ['a']],
    ['a way that is still open before a smaller one that is closed', [[closed('a')], [way('b', 'c')]], 1, ['b', 'c']],
    ['a closed way where there is no other', [[closed('a')], [MET]], 2, ['a']],
    ['in the order in which they are listed', [[way('c', 'd')], [way('a')], [way('b')]], 3, ['c', 'd', 'a', 'b']],
  ] as const)('%s', (_, parts, needed, expected) => {
    expect(missing(parts, needed)).toEqual(expected);
    const apart = combine(parts, needed, { isShared: () => false, apart: true, spend: () => undefined });
    expect(smallest(apart).missing.map((entry) => ('exam' in entry ? entry.exam : ''))).toEqual(expected);
  });

  test('one entry serves two parts that share it', () => {
    const parts = [
      [way('a'), way('both')],
      [way('b'), way('both')],
    ];
    expect(missing(parts, 2, (entry) => 'exam' in entry && entry.exam === 'both')).toEqual(['both']);
  });
});
