import { describe, expect, test } from 'vitest';
import { editionOf, type Headcounts, nothing, specialization, staffOf } from '../../tests/partners/staff.ts';
import type { Edition, PartnerFacts } from '../index.ts';
import { bottleneckOf, linkedPlaces } from './bottleneck.ts';

type Setup = {
  readonly programs: { readonly [specialization: string]: Headcounts };
  readonly able: { readonly [person: string]: string };
  readonly allocation?: Edition['allocation'];
  readonly pinned?: readonly string[];
  readonly facts?: Partial<PartnerFacts>;
};

/** The bottleneck of the first specialization, among its own job roles or also those that are linked with it. */
function shortIn(setup: Setup, linked: boolean): string | undefined {
  const entries = Object.entries(setup.programs).map(([id, headcounts]) => specialization(id, headcounts));
  const edition = editionOf(entries, { allocation: setup.allocation ?? { maxJobRoles: 2 } });
  const { staff, allocated, current } = staffOf(edition, setup.able, setup.facts);
  const all = [...current.specializations.values()];
  const [first] = all;
  if (first === undefined) throw new Error('No specialization');
  const among = linked
    ? linkedPlaces(new Set(all), staff)(first)
    : staff.places.filter((place) => place.specialization === first);
  const short = bottleneckOf(first, among, staff, allocated(...(setup.pinned ?? [])), nothing);
  if (short === undefined) return undefined;
  const places = short.places.map((place) => `${place.specialization.id}/${place.jobRole.id}`);
  return `${places.join(' ')}: ${short.available} of ${short.needed} by ${short.individuals.join(' ') || 'nobody'}`;
}

const waived = {
  waivers: [{ specialization: 's1', jobRole: 'fe', places: 1, from: '2004-01-01', until: '2005-01-01' }],
};

describe('qa#2.11: a smallest set of job roles that cannot all be filled', () => {
  test.each<readonly [string, Setup, string | undefined]>([
    ['none', { programs: { s1: { fe: 1 } }, able: { a: 's1/fe' } }, undefined],
    ['nobody could fill it', { programs: { s1: { fe: 1 } }, able: {} }, 's1/fe: 0 of 1 by nobody'],
    ['one too few', { programs: { s1: { fe: 2 } }, able: { a: 's1/fe' } }, 's1/fe: 1 of 2 by a'],
    [
      'the first in the order of the edition, of two',
      { programs: { s1: { se: 1, fe: 1 } }, able: {} },
      's1/se: 0 of 1 by nobody',
    ],
    [
      'two together, each of which could be filled',
      { programs: { s1: { se: 1, fe: 1 } }, able: { a: 's1/se s1/fe' }, allocation: { maxJobRoles: 1 } },
      's1/se s1/fe: 1 of 2 by a',
    ],
    [
      'three together, of two places an individual',
      { programs: { s1: { am: 1, se: 1, fe: 1 } }, able: { a: 's1/am s1/se s1/fe' } },
      's1/am s1/se s1/fe: 2 of 3 by a',
    ],
    [
      'one alone rather than two',
      { programs: { s1: { am: 1, se: 1, fe: 2 } }, able: { a: 's1/am s1/se s1/fe' } },
      's1/fe: 1 of 2 by a',
    ],
    ['less what is waived', { programs: { s1: { fe: 3 } }, able: { a: 's1/fe' }, facts: waived }, 's1/fe: 1 of 2 by a'],
    ['not where the rest is waived', { programs: { s1: { fe: 2 } }, able: { a: 's1/fe' }, facts: waived }, undefined],
    [
      'a pin elsewhere takes from what there is',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 1 } },
        able: { a: 's1/fe s2/fe' },
        allocation: { maxJobRoles: 1 },
        pinned: ['a s2/fe'],
      },
      's1/fe: 0 of 1 by a',
    ],
    [
      'a pin within the set does not',
      { programs: { s1: { fe: 1 } }, able: { a: 's1/fe' }, allocation: { maxJobRoles: 1 }, pinned: ['a s1/fe'] },
      undefined,
    ],
    [
      'by kinds that may not be mixed',
      { programs: { s1: { se: 1, fe: 1 } }, able: { a: 's1/se s1/fe' }, allocation: { mixKinds: false } },
      's1/se s1/fe: 1 of 2 by a',
    ],
    [
      'an exempt specialization is not limited',
      {
        programs: { s1: { am: 1, se: 1, fe: 1 } },
        able: { a: 's1/am s1/se s1/fe' },
        allocation: { maxJobRoles: 1, exempt: ['s1'] },
      },
      undefined,
    ],
    [
      'what another takes is not looked at',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: { a: 's1/fe s2/fe' }, allocation: { maxJobRoles: 1 } },
      undefined,
    ],
  ])('of its own: %s', (_, setup, expected) => {
    expect(shortIn(setup, false)).toBe(expected);
  });

  test.each<readonly [string, Setup, string | undefined]>([
    [
      'two that share one individual',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: { a: 's1/fe s2/fe' }, allocation: { maxJobRoles: 1 } },
      's1/fe s2/fe: 1 of 2 by a',
    ],
    [
      'its own alone, where that is short',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: { a: 's2/fe' } },
      's1/fe: 0 of 1 by nobody',
    ],
    [
      'never without one of its own',
      { programs: { s1: { fe: 1 }, s2: { fe: 2 } }, able: { a: 's1/fe s2/fe', b: 's1/fe' } },
      undefined,
    ],
    [
      'over several steps',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 1 }, s3: { fe: 1 } },
        able: { a: 's1/fe s2/fe', b: 's2/fe s3/fe' },
        allocation: { maxJobRoles: 1 },
      },
      's1/fe s2/fe s3/fe: 2 of 3 by a b',
    ],
    [
      'not where nobody could fill job roles of both',
      { programs: { s1: { fe: 1 }, s2: { fe: 2 } }, able: { a: 's1/fe', b: 's2/fe' } },
      undefined,
    ],
  ])('also of what is linked: %s', (_, setup, expected) => {
    expect(shortIn(setup, true)).toBe(expected);
  });
});
