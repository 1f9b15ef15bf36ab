import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { best } from '../../src/allocation/best.ts';
import { OutOfSteps } from '../../src/explanation/budget.ts';
import { runs } from '../runs.ts';
import { questionOf, type Setup } from './allocation-setup.ts';
import { drawnSetup } from './drawn-setups.ts';
import { type Aims, bestValue, isBelow, worthOf } from './oracle-best.ts';
import { broken } from './oracle-given.ts';
import type { Pair, Scene, Specialization } from './oracle-scene.ts';

const LONG = 3_600_000;

/** The same partner as the second implementation sees it; of the scene no more than its search looks at. */
function sceneOf(setup: Setup) {
  const { staff, given, pinned } = questionOf(setup);
  const specializations = Object.keys(setup.programs).map((id) => {
    const technology = setup.technology?.[id];
    return { id, ...(technology === undefined ? {} : { technology }) } as Specialization;
  });
  const roles = staff.places.map(({ index, specialization, jobRole, waived, open }) => ({
    ...{ index, jobRole: jobRole as unknown as Scene['roles'][number]['jobRole'], waived, open },
    specialization: specializations.find(({ id }) => id === specialization.id) as Specialization,
  }));
  const scene = {
    people: staff.people,
    roles,
    edition: { specializations, allocation: setup.allocation ?? {} },
    could: (id: string, { index }: { index: number }) =>
      staff.places.some((e) => e.index === index && staff.canFill(id, e)),
  } as unknown as Scene;
  const pairsOf = (entries: typeof given): readonly Pair[] =>
    entries.map(({ individual, place }) => ({ individual, role: roles[place.index] as Pair['role'] }));
  const aims: Aims = {
    takesPart: ({ id }) => setup.left?.includes(id) !== true,
    isHeld: ({ id }) => setup.held?.includes(id) === true,
    isPresent: ({ id }) => setup.absent?.includes(id) !== true,
    given: pairsOf(given),
  };
  return { scene, aims, pairsOf, pins: pairsOf(pinned) };
}

/** What is wrong with an allocation, whatever its value. */
function faultsOf(scene: Scene, pairs: readonly Pair[], pins: readonly Pair[]): readonly string[] {
  const keyOf = ({ individual, role }: Pair): string => `${individual} ${role.index}`;
  const keys = pairs.map(keyOf);
  return [
    ...scene.people.flatMap(
      (id) =>
        broken(
          scene,
          pairs.flatMap((pair) => (pair.individual === id ? [pair.role] : [])),
        ) ?? [],
    ),
    ...scene.roles
      .filter((role) => pairs.filter((pair) => pair.role === role).length > role.open)
      .map(() => 'too many'),
    ...pairs.filter(({ individual, role }) => !scene.could(individual, role)).map(() => 'cannot fill'),
    ...(new Set(keys).size < keys.length ? ['twice'] : []),
    ...pins.filter((pin) => !keys.includes(keyOf(pin))).map(() => 'pin lost'),
  ];
}

describe('the best allocation of drawn partners', () => {
  test(
    'qa#2.11: is that of exhaustive search, with several people who are alike, headcounts, pins and limits of nought',
    () => {
      fc.assert(
        fc.property(drawnSetup, (setup) => {
          const { scene, aims, pairsOf, pins } = sceneOf(setup);
          const { allocated, proven, value, bound } = best(questionOf(setup));
          const pairs = pairsOf(allocated);
          expect(faultsOf(scene, pairs, pins)).toEqual([]);
          expect(worthOf(scene, aims, pairs)).toEqual(value);
          const optimum = bestValue(scene, aims, { counting: pins, violations: [] });
          expect({ proven, value, bound }).toEqual({ proven: true, value: optimum, bound: optimum });
        }),
        runs(500, 40_000),
      );
    },
    LONG,
  );

  test(
    'wherever its steps end, fits, and the best lies between its value and its bound',
    () => {
      fc.assert(
        fc.property(drawnSetup, fc.double({ min: 0, max: 1, noNaN: true }), (setup, part) => {
          let steps = 0;
          const whole = best(questionOf(setup, (more) => (steps += more)));
          let left = Math.floor(steps * part) - 1;
          const cut = best(
            questionOf(setup, (more) => {
              left -= more;
              if (left < 0) throw new OutOfSteps('p');
            }),
          );
          const { scene, pairsOf, pins } = sceneOf(setup);
          expect(faultsOf(scene, pairsOf(cut.allocated), pins)).toEqual([]);
          expect(isBelow(whole.value, cut.value), 'better than the best').toBe(false);
          expect(isBelow(cut.bound, whole.value), 'the bound lies below the best').toBe(false);
          expect(cut.proven, 'proven without the steps for it').toBe(false);
        }),
        runs(500, 20_000),
      );
    },
    LONG,
  );
});
