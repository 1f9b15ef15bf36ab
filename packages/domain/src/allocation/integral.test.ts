import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../tests/partners/drawn-setups.ts';
import { runs } from '../../tests/runs.ts';
import { type Contest, contestOf } from './contest.ts';
import { heaviest } from './heaviest.ts';
import { heaviestByProgram } from './integral.ts';
import { Load } from './limits.ts';
import type { Place } from './place.ts';
import { type Assignment, type Person, type Problem, weightOn } from './problem.ts';

const people = ({ groups }: Problem) => groups.flatMap((group) => group.people.map((person) => ({ person, group })));

/** What an assignment is worth; undefined where it breaks a limit or a headcount. */
function weightOf(problem: Problem, must: ReadonlySet<Place>, assignment: Assignment): number | undefined {
  const used = new Map<Place, number>();
  let weight = 0;
  const groupOf = new Map(people(problem).map(({ person, group }) => [person, group]));
  for (const [person, places] of assignment) {
    const load = new Load(problem.limits, person.pinned);
    const group = groupOf.get(person);
    for (const place of places) {
      if (group?.could.includes(place) !== true || load.has(place) || load.brokenBy(place) !== undefined)
        return undefined;
      load.add(place);
      used.set(place, (used.get(place) ?? 0) + 1);
      weight += weightOn(problem, place, must) + (group.given.has(place) ? problem.weights.kept : 0);
    }
  }
  return [...used].every(([place, units]) => units <= (problem.room.get(place) ?? 0)) ? weight : undefined;
}

/** The greatest weight of any assignment: people one after another, of whom only what is filled and its weight matter. */
function byTrying(problem: Problem, must: ReadonlySet<Place>, isCondition: boolean): number | undefined {
  const places = [...problem.room.keys()];
  let reached = new Map<string, { readonly used: readonly number[]; readonly weight: number }>([
    ['', { used: places.map(() => 0), weight: 0 }],
  ]);
  for (const { person, group } of people(problem)) {
    let sets: readonly (readonly Place[])[] = [[]];
    for (const place of group.could) {
      sets = [...sets, ...sets.map((set) => [...set, place]).filter((set) => fits(problem, person, set))];
    }
    const next: typeof reached = new Map();
    for (const { used, weight } of reached.values()) {
      for (const set of sets) {
        const after = used.map((units, at) => units + Number(set.includes(places[at] as Place)));
        if (after.some((units, at) => units > (problem.room.get(places[at] as Place) as number))) continue;
        const worth = weight + (weightOf(problem, must, new Map([[person, set]])) as number);
        if ((next.get(after.join())?.weight ?? -1) < worth) next.set(after.join(), { used: after, weight: worth });
      }
    }
    reached = next;
  }
  // Where it is a condition, what must be filled is filled whole.
  const whole = [...reached.values()].filter(({ used }) =>
    places.every((place, at) => !isCondition || !must.has(place) || used[at] === problem.room.get(place)),
  );
  return whole.length === 0 ? undefined : whole.reduce((most, { weight }) => Math.max(most, weight), 0);
}

function fits({ limits }: Problem, person: Person, places: readonly Place[]): boolean {
  const load = new Load(limits, person.pinned);
  return places.every((place) => {
    const broken = load.brokenBy(place) !== undefined;
    load.add(place);
    return !broken;
  });
}

/** The places of some specializations have to be filled. */
function mustOf(contest: Contest, drawn: number): ReadonlySet<Place> {
  return contest.placesOf(contest.candidates.flatMap((_, at) => ((drawn >> at) & 1 ? [at] : [])));
}

const all = (count: number, could: string, prefix = 'p') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, could]));

describe('the heaviest way by a linear program', () => {
  test.each<readonly [string, Setup, number]>([
    [
      'nobody fills job roles of two kinds',
      {
        programs: { s1: { fe: 1, se: 1 } },
        able: { a: 's1/fe s1/se' },
        allocation: { maxJobRoles: 2, mixKinds: false },
      },
      1,
    ],
    [
      'two specializations each, however many job roles',
      {
        programs: { s1: { fe: 3, se: 3 }, s2: { fe: 3, se: 3 }, s3: { fe: 3 } },
        able: all(3, 's1/fe s1/se s2/fe s2/se s3/fe'),
        allocation: { maxSpecializations: 2 },
      },
      12,
    ],
    [
      'many who are alike, three of four job roles each',
      {
        programs: { s1: { a: 3, b: 3, c: 3, d: 3 } },
        able: all(3, 's1/a s1/b s1/c s1/d'),
        allocation: { maxJobRoles: 3, kinds: { a: { maxSpecializations: 1 } } },
      },
      9,
    ],
  ])('%s', (_, setup, units) => {
    const { problem } = contestOf(questionOf({ ...setup, absent: Object.keys(setup.programs) }));
    const counting = { ...problem, weights: { must: 0, place: 1, kept: 0 } };
    const { way, relaxed } = heaviestByProgram(counting, new Set(), -1);
    expect(way?.weight).toBe(units);
    expect(Math.floor((relaxed?.bound ?? 0) + 1e-6), 'the program knows the limits of several').toBe(units);
  });

  test('is the heaviest of every way, told of valid ways alone, and its bound is no lower', () => {
    fc.assert(
      fc.property(drawnSetup, fc.nat({ max: 15 }), fc.constantFrom('all', 'must', 'kept'), (setup, drawn, aim) => {
        const contest = contestOf(questionOf(setup));
        const must = mustOf(contest, drawn);
        const weights = {
          all: contest.problem.weights,
          must: { must: 1, place: 0, kept: 0 },
          kept: { must: 0, place: 0, kept: 1 },
        };
        const problem = { ...contest.problem, weights: weights[aim] };
        const optimum = byTrying(problem, must, aim === 'all');
        const told: (number | undefined)[] = [];
        const outcome = heaviestByProgram(problem, must, -1, (assignment) => {
          told.push(weightOf(problem, must, assignment));
        });
        expect(told).not.toContain(undefined);
        expect(outcome.way?.weight).toBe(optimum);
        expect(outcome.way && weightOf(problem, must, outcome.way.assignment)).toBe(optimum);
        expect(aim === 'all' || (outcome.relaxed?.bound ?? -1) > (optimum ?? 0) - 1e-6).toBe(true);
        expect(heaviestByProgram(problem, must, optimum ?? 0).way).toBeUndefined();
        // The search that begins with flows comes to the same, where what must be filled can be.
        expect(optimum === undefined || heaviest(problem, must, -1).way?.weight === optimum).toBe(true);
      }),
      runs(300, 10_000),
    );
  });
});
