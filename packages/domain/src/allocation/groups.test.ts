import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../tests/partners/drawn-setups.ts';
import { nothing } from '../../tests/partners/staff.ts';
import { runs } from '../../tests/runs.ts';
import { groupsOf } from './groups.ts';
import { Load } from './limits.ts';

function groupedOf(setup: Setup) {
  const { staff, pinned, given } = questionOf(setup);
  const could = staff.places.map((place) => [place, staff.ableFor(place)] as const);
  const stands = given.filter(({ individual, place }) => staff.canFill(individual, place));
  return { staff, pinned, given: stands, groups: groupsOf(staff.limits, { could, pinned, given: stands }, nothing) };
}

const named = (places: Iterable<{ readonly index: number }>): string =>
  [...places]
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .join();

describe('qa#2.11: people who are alike', () => {
  test('stand together, those who are not apart', () => {
    const { groups } = groupedOf({
      programs: { s1: { fe: 2, se: 2 } },
      able: { a: 's1/fe s1/se', b: 's1/se s1/fe', c: 's1/fe', d: 's1/fe s1/se', e: 's1/fe' },
      given: ['d s1/se'],
      pinned: ['e s1/fe'],
    });
    expect(groups.map(({ people }) => people.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  test('are told by what they can still fill beside their pins, by these, and by where they stand', () => {
    fc.assert(
      fc.property(drawnSetup, (setup) => {
        const { staff, pinned, given, groups } = groupedOf(setup);
        const expected = staff.people.flatMap((id) => {
          const own = pinned.flatMap(({ individual, place }) => (individual === id ? [place] : []));
          const load = new Load(staff.limits, own);
          const free = staff.places.filter(
            (place) => staff.canFill(id, place) && !load.has(place) && load.brokenBy(place) === undefined,
          );
          const today = given.flatMap(({ individual, place }) => (individual === id ? [place] : []));
          return free.length === 0 ? [] : [`${id}: ${named(free)} beside ${named(own)}, today ${named(today)}`];
        });
        const got = groups.flatMap(({ people, could, pinned: own, given: today }) =>
          people.map(({ id }) => `${id}: ${named(could)} beside ${named(own)}, today ${named(today)}`),
        );
        expect(got.sort()).toEqual(expected.sort());
      }),
      runs(300, 10_000),
    );
  });
});
