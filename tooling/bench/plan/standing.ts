import { type Budget, SEARCH_STEPS, spend } from '@standing/domain/source/src/explanation/budget.ts';
import type { Covering } from '@standing/domain/source/src/outlook/plan/covering.ts';
import { fewest } from '@standing/domain/source/src/outlook/plan/fewest.ts';
import type { Open } from '../race/contender.ts';

/** The plan's core, within the steps of one search. */
export const open: Open<Covering> = () => {
  let instance: Covering | undefined;
  return Promise.resolve({
    take: (covering) => {
      instance = covering;
    },
    run: () => {
      if (instance === undefined) throw new Error('No instance');
      const budget: Budget = { left: SEARCH_STEPS };
      const { cost, proven, short } = fewest(instance, (steps) => spend(budget, steps, 'plan'));
      const isWhole = short.every((left) => left === 0);
      return { answer: () => (isWhole ? String(cost) : `short of ${short.join()}`), proven };
    },
  });
};
