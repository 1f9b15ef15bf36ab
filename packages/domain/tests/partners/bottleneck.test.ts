import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottleneckOf, linkedPlaces } from '../../src/allocation/bottleneck.ts';
import type { Allocated, Staff } from '../../src/allocation/given.ts';
import { brokenBy, mostOf } from '../../src/allocation/limits.ts';
import type { Place } from '../../src/allocation/place.ts';
import { OutOfSteps } from '../../src/explanation/budget.ts';
import type { Edition } from '../../src/index.ts';
import { runs } from '../runs.ts';
import { editionOf, nothing, specialization, staffOf } from './staff.ts';

const LONG = 600_000;

/** Limits of every form. */
const POLICIES: { readonly [name: string]: Edition['allocation'] } = {
  'one job role': { maxJobRoles: 1 },
  'two job roles': { maxJobRoles: 2 },
  'two in two': { maxJobRoles: 2, maxSpecializations: 2 },
  'two in each of two': { maxSpecializations: 2, maxJobRolesPerSpecialization: 2 },
  'one in each of three': { maxJobRoles: 3, maxJobRolesPerSpecialization: 1 },
  'by kind': { kinds: { am: { maxSpecializations: 4 }, se: { maxJobRoles: 2 }, fe: { maxJobRoles: 1 } } },
  'of one kind': { kinds: { am: { maxJobRoles: 4 }, se: { maxJobRoles: 2 }, fe: { maxJobRoles: 2 } }, mixKinds: false },
  'one exempt': { maxJobRoles: 1, exempt: ['s0'] },
  none: {},
  nothing: { maxJobRoles: 0 },
};

type Drawn = {
  readonly policy: string;
  readonly roles: readonly (readonly [number, number, number])[];
  readonly people: readonly (readonly boolean[])[];
  readonly pins: readonly number[];
  readonly waived: number;
};

function setupOf({ policy, roles, people, pins, waived }: Drawn) {
  const entries = roles.map(([am, se, fe], index) =>
    specialization(`s${index}`, Object.fromEntries(Object.entries({ am, se, fe }).filter(([, count]) => count > 0))),
  );
  const names = entries.flatMap(({ id, jobRoles }) => jobRoles.map((role) => `${id}/${role.id}`));
  const able = Object.fromEntries(
    people.map((own, index) => [
      `i${String(index).padStart(4, '0')}`,
      names.filter((_, at) => own[at % own.length] === true).join(' '),
    ]),
  );
  const edition = editionOf(entries, { allocation: POLICIES[policy] ?? {} });
  const [specializationId = '', jobRole = ''] = (names[waived % names.length] ?? '').split('/');
  const waivers = [{ specialization: specializationId, jobRole, places: 1, from: '2004-01-01', until: '2005-01-01' }];
  const { staff, current } = staffOf(edition, able, waived === 0 ? {} : { waivers });
  const pinned: Allocated[] = [];
  for (const pin of pins) {
    const individual = staff.people[pin % Math.max(1, staff.people.length)];
    const place = staff.places[pin % staff.places.length];
    if (individual === undefined || place === undefined || !staff.canFill(individual, place)) continue;
    const own = pinned.filter((entry) => entry.individual === individual).map((entry) => entry.place);
    const taken = pinned.filter((entry) => entry.place === place).length;
    if (taken >= place.open || own.includes(place) || brokenBy(staff.limits, own, place) !== undefined) continue;
    pinned.push({ individual, place });
  }
  return { staff, pinned, specializations: [...current.specializations.values()] };
}

/** How much is available for a set less what it needs, person by person as the contract has it. */
function slackOf(set: readonly Place[], staff: Staff, pinned: readonly Allocated[]): number {
  const available = staff.people.reduce((sum, individual) => {
    const could = set.filter((place) => staff.canFill(individual, place));
    const outside = pinned
      .filter((pin) => pin.individual === individual && !set.includes(pin.place))
      .map(({ place }) => place);
    return sum + mostOf(staff.limits, outside, could, nothing);
  }, 0);
  return available - set.reduce((sum, place) => sum + place.open, 0);
}

/** Every set of these job roles, the smaller first, then in the edition's order. */
function setsOf(places: readonly Place[]): readonly (readonly Place[])[] {
  let sets: readonly (readonly Place[])[] = [[]];
  for (const place of places) sets = sets.flatMap((set) => [set, [...set, place]]);
  const at = (a: readonly Place[], b: readonly Place[]) => a.findIndex((place, index) => place !== b[index]);
  return sets.toSorted((a, b) => a.length - b.length || (a[at(a, b)]?.index ?? 0) - (b[at(a, b)]?.index ?? 0));
}

const count = fc.constantFrom(0, 1, 1, 2, 3);
const drawn = (specializations: number, most: number): fc.Arbitrary<Drawn> =>
  fc.integer({ min: 5, max: 95 }).chain((ability) =>
    fc.record({
      policy: fc.constantFrom(...Object.keys(POLICIES)),
      roles: fc.array(fc.tuple(fc.constantFrom(1, 1, 2), count, count), { minLength: 1, maxLength: specializations }),
      people: fc.array(
        fc.array(
          fc.nat(99).map((number) => number < ability),
          { minLength: 3 * specializations, maxLength: 3 * specializations },
        ),
        { maxLength: most, size: 'max' },
      ),
      pins: fc.array(fc.nat(), { maxLength: 4 }),
      waived: fc.nat(5),
    }),
  );

