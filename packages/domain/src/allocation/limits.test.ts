import { describe, expect, test } from 'vitest';
import { editionOf, nothing, specialization, staffOf } from '../../tests/partners/staff.ts';
import type { Edition } from '../index.ts';
import { brokenBy, mostOf } from './limits.ts';

const SPECIALIZATIONS = [
  specialization('s1', { am: 1, se: 1, fe: 1, fe2: 1 }),
  specialization('s2', { am: 1, se: 1, fe: 1 }),
  specialization('s3', { am: 1, se: 1, fe: 1 }),
];
const sceneOf = (allocation: Edition['allocation']) => staffOf(editionOf(SPECIALIZATIONS, { allocation }), {});

type Row = readonly [
  title: string,
  limits: Edition['allocation'],
  filled: string,
  next: string,
  code: string | undefined,
];
const ROWS: readonly Row[] = [
  ['no limit is stated', {}, 's1/am s1/se s1/fe s2/am s2/se s2/fe', 's3/fe', undefined],
  ['a second job role of two', { maxJobRoles: 2 }, 's1/fe', 's2/fe', undefined],
  ['a third job role of two', { maxJobRoles: 2 }, 's1/fe s1/se', 's1/am', 'too-many-job-roles'],
  ['a first job role of none', { maxJobRoles: 0 }, '', 's1/am', 'too-many-job-roles'],
  ['a second specialization of two', { maxSpecializations: 2 }, 's1/fe s1/se', 's2/am', undefined],
  ['a third specialization of two', { maxSpecializations: 2 }, 's1/fe s2/fe', 's3/fe', 'too-many-specializations'],
  [
    'a job role more in a specialization that counts already',
    { maxSpecializations: 2 },
    's1/fe s2/fe',
    's2/se',
    undefined,
  ],
  ['a first specialization of none', { maxSpecializations: 0 }, '', 's1/am', 'too-many-specializations'],
  [
    'a second job role in a specialization with one each',
    { maxJobRolesPerSpecialization: 1 },
    's1/fe',
    's1/se',
    'too-many-job-roles',
  ],
  ['one in each of three, one each', { maxJobRolesPerSpecialization: 1 }, 's1/fe s2/fe', 's3/se', undefined],
  [
    'two in each of two: the fourth',
    { maxJobRolesPerSpecialization: 2, maxSpecializations: 2 },
    's1/fe s1/se s2/fe',
    's2/se',
    undefined,
  ],
  [
    'two in each of two: the third of one',
    { maxJobRolesPerSpecialization: 2, maxSpecializations: 2 },
    's1/fe s1/se',
    's1/am',
    'too-many-job-roles',
  ],
  [
    'a second job role of a kind with one',
    { kinds: { fe: { maxJobRoles: 1 } } },
    's1/fe',
    's2/fe',
    'too-many-job-roles',
  ],
  [
    'a kind is counted over all specializations',
    { kinds: { fe: { maxJobRoles: 2 } } },
    's1/fe s1/fe2',
    's2/fe',
    'too-many-job-roles',
  ],
  ['another kind is not counted', { kinds: { fe: { maxJobRoles: 1 } } }, 's1/se s1/am', 's2/fe', undefined],
  ['a kind without limits', { kinds: { fe: { maxJobRoles: 1 } } }, 's1/fe s1/se', 's2/se', undefined],
  [
    'a second specialization of a kind with one',
    { kinds: { fe: { maxSpecializations: 1 } } },
    's1/fe',
    's2/fe',
    'too-many-specializations',
  ],
  [
    'the same specialization for a kind with one',
    { kinds: { fe: { maxSpecializations: 1 } } },
    's1/fe s2/se',
    's1/fe2',
    undefined,
  ],
  ['another kind in another specialization', { kinds: { fe: { maxSpecializations: 1 } } }, 's1/fe', 's2/se', undefined],
  ['mixing of kinds where it is allowed', { mixKinds: true }, 's1/fe', 's1/se', undefined],
  ['mixing of kinds', { mixKinds: false }, 's1/fe', 's1/se', 'mixed-kinds'],
  ['the same kind elsewhere', { mixKinds: false }, 's1/fe s1/fe2', 's2/fe', undefined],
  ['an exempt specialization beside a full one', { maxJobRoles: 1, exempt: ['s2'] }, 's1/fe', 's2/fe', undefined],
  [
    'what is filled in an exempt one is not counted',
    { maxJobRoles: 1, exempt: ['s2'] },
    's2/fe s2/se',
    's1/fe',
    undefined,
  ],
  ['mixing with an exempt one', { mixKinds: false, exempt: ['s2'] }, 's1/fe', 's2/se', undefined],
  ['mixing beside an exempt one', { mixKinds: false, exempt: ['s2'] }, 's2/se', 's1/fe', undefined],
  ['a kind in an exempt one', { kinds: { fe: { maxJobRoles: 1 } }, exempt: ['s2'] }, 's2/fe', 's1/fe', undefined],
  [
    'all job roles before all specializations',
    { maxJobRoles: 1, maxSpecializations: 1 },
    's1/fe',
    's2/fe',
    'too-many-job-roles',
  ],
  [
    'all specializations before those of a kind',
    { maxSpecializations: 1, kinds: { fe: { maxJobRoles: 1 } } },
    's1/fe',
    's2/fe',
    'too-many-specializations',
  ],
  [
    'one specialization before a kind',
    { maxJobRolesPerSpecialization: 1, kinds: { fe: { maxSpecializations: 0 } } },
    's1/fe',
    's1/fe2',
    'too-many-job-roles',
  ],
  [
    'job roles of a kind before its specializations',
    { kinds: { fe: { maxJobRoles: 1, maxSpecializations: 1 } } },
    's1/fe',
    's2/fe',
    'too-many-job-roles',
  ],
  [
    'a kind before mixing',
    { mixKinds: false, kinds: { fe: { maxJobRoles: 0 } } },
    's1/se',
    's1/fe',
    'too-many-job-roles',
  ],
];

describe('qa#2.11: the first limit that one more job role would break', () => {
  test.each(ROWS)('%s', (_, limits, filled, next, code) => {
    const { current, place, placesNamed } = sceneOf(limits);
    expect(brokenBy(current.limits, placesNamed(filled), place(next))).toBe(code);
  });
});

describe('qa#2.11: the most of some job roles that one individual may fill', () => {
  test.each<readonly [string, Edition['allocation'], string, string, number]>([
    ['two of three', { maxJobRoles: 2 }, '', 's1/fe s1/se s1/am', 2],
    ['one beside what is filled', { maxJobRoles: 2 }, 's2/fe', 's1/fe s1/se s1/am', 1],
    ['none beside what is filled', { maxJobRoles: 2 }, 's2/fe s2/se', 's1/fe', 0],
    ['two of a kind rather than one of another', { mixKinds: false }, '', 's1/se s1/fe s2/fe', 2],
    ['of the kind that is filled', { mixKinds: false }, 's3/se', 's1/se s1/fe s2/fe', 1],
    ['all in an exempt one', { maxJobRoles: 0, exempt: ['s1'] }, '', 's1/se s1/fe s2/fe', 2],
    ['of nothing', {}, '', '', 0],
  ])('%s', (_, limits, filled, places, most) => {
    const { current, placesNamed } = sceneOf(limits);
    expect(mostOf(current.limits, placesNamed(filled), placesNamed(places), nothing)).toBe(most);
  });
});
