import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../tests/partners/drawn-setups.ts';
import { runs } from '../../tests/runs.ts';
import { OutOfSteps } from '../explanation/budget.ts';
import { Choice } from './choice.ts';
import { type Contest, contestOf } from './contest.ts';
import { Relaxation } from './relaxation.ts';

/** Whether the flow can fill all places of a set, and no technology stands in it twice. */
function canBeChosen(contest: Contest, set: readonly number[]): boolean {
  const { problem, technologies } = contest;
  const must = contest.placesOf(set);
  const units = [...must].reduce((sum, place) => sum + (problem.room.get(place) ?? 0), 0);
  const alone = { ...problem, weights: { must: 1, place: 0, kept: 0 } };
  const apart = technologies.every(({ coefficients }) => set.filter((at) => coefficients[at] === 1).length <= 1);
  return apart && new Relaxation(alone).fill(must).weight === units;
}

function setsOf(contest: Contest): readonly (readonly number[])[] {
  let sets: readonly (readonly number[])[] = [[]];
  for (const at of contest.candidates.keys()) sets = [...sets, ...sets.map((set) => [...set, at])];
  return sets.filter((set) => canBeChosen(contest, set));
}

const worthOf = (objective: Float64Array, set: readonly number[]): number =>
  set.reduce((sum, at) => sum + (objective[at] as number), 0);

/** The most that an aim comes to, and how the search ended after so many steps. */
function chosen(setup: Setup, objectiveOf: (at: number) => number, most = Number.POSITIVE_INFINITY) {
  let [steps, counts] = [0, false];
  const contest = contestOf(
    questionOf(setup, (more) => {
      if (counts) steps += more;
      if (steps > most) throw new OutOfSteps('p');
    }),
  );
  counts = true;
  const objective = Float64Array.from(contest.candidates, (_, at) => objectiveOf(at));
  const ended = { bound: objective.reduce((sum, each) => sum + each, 0) };
  let [known, wrong] = [0, 0];
  const search = (): void => {
    new Choice(contest.problem, contest.candidates, contest.technologies).maximise(
      {
        objective,
        most: [],
        rows: [],
        known: () => known,
        attempt: (set, promised) => {
          counts = false;
          if (!canBeChosen(contest, set) || worthOf(objective, set) > promised) wrong += 1;
          counts = true;
          known = Math.max(known, worthOf(objective, set));
          return undefined;
        },
      },
      ended,
    );
  };
  try {
    search();
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
  }
  counts = false;
  return { contest, objective, known, bound: ended.bound, wrong };
}

describe('a choice', () => {
  test('is the best of every set that a flow can fill', () => {
    fc.assert(
      fc.property(
        drawnSetup,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
        (setup, worth) => {
          const { contest, objective, known, bound, wrong } = chosen(setup, (at) => worth[at] ?? 1);
          const optimum = setsOf(contest).reduce((best, set) => Math.max(best, worthOf(objective, set)), 0);
          expect({ known, bound, wrong }).toEqual({ known: optimum, bound: optimum, wrong: 0 });
        },
      ),
      runs(300, 10_000),
    );
  });

  // Of every five in a ring, two can be filled: parts of them look like two and a half.
  test('is proven where parts of candidates come to more', () => {
    const rings = Array.from({ length: 4 }, (_, ring) => ring);
    const five = [0, 1, 2, 3, 4];
    const setup: Setup = {
      programs: Object.fromEntries(rings.flatMap((ring) => five.map((at) => [`s${ring}${at}`, { fe: 1, se: 1 }]))),
      able: Object.fromEntries(
        rings.flatMap((ring) => five.map((at) => [`p${ring}${at}`, `s${ring}${at}/fe s${ring}${(at + 1) % 5}/se`])),
      ),
      allocation: { maxJobRoles: 1 },
    };
    const { known, bound, wrong } = chosen(setup, () => 1);
    expect({ known, bound, wrong }).toEqual({ known: 8, bound: 8, wrong: 0 });
  });

  test('that is ended anywhere has a bound that is no lower than the best', () => {
    fc.assert(
      fc.property(drawnSetup, fc.nat({ max: 400 }), (setup, most) => {
        const { bound, known } = chosen(setup, () => 1);
        const cut = chosen(setup, () => 1, most);
        expect(cut.known <= known && cut.bound >= bound).toBe(true);
      }),
      runs(200, 5_000),
    );
  });
});
