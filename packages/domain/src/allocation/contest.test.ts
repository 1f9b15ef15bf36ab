import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { contestOf } from './contest.ts';

const one = { maxJobRoles: 1 };
const scarce: Setup = { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: { a: 's1/fe s2/fe' }, allocation: one };

function seen(setup: Setup) {
  const { problem, last, candidates, nested, technologies } = contestOf(questionOf(setup));
  return {
    candidates: candidates.map(({ specialization }) => specialization.id),
    people: problem.groups.flatMap((group) => group.people.map(({ id }) => id)).sort(),
    last: last.map(({ specialization }) => specialization.id).sort(),
    technologies: technologies.length,
    nested,
  };
}

describe('what specializations contend for', () => {
  test.each<readonly [string, Setup, Partial<ReturnType<typeof seen>>]>([
    ['people and places where somebody has to choose', scarce, { candidates: ['s1', 's2'], people: ['a'], last: [] }],
    [
      'nobody where there is plenty',
      { ...scarce, allocation: {} },
      { candidates: ['s1', 's2'], people: [], last: ['s1', 's2'] },
    ],
    [
      'whoever stands today on what is filled last',
      { ...scarce, allocation: {}, given: ['a s1/fe'] },
      { people: ['a'], last: ['s1', 's2'] },
    ],
    ['not what lacks its presence', { ...scarce, absent: ['s1'] }, { candidates: ['s2'] }],
    ['not what takes no part', { ...scarce, left: ['s1'] }, { candidates: ['s2'] }],
    [
      'not what has fewer people than places',
      { ...scarce, programs: { s1: { fe: 2 }, s2: { fe: 1 } } },
      { candidates: ['s2'] },
    ],
    ['one of a technology', { ...scarce, technology: { s1: 't', s2: 't' } }, { technologies: 1 }],
    [
      'without whoever is pinned as often as may be',
      { ...scarce, pinned: ['a s2/fe'] },
      { candidates: ['s1', 's2'], people: [] },
    ],
    ['within limits that are a flow', scarce, { nested: true }],
    [
      'within limits that are none',
      {
        ...scarce,
        programs: { s1: { fe: 1 }, s2: { se: 1 } },
        able: { a: 's1/fe s2/se' },
        allocation: { mixKinds: false },
      },
      { nested: false },
    ],
  ])('%s', (_, setup, expected) => {
    expect(seen(setup)).toMatchObject(expected);
  });
});
