import { describe, expect, test } from 'vitest';
import { editionOf, specialization, staffOf } from '../../tests/partners/staff.ts';
import { inOrder, take } from './given.ts';

const edition = editionOf([specialization('s2', { fe: 2, am: 1 }), specialization('s1', { se: 1, fe: 1 })], {
  allocation: { maxJobRoles: 2, maxSpecializations: 1 },
});
const ABLE = { a: 's2/fe s2/am s1/se s1/fe', b: 's2/fe', c: 's2/fe s1/se', d: 's2/fe' };
const waivers = [{ specialization: 's1', jobRole: 'fe', places: 1, from: '2004-01-01', until: '2005-01-01' }];
const { staff: everybody } = staffOf(edition, ABLE, { waivers });
const staff = { ...everybody, known: (id: string) => id === 'away' || id in ABLE };

/** `a s2/fe 2004-01-01 2004-07-01` */
const read = (text: string) => {
  const [individual = '', place = '', from, until] = text.split(' ');
  const [specialization = '', jobRole = ''] = place.split('/');
  return { individual, specialization, jobRole, ...(from ? { from } : {}), ...(until ? { until } : {}) };
};
const shown = ({
  individual,
  specialization,
  jobRole,
}: Pick<ReturnType<typeof read>, 'individual' | 'specialization' | 'jobRole'>) =>
  `${individual} ${specialization}/${jobRole}`;

describe('given allocations in force, in the order in which they are looked at', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['without a beginning first', ['a s2/fe 2004-01-01', 'b s2/fe'], ['b s2/fe', 'a s2/fe']],
    ['by their beginning', ['a s2/fe 2004-02-01', 'a s1/se 2004-01-01'], ['a s1/se', 'a s2/fe']],
    ['then by specialization as the edition lists them', ['a s1/se', 'a s2/am'], ['a s2/am', 'a s1/se']],
    ['then by job role as the edition lists them', ['a s2/am', 'a s2/fe'], ['a s2/fe', 'a s2/am']],
    ['then by individual', ['b s2/fe', 'B s2/fe', 'a s2/fe'], ['B s2/fe', 'a s2/fe', 'b s2/fe']],
    ['by code unit, not by code point', ['～ s2/fe', '😀 s2/fe'], ['😀 s2/fe', '～ s2/fe']],
    ['unknown specializations last, by id', ['a s9/fe', 'a s8/fe', 'a s1/fe'], ['a s1/fe', 'a s8/fe', 'a s9/fe']],
    [
      'unknown job roles after those of their specialization, by id',
      ['a s2/z', 'a s2/x', 'a s1/se', 'a s2/am'],
      ['a s2/am', 'a s2/x', 'a s2/z', 'a s1/se'],
    ],
    ['unknown ones too by their beginning', ['a s1/se 2004-01-01', 'a s9/fe'], ['a s9/fe', 'a s1/se']],
    ['from its first day', ['a s2/fe 2004-06-30', 'b s2/fe 2004-07-01'], ['a s2/fe']],
    [
      'until, but not on, its last day',
      ['a s2/fe 2004-01-01 2004-07-01', 'b s2/fe 2004-01-01 2004-06-30'],
      ['a s2/fe'],
    ],
  ])('%s', (_, given, expected) => {
    expect(inOrder(given.map(read), staff).map(shown)).toEqual(expected);
    expect(inOrder(given.toReversed().map(read), staff).map(shown)).toEqual(expected);
  });
});

describe('qa#2.11: the first that fit count, the others are named with the first code that applies', () => {
  test.each<readonly [string, readonly string[], readonly (string | undefined)[]]>([
    ['all fit', ['a s2/fe', 'a s2/am', 'b s2/fe'], [undefined, undefined, undefined]],
    ['nobody of that id', ['z s9/fe'], ['unknown-individual']],
    ['no such specialization', ['away s9/fe'], ['unknown-specialization']],
    ['no such job role', ['away s2/z'], ['unknown-job-role']],
    ['a job role of another specialization', ['a s1/am'], ['unknown-job-role']],
    ['somebody who does not count here', ['away s2/fe'], ['not-affiliated']],
    ['somebody without what it asks for', ['b s2/am'], ['requirement-not-met']],
    ['the same again', ['a s2/fe', 'a s2/fe'], [undefined, 'duplicate']],
    ['the same again where it is full', ['a s2/am', 'a s2/am'], [undefined, 'duplicate']],
    ['one too many', ['a s2/fe', 'b s2/fe', 'c s2/fe'], [undefined, undefined, 'over-headcount']],
    ['a place that is waived', ['a s1/fe'], ['over-headcount']],
    [
      'over the headcount before over the limits',
      ['c s1/se', 'a s2/fe', 'a s2/am', 'a s1/se'],
      [undefined, undefined, undefined, 'over-headcount'],
    ],
    ['one job role too many', ['a s2/fe', 'a s2/am', 'a s1/se'], [undefined, undefined, 'too-many-job-roles']],
    ['one specialization too many', ['a s2/fe', 'a s1/se'], [undefined, 'too-many-specializations']],
    ['what does not count takes no room', ['b s2/am', 'a s2/am'], ['requirement-not-met', undefined]],
  ])('%s', (_, given, codes) => {
    const { allocated, violations } = take(given.map(read), staff);
    expect(violations).toEqual(
      given.map(read).flatMap(({ individual, specialization, jobRole }, index) => {
        const code = codes[index];
        return code === undefined ? [] : [{ code, individual, specialization, jobRole }];
      }),
    );
    expect(
      allocated.map(({ individual, place }) => `${individual} ${place.specialization.id}/${place.jobRole.id}`),
    ).toEqual(given.filter((__, index) => codes[index] === undefined));
  });
});
