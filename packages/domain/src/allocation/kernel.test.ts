import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../tests/partners/drawn-setups.ts';
import { runs } from '../../tests/runs.ts';
import { kernelOf } from './kernel.ts';
import { Load } from './limits.ts';
import type { Place } from './place.ts';

const nameOf = (place: Place): string => `${place.specialization.id}/${place.jobRole.id}`;

function kernelIn(setup: Setup, early: readonly string[] = []) {
  const { staff, pinned } = questionOf(setup);
  const bound = new Set(pinned.map(({ individual }) => individual));
  const open = (place: Place): number => place.open - pinned.filter((entry) => entry.place === place).length;
  const room = new Map(staff.places.flatMap((place) => (open(place) > 0 ? [[place, open(place)] as const] : [])));
  const holders = (place: Place): number => [...staff.ableFor(place)].filter((id) => !bound.has(id)).length;
  const earlyOn = (place: Place): number => early.filter((name) => name.endsWith(` ${nameOf(place)}`)).length;
  return { ...kernelOf(room, holders, earlyOn, staff.limits), room, staff, pinned };
}

const all = (count: number, could: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, could]));

describe('the kernel', () => {
  test.each<readonly [string, Setup, readonly string[]]>([
    [
      'sets aside what more people could fill than all others can take',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: all(2, 's1/fe s2/fe'), allocation: { maxJobRoles: 1 } },
      ['s1/fe', 's2/fe'],
    ],
    [
      'keeps both where one individual has to choose',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: all(1, 's1/fe s2/fe'), allocation: { maxJobRoles: 1 } },
      [],
    ],
    [
      'sets aside both where one individual may fill both',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: all(1, 's1/fe s2/fe'), allocation: { maxJobRoles: 2 } },
      ['s1/fe', 's2/fe'],
    ],
    [
      'counts one job role of another kind against whoever may not mix them',
      {
        programs: { s1: { fe: 1 }, s2: { se: 1 } },
        able: all(1, 's1/fe s2/se'),
        allocation: { maxJobRoles: 2, mixKinds: false },
      },
      [],
    ],
    [
      'keeps what nobody may fill',
      { programs: { s1: { fe: 1 } }, able: all(9, 's1/fe'), allocation: { maxJobRoles: 0 } },
      [],
    ],
    [
      'an exempt place needs no more than its own people',
      { programs: { s1: { fe: 1 } }, able: all(1, 's1/fe'), allocation: { maxJobRoles: 0, exempt: ['s1'] } },
      ['s1/fe'],
    ],
    [
      'does not count on whoever is pinned',
      { programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able: all(1, 's1/fe s2/fe'), pinned: ['p0 s2/fe'] },
      [],
    ],
  ])('%s', (_, setup, last) => {
    expect(kernelIn(setup).last.map(nameOf).sort()).toEqual(last);
  });

  // However the others are filled, not only as well as can be: each place set aside is filled by whoever fits first.
  test('what is set aside can be filled in its order beside whatever is filled before', () => {
    fc.assert(
      fc.property(drawnSetup, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (setup, draws) => {
        const { places, last, room, staff, pinned } = kernelIn(setup, setup.given);
        const loads = new Map(staff.people.map((id) => [id, new Load(staff.limits)]));
        const filled = new Map<Place, number>();
        const put = (id: string, place: Place): boolean => {
          const load = loads.get(id) as Load;
          const used = filled.get(place) ?? 0;
          if (
            used >= place.open ||
            !staff.canFill(id, place) ||
            load.has(place) ||
            load.brokenBy(place) !== undefined
          ) {
            return false;
          }
          load.add(place);
          filled.set(place, used + 1);
          return true;
        };
        for (const { individual, place } of pinned) put(individual, place);
        // Given allocations on places that are set aside, and anybody on the others, in any order.
        const early = questionOf(setup).given.filter(({ place }) => last.some(({ index }) => index === place.index));
        const tries = [
          ...early.map(({ individual, place }) => [individual, staff.places[place.index] as Place] as const),
          ...[...places].flatMap((place) => staff.people.map((id) => [id, place] as const)),
        ];
        const order = tries.map((entry, index) => ({
          entry,
          by: (draws[index % draws.length] as number) * (index + 1),
        }));
        for (const { entry } of order.toSorted((a, b) => (a.by % 97) - (b.by % 97))) put(...entry);
        for (const place of last) {
          for (const id of staff.people) put(id, place);
          expect(filled.get(place), nameOf(place)).toBe(place.open);
        }
        expect([...places, ...last].map(nameOf).sort()).toEqual([...room.keys()].map(nameOf).sort());
      }),
      runs(400, 20_000),
    );
  });
});
