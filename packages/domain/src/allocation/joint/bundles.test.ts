import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf } from '../../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../../tests/partners/drawn-setups.ts';
import { nothing } from '../../../tests/partners/staff.ts';
import { runs } from '../../../tests/runs.ts';
import type { Limits } from '../../edition/places.ts';
import { brokenBy } from '../limits.ts';
import type { Place } from '../place.ts';
import { bundlesOf } from './bundles.ts';
import { Tally } from './tally.ts';

/** All sets within the limits to which nothing can be added, by trying all sets. */
function byTrying(limits: Limits, pinned: readonly Place[], could: readonly Place[]): readonly string[] {
  let sets: readonly (readonly Place[])[] = [[]];
  for (const place of could) {
    const more = sets.filter((set) => brokenBy(limits, [...pinned, ...set], place) === undefined);
    sets = [...sets, ...more.map((set) => [...set, place])];
  }
  const greatest = sets.filter((set) =>
    could.every((place) => set.includes(place) || brokenBy(limits, [...pinned, ...set], place) !== undefined),
  );
  return greatest.map(named).sort();
}

function named(places: readonly Place[]): string {
  return places
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .join();
}

describe('qa#2.11: the sets of job roles that one individual may fill', () => {
  test('are all to which nothing can be added: one of each list, together', () => {
    fc.assert(
      fc.property(drawnSetup, fc.nat({ max: 5 }), (setup, pins) => {
        const { limits, places } = questionOf(setup).staff;
        const pinned: Place[] = [];
        for (const place of places.slice(0, pins)) {
          if (brokenBy(limits, pinned, place) === undefined) pinned.push(place);
        }
        const could = places.filter((place) => !pinned.includes(place));
        let all: readonly (readonly Place[])[] = [[]];
        for (const list of bundlesOf(limits, new Tally(limits, places), pinned, could, nothing)) {
          all = all.flatMap((before) => list.map((bundle) => [...before, ...bundle]));
        }
        expect(all.map(named).sort()).toEqual(byTrying(limits, pinned, could));
      }),
      runs(500, 5_000),
    );
  }, 600_000);
});
