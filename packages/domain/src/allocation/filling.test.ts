import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../tests/partners/drawn-setups.ts';
import { runs } from '../../tests/runs.ts';
import { Filling } from './filling.ts';
import { groupsOf } from './groups.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';
import { Relaxation } from './relaxation.ts';

const nothing = (): void => undefined;

/** Everybody and every place with room, pins taken out of both. */
function problemOf(setup: Setup): Problem {
  const { staff, pinned } = questionOf(setup);
  const room = new Map(
    staff.places.flatMap((place): readonly (readonly [Place, number])[] => {
      const open = place.open - pinned.filter((entry) => entry.place.index === place.index).length;
      return open > 0 ? [[place, open]] : [];
    }),
  );
  const could = [...room.keys()].map((place) => [place, staff.ableFor(place)] as const);
  const groups = groupsOf(staff.limits, { could, pinned, given: [] }, nothing);
  return {
    limits: staff.limits,
    groups,
    room,
    last: new Set(),
    weights: { must: 1, place: 0, kept: 0 },
    spend: nothing,
  };
}

/** How many units the flow can put on some of the places. */
function mostOn(problem: Problem, room: ReadonlyMap<Place, number>): number {
  const within = (places: readonly Place[]): readonly Place[] => places.filter((place) => room.has(place));
  const groups = problem.groups.map((group) => ({
    ...group,
    could: within(group.could),
    exempt: within(group.exempt),
    counted: within(group.counted),
    families: group.families.map(({ places, most }) => ({ places: within(places), most })),
    most: group.most,
  }));
  return new Relaxation({ ...problem, room, groups }).fill(new Set(room.keys())).weight;
}

describe('a filling', () => {
  test('moves who stands elsewhere, and names who is short together', () => {
    const filling = new Filling(
      problemOf({
        programs: { s1: { fe: 1 }, s2: { fe: 1 }, s3: { fe: 1 }, s4: { fe: 1 } },
        able: { a: 's1/fe s2/fe s3/fe', b: 's1/fe s3/fe', c: 's4/fe' },
        allocation: { maxJobRoles: 1 },
      }),
    );
    expect(filling.fill(0, 1)).toBeUndefined();
    expect(filling.fill(1, 1)).toBeUndefined();
    expect(filling.fill(3, 1)).toBeUndefined();
    expect(filling.fill(2, 1)).toEqual({ places: [0, 1, 2], available: 2 });
    filling.empty(0);
    expect(filling.fill(2, 1)).toBeUndefined();
  });

  test('fills parts of places', () => {
    const able = { a: 's1/fe s2/fe' };
    const filling = new Filling(
      problemOf({ programs: { s1: { fe: 1 }, s2: { fe: 1 } }, able, allocation: { maxJobRoles: 1 } }),
      10,
    );
    expect(filling.fill(0, 4)).toBeUndefined();
    expect(filling.fill(1, 6)).toBeUndefined();
    // What is available is told in whole units.
    expect(filling.fill(1, 7)).toEqual({ places: [0, 1], available: 1 });
  });

  // The flow is the other statement of the same network: what is filled and what not must be what it can fill.
  test('as places come and go, fills what a flow from nothing can fill, and each shortage is one', () => {
    fc.assert(
      fc.property(
        drawnSetup,
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        fc.constantFrom(1, 60),
        (setup, draws, scale) => {
          const problem = problemOf(setup);
          const filling = new Filling(problem, scale);
          const filled = new Map<Place, number>();
          for (const draw of draws) {
            const at = draw % Math.max(1, filling.places.length);
            const place = filling.places[at];
            if (place === undefined) return;
            if (filled.has(place) && draw % 3 > 0) {
              filling.empty(at);
              filled.delete(place);
              continue;
            }
            const units = problem.room.get(place) as number;
            const wanted = new Map([...filled, [place, units]]);
            const total = [...wanted.values()].reduce((all, each) => all + each, 0);
            const shortage = filling.fill(at, units * scale);
            expect(shortage === undefined).toBe(mostOn(problem, wanted) === total);
            if (shortage === undefined) {
              filled.set(place, units);
              continue;
            }
            const short = shortage.places.map((index) => filling.places[index] as Place);
            const needed = short.reduce((all, each) => all + (wanted.get(each) ?? 0), 0);
            expect(short.every((each) => wanted.has(each))).toBe(true);
            expect(needed).toBeGreaterThan(shortage.available);
            filling.empty(at);
            filled.delete(place);
          }
        },
      ),
      runs(400, 20_000),
    );
  });
});
