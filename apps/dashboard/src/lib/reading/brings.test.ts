import type { Edition } from '@standing/domain';
import { expect, test } from 'vitest';
import { broughtFor, everythingBrought, openPlaces } from './brings.ts';
import { newcomerIds, newcomerNumber } from './newcomers.ts';
import type { Row } from './rows.ts';

const award = (id: string) => ({ kind: 'award', id }) as const;
const exam = (id: string) => ({ kind: 'exam', id }) as const;

test.each([
  [{ certification: 'a' }, [award('a')]],
  [{ exam: 'e', within: 'P1Y' }, [exam('e')]],
  [{ anyOf: [{ allOf: [{ certification: 'a' }, { certification: 'b' }] }, { exam: 'e' }] }, [exam('e')]],
  [{ anyOf: [{ certification: 'a' }, { certification: 'b' }] }, [award('a')]],
  [{ allOf: [{ certification: 'a' }, { anyOf: [{ certification: 'a' }, { exam: 'e' }] }] }, [award('a')]],
  [{ atLeast: 2, of: [{ exam: 'e' }, { certification: 'a' }, { exam: 'f' }] }, [exam('e'), award('a')]],
])('the fewest things that meet %j', (requirement, expected) => {
  expect(broughtFor(requirement)).toEqual(expected);
});

const edition = {
  specializations: [
    {
      id: 's1',
      jobRoles: [{ id: 'fe', requires: { certification: 'a' } }],
      presence: [{ id: 'lab', requires: { exam: 'e' } }],
    },
  ],
  channelLevels: [
    { id: 'silver', personnel: [{ id: 'expert', requires: { anyOf: [{ certification: 'a' }, { exam: 'x' }] } }] },
  ],
} as unknown as Edition;
const specialization = { kind: 'specialization', standing: { specialization: 's1' } } as Row;
const level = { kind: 'channel-level', standing: { channelLevel: 'silver' } } as Row;

test('places to refill, one for each that is missing, with the job role where there is one', () => {
  const missing = [
    { places: 2, jobRole: 'fe' },
    { places: 1, presence: 'lab' },
  ];
  const fe = { jobRole: 'fe', brings: [award('a')] };
  expect(openPlaces(missing, specialization, edition)).toEqual([fe, fe, { jobRole: undefined, brings: [exam('e')] }]);
  expect(openPlaces([{ places: 1, personnel: 'expert' }], level, edition)).toEqual([
    { jobRole: undefined, brings: [award('a')] },
  ]);
});

test('what the edition does not know is not refilled', () => {
  expect(openPlaces([{ places: 1, jobRole: 'no' }], specialization, edition)).toBeUndefined();
  expect(openPlaces([{ points: 3 }], level, edition)).toBeUndefined();
});

test('all that places ask for, each once', () => {
  expect(everythingBrought(edition)).toEqual([award('a'), exam('e'), exam('x')]);
});

test('newcomers have ids that nobody has, and are counted', () => {
  expect(newcomerIds(2, new Set(['new-1', 'a']))).toEqual(['new-2', 'new-3']);
  const hires = (individual: string) => ({ kind: 'hires', on: '2004-09-15', individual, brings: [] }) as const;
  expect(newcomerNumber('new-7', [hires('new-2'), hires('new-7')])).toBe(2);
  expect(newcomerNumber('new-1', [{ kind: 'joins', on: '2004-09-15', individual: 'new-1' }])).toBeUndefined();
});
