import { expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { filledUp } from './complete.ts';

test.each<readonly [string, Setup, readonly string[]]>([
  ['nobody', { programs: { s1: { fe: 1 } }, able: {} }, []],
  [
    'the first who fit',
    { programs: { s1: { fe: 2 } }, able: { c: 's1/fe', a: 's1/fe', b: 's1/fe' } },
    ['a s1/fe', 'b s1/fe'],
  ],
  [
    'pins, and no more beside them than there is room for',
    { programs: { s1: { fe: 1 } }, able: { a: 's1/fe', b: 's1/fe' }, pinned: ['b s1/fe'] },
    ['b s1/fe'],
  ],
  [
    'whoever has room left within the limits',
    {
      programs: { s1: { fe: 1 }, s2: { fe: 1 } },
      able: { a: 's1/fe s2/fe', b: 's2/fe' },
      allocation: { maxJobRoles: 1 },
    },
    ['a s1/fe', 'b s2/fe'],
  ],
  [
    'nothing where all places are waived',
    {
      programs: { s1: { fe: 1 } },
      able: { a: 's1/fe' },
      facts: { waivers: [{ specialization: 's1', jobRole: 'fe', places: 1, from: '2004-01-01', until: '2005-01-01' }] },
    },
    [],
  ],
])('filling up takes %s', (_, setup, pairs) => {
  const { staff, pinned, spend } = questionOf(setup);
  const filled = filledUp(pinned, staff.places, staff, spend);
  expect(filled.map(({ individual, place }) => `${individual} ${place.specialization.id}/${place.jobRole.id}`)).toEqual(
    pairs,
  );
});
