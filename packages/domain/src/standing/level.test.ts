import { describe, expect, test } from 'vitest';
import { editionOf, known, specialization } from '../../tests/partners/staff.ts';
import type { Edition } from '../index.ts';
import { countSpecializations } from './level.ts';

const SPECIALIZATIONS = [
  specialization('s3', {}, { points: 10 }),
  specialization('s1', {}, { points: 5 }),
  specialization('s2', {}),
];

describe('what counts toward a level', () => {
  type Asked = Edition['channelLevels'][number]['specializations'];
  const counted = (asked: Asked, held: readonly string[]) => {
    const level = { id: 'gold', name: 'Gold', rank: 1, term: 'P1Y', renewalWindow: 'P90D', personnel: [] };
    const edition = editionOf(SPECIALIZATIONS, {
      channelLevels: [asked === undefined ? level : { ...level, specializations: asked }],
    });
    const { current } = known([edition]);
    const all = [...current.specializations.values()].map((entry) => ({
      specialization: entry,
      held: held.includes(entry.id),
      ready: true,
      possible: true,
    }));
    const gold = current.channelLevels.get('gold');
    const outcome = gold === undefined ? undefined : countSpecializations(gold, all);
    return outcome && { ...outcome, counted: outcome.counted.map(({ id }) => id) };
  };

  test.each<readonly [string, Asked, readonly string[], object | null]>([
    ['nothing is asked for', undefined, ['s1'], null],
    ['asked for neither number nor points', {}, ['s1'], { counted: ['s1'], points: 5, short: 0, pointsShort: 0 }],
    ['enough', { atLeast: 1 }, ['s1'], { counted: ['s1'], points: 5, short: 0, pointsShort: 0 }],
    [
      'more than enough',
      { atLeast: 1, points: 5 },
      ['s1', 's3'],
      { counted: ['s3', 's1'], points: 15, short: 0, pointsShort: 0 },
    ],
    ['too few', { atLeast: 3 }, ['s2'], { counted: ['s2'], points: 0, short: 2, pointsShort: 0 }],
    ['those that are ready but not held', { atLeast: 1 }, [], { counted: [], points: 0, short: 1, pointsShort: 0 }],
    ['too few points', { points: 20 }, ['s1', 's3'], { counted: ['s3', 's1'], points: 15, short: 0, pointsShort: 5 }],
    [
      'without points of its own',
      { atLeast: 1, points: 1 },
      ['s2'],
      { counted: ['s2'], points: 0, short: 0, pointsShort: 1 },
    ],
    [
      'only those that are listed',
      { atLeast: 1, points: 5, of: ['s1'] },
      ['s3', 's2'],
      { counted: [], points: 0, short: 1, pointsShort: 5 },
    ],
    ['none of an empty list', { atLeast: 1, of: [] }, ['s1'], { counted: [], points: 0, short: 1, pointsShort: 0 }],
  ])('%s', (_, asked, held, expected) => {
    expect(counted(asked, held)).toEqual(expected);
  });
});
