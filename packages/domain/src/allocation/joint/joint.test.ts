import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../../tests/partners/allocation-setup.ts';
import { OutOfSteps, SEARCH_STEPS } from '../../explanation/budget.ts';
import type { Edition } from '../../index.ts';
import { best } from '../best.ts';
import { brokenBy } from '../limits.ts';
import { isLess } from '../value.ts';

describe('qa#2.11: the search for the best allocation', () => {
  // Three individuals who could fill everything: nothing here is hard but that they are alike.
  test.each<readonly [string, Edition['allocation'], readonly [number, number, number, number]]>([
    ['one specialization each', { maxSpecializations: 1 }, [0, 1, 2, 0]],
    ['one specialization and one kind each', { maxSpecializations: 1, mixKinds: false }, [0, 0, 3, 0]],
  ])(
    'of three individuals is proven within the steps of one question: %s',
    (_, allocation, value) => {
      const roles = { se: 2, fe: 2 };
      const all = ['s1', 's2', 's3', 's4'].flatMap((id) => [`${id}/se`, `${id}/fe`]).join(' ');
      const setup = {
        programs: { s1: roles, s2: roles, s3: roles, s4: roles },
        able: { a: all, b: all, c: all },
        allocation,
      };
      let left = SEARCH_STEPS;
      const question = questionOf(setup, (steps) => {
        left -= steps;
        if (left < 0) throw new OutOfSteps('p');
      });
      expect(best(question)).toMatchObject({ proven: true, value });
    },
    60_000,
  );

  test('a search that is ended at any step gives an allocation that fits, and the best lies between value and bound', () => {
    const setup: Setup = {
      programs: { s1: { fe: 1, se: 1 }, s2: { fe: 2, se: 1 }, s3: { fe: 1, am: 1 }, s4: { am: 1, se: 1 } },
      able: {
        a: 's1/fe s1/se s2/fe',
        b: 's2/fe s3/fe s3/am',
        c: 's2/se s4/se s1/se',
        d: 's4/am s3/am s2/fe',
        e: 's1/fe s4/se',
      },
      allocation: { maxSpecializations: 2, maxJobRolesPerSpecialization: 1, mixKinds: false },
      held: ['s4'],
      pinned: ['b s3/am'],
      given: ['b s3/am', 'a s1/se', 'c s2/se'],
    };
    let total = 0;
    const whole = best(
      questionOf(setup, (steps) => {
        total += steps;
      }),
    );
    expect(whole.proven).toBe(true);
    const wrong: unknown[] = [];
    for (let allowed = 0; allowed < total; allowed += Math.ceil(total / 400)) {
      let left = allowed;
      const question = questionOf(setup, (steps) => {
        left -= steps;
        if (left < 0) throw new OutOfSteps('p');
      });
      const { allocated, proven, value, bound } = best(question);
      const fits = allocated.every(({ individual, place }, index) => {
        const before = allocated.slice(0, index);
        const own = before.filter((entry) => entry.individual === individual).map((entry) => entry.place);
        const here = before.filter((entry) => entry.place === place).length;
        return (
          here < place.open &&
          question.staff.canFill(individual, place) &&
          brokenBy(question.staff.limits, own, place) === undefined
        );
      });
      const pinned = allocated.some(
        ({ individual, place }) => individual === 'b' && place.jobRole.id === 'am' && place.specialization.id === 's3',
      );
      const between = !isLess(whole.value, value) && !isLess(bound, whole.value);
      if (proven || !fits || !pinned || !between) wrong.push({ allowed, proven, fits, pinned, value, bound });
    }
    expect(wrong).toEqual([]);
  });
});