describe('a bottleneck', () => {
  test(
    'qa#2.11: is the smallest of all sets, then the first in the order of the edition, under limits of every form',
    () => {
      const sizes = new Map<number, number>();
      fc.assert(
        fc.property(drawn(3, 7), (instance) => {
          const { staff, pinned, specializations } = setupOf(instance);
          const linked = linkedPlaces(new Set(specializations), staff);
          for (const entry of specializations) {
            const among = linked(entry).filter(({ open }) => open > 0);
            const expected = setsOf(among).find(
              (set) => set.some((place) => place.specialization === entry) && slackOf(set, staff, pinned) < 0,
            );
            const found = bottleneckOf(entry, among, staff, pinned, nothing);
            expect(found?.places).toEqual(expected);
            if (found === undefined) continue;
            sizes.set(found.places.length, (sizes.get(found.places.length) ?? 0) + 1);
            expect(found.available - found.needed).toBe(slackOf(found.places, staff, pinned));
            expect(found.individuals).toEqual(
              staff.people.filter((id) => found.places.some((place) => staff.canFill(id, place))),
            );
          }
        }),
        runs(400, 20_000),
      );
      // The test shows something only while sets of several job roles are found.
      expect([1, 2, 3, 4].map((size) => (sizes.get(size) ?? 0) > 0)).toEqual([true, true, true, true]);
    },
    LONG,
  );

  test(
    'at a partner of many people and specializations is short, and none of its job roles can be left out',
    () => {
      let found = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.keys(POLICIES)),
          fc.nat(),
          fc.integer({ min: 8, max: 80 }),
          (policy, seed, size) => {
            let state = seed;
            const number = (below: number): number => {
              state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
              return (state >>> 8) % below;
            };
            const instance: Drawn = {
              ...{ policy, pins: [], waived: 0 },
              roles: Array.from({ length: 12 }, () => [1 + number(2), number(3), number(3)] as const),
              people: Array.from({ length: size }, () => Array.from({ length: 36 }, () => number(100) < 12)),
            };
            const { staff, specializations } = setupOf(instance);
            const linked = linkedPlaces(new Set(specializations), staff);
            for (const entry of specializations.slice(0, 4)) {
              let left = 300_000;
              const spend = (steps: number): void => {
                left -= steps;
                if (left < 0) throw new OutOfSteps('');
              };
              const places = bottleneckOf(entry, linked(entry), staff, [], spend)?.places;
              if (places === undefined) continue;
              found += 1;
              expect(places.some((place) => place.specialization === entry)).toBe(true);
              expect(slackOf(places, staff, [])).toBeLessThan(0);
              const smaller = places.map((place) => places.filter((other) => other !== place));
              const own = smaller.filter((set) => set.some((other) => other.specialization === entry));
              expect(own.filter((set) => slackOf(set, staff, []) < 0)).toEqual([]);
            }
          },
        ),
        runs(40, 1_000),
      );
      expect(found).toBeGreaterThan(40);
    },
    LONG,
  );

  /** Each person could fill some job roles of twenty specializations, of which the first asks for `headcount` of two. */
  function large(people: number, headcount: number, allocation: Edition['allocation']) {
    const entries = Array.from({ length: 20 }, (_, index) =>
      specialization(`s${index}`, { se: index === 0 ? headcount : 2, fe: index === 0 ? headcount : 2, am: 1 }),
    );
    const names = entries.flatMap(({ id }) => [`${id}/se`, `${id}/fe`, `${id}/am`]);
    const able = Object.fromEntries(
      Array.from({ length: people }, (_, person) => [
        `i${String(person).padStart(4, '0')}`,
        // Half of them could fill both job roles of the first.
        names.filter((_name, at) => (at < 2 ? person % 2 === 0 : (person * 7 + at * 13) % 9 === 0)).join(' '),
      ]),
    );
    const { staff, current } = staffOf(editionOf(entries, { allocation }), able);
    const all = [...current.specializations.values()];
    const [first] = all;
    if (first === undefined) throw new Error('No specialization');
    let steps = 0;
    const spend = (more: number): void => {
      steps += more;
    };
    const short = bottleneckOf(first, linkedPlaces(new Set(all), staff)(first), staff, [], spend);
    return { short, steps };
  }

  test.each([
    ['one job role each', { maxJobRoles: 1 }],
    ['one of each kind', { maxJobRoles: 1, kinds: { se: { maxJobRoles: 1 }, fe: { maxJobRoles: 1 } } }],
  ])('among 1,000 people and twenty linked specializations is found, or known not to be there: %s', (_, allocation) => {
    const none = large(1000, 250, allocation);
    expect(none.short).toBeUndefined();
    const { short, steps } = large(1000, 251, allocation);
    expect(short).toMatchObject({ needed: 502, available: 500 });
    expect(short?.places.map(({ jobRole }) => jobRole.id)).toEqual(['se', 'fe']);
    expect(Math.max(steps, none.steps)).toBeLessThan(500_000);
  });
});
