import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { best } from './best.ts';

function found(setup: Setup) {
  const { allocated, ...rest } = best(questionOf(setup));
  const pairs = allocated.map(
    ({ individual, place }) => `${individual} ${place.specialization.id}/${place.jobRole.id}`,
  );
  return { ...rest, pairs: pairs.sort() };
}

describe('qa#2.11: the best allocation', () => {
  test.each<readonly [string, Setup, readonly [number, number, number, number], readonly string[] | null]>([
    ['of nobody', { programs: { s1: { fe: 1 } }, able: {} }, [0, 0, 0, 0], []],
    ['of a specialization that needs nobody', { programs: { s1: {} }, able: {} }, [0, 1, 0, 0], []],
    ['fills one place', { programs: { s1: { fe: 1 } }, able: { a: 's1/fe' } }, [0, 1, 0, 0], ['a s1/fe']],
    [
      'moves whoever came first, so that both are met',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 1 } },
        able: { a: 's1/fe s2/fe', b: 's1/fe' },
        allocation: { maxJobRoles: 1 },
      },
      [0, 2, 0, 0],
      ['a s2/fe', 'b s1/fe'],
    ],
    [
      'meets two small ones rather than one large one',
      {
        programs: { s1: { se: 1, fe: 1, am: 1, pm: 1 }, s2: { fe: 1, se: 1 }, s3: { fe: 1, se: 1 } },
        able: { a: 's1/se s1/fe s2/fe s2/se', b: 's1/am s1/pm s3/fe s3/se' },
      },
      [0, 2, 0, 0],
      ['a s2/fe', 'a s2/se', 'b s3/fe', 'b s3/se'],
    ],
    [
      'puts the one that is held first, though it costs two others',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 1 }, s3: { fe: 1, se: 1 } },
        able: { a: 's1/fe s2/fe s3/fe s3/se' },
        held: ['s3'],
      },
      [1, 1, 0, 0],
      ['a s3/fe', 'a s3/se'],
    ],
    [
      'fills places beside, once no more can be met',
      { programs: { s1: { fe: 1 }, s2: { fe: 3 } }, able: { a: 's1/fe s2/fe', b: 's2/fe' } },
      [0, 1, 2, 0],
      ['a s1/fe', 'a s2/fe', 'b s2/fe'],
    ],
    [
      'keeps the given allocation, of two that are alike',
      { programs: { s1: { fe: 1 } }, able: { a: 's1/fe', b: 's1/fe' }, given: ['b s1/fe'] },
      [0, 1, 0, 1],
      ['b s1/fe'],
    ],
    [
      'gives up a given allocation for a place more',
      {
        programs: { s1: { fe: 2 }, s2: { se: 2 } },
        able: { a: 's1/fe s2/se' },
        allocation: { maxJobRoles: 1 },
        given: ['a s2/se'],
      },
      [0, 0, 1, 1],
      ['a s2/se'],
    ],
    [
      'counts one of a technology, and the places of the other as filled beside',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: { a: 's1/fe s2/fe' }, technology: { s1: 't', s2: 't' } },
      [0, 1, 1, 0],
      null,
    ],
    [
      'counts the held one of a technology',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 2 } },
        able: { a: 's1/fe s2/fe', b: 's2/fe' },
        technology: { s1: 't', s2: 't' },
        held: ['s2'],
      },
      [1, 1, 1, 0],
      null,
    ],
    [
      'counts the one with fewer places of a technology, which leaves more beside',
      {
        programs: { s1: { fe: 2 }, s2: { fe: 1 } },
        able: { a: 's1/fe s2/fe', b: 's1/fe' },
        technology: { s1: 't', s2: 't' },
      },
      [0, 1, 2, 0],
      null,
    ],
    [
      'leaves out what takes no part',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: { a: 's1/fe s2/fe' }, left: ['s1'], given: ['a s1/fe'] },
      [0, 1, 0, 0],
      ['a s2/fe'],
    ],
    [
      'keeps a pin where nothing takes part; it counts as kept alone',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 1 } },
        able: { a: 's1/fe s2/fe' },
        allocation: { maxJobRoles: 1 },
        left: ['s1'],
        pinned: ['a s1/fe'],
        given: ['a s1/fe'],
      },
      [0, 0, 0, 1],
      ['a s1/fe'],
    ],
    [
      'works around a pin that costs a specialization',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 2 } },
        able: { a: 's1/fe s2/fe' },
        allocation: { maxJobRoles: 1 },
        pinned: ['a s2/fe'],
        given: ['a s2/fe'],
      },
      [0, 0, 1, 1],
      ['a s2/fe'],
    ],
    [
      'fills places of a specialization whose presence is not held, without meeting it',
      { programs: { s1: { fe: 1 } }, able: { a: 's1/fe' }, absent: ['s1'] },
      [0, 0, 1, 0],
      ['a s1/fe'],
    ],
    [
      'a waived place is not filled',
      {
        programs: { s1: { fe: 2 } },
        able: { a: 's1/fe', b: 's1/fe' },
        allocation: {},
        absent: ['s1'],
        facts: {
          waivers: [{ specialization: 's1', jobRole: 'fe', places: 1, from: '2004-01-01', until: '2005-01-01' }],
        },
      },
      [0, 0, 1, 0],
      null,
    ],
    [
      'two in each of two',
      {
        programs: { s1: { fe: 1, se: 1, am: 1 }, s2: { fe: 1, se: 1 }, s3: { fe: 1 } },
        able: { a: 's1/fe s1/se s1/am s2/fe s2/se s3/fe', b: 's1/am' },
        allocation: { maxSpecializations: 2, maxJobRolesPerSpecialization: 2 },
        held: ['s1', 's2'],
      },
      [2, 2, 0, 0],
      null,
    ],
    [
      'no mixing of kinds',
      {
        programs: { s1: { fe: 1, se: 1 }, s2: { fe: 1 } },
        able: { a: 's1/fe s1/se s2/fe', b: 's1/se' },
        allocation: { mixKinds: false },
      },
      [0, 2, 0, 0],
      ['a s1/fe', 'a s2/fe', 'b s1/se'],
    ],
    [
      'a given allocation that filling the most places would cost, though as many can be filled with it',
      {
        programs: { s0: { se: 5 }, s1: { am: 3 }, s2: { fe: 1, se: 1 } },
        able: {
          ...{ a: 's0/se', b: 's0/se', c: 's0/se s1/am s2/se', d: 's0/se s1/am s2/se', e: 's0/se s1/am' },
          ...{ f: 's1/am', g: 's1/am' },
        },
        allocation: { mixKinds: false, maxJobRoles: 2 },
        given: ['e s1/am'],
      },
      [0, 1, 5, 1],
      null,
    ],
    [
      'an exempt specialization beside the limit',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 1 } },
        able: { a: 's1/fe s2/fe' },
        allocation: { maxJobRoles: 1, exempt: ['s1'] },
      },
      [0, 2, 0, 0],
      ['a s1/fe', 'a s2/fe'],
    ],
  ])('%s', (_, setup, value, pairs) => {
    const outcome = found(setup);
    expect(outcome).toMatchObject({ proven: true, value, bound: value });
    // Null where there are several that are equally good.
    expect(outcome.pairs).toEqual(pairs ?? outcome.pairs);
  });
});
