import { best } from '@standing/domain/source/src/allocation/best.ts';
import { type Budget, SEARCH_STEPS, spend } from '@standing/domain/source/src/explanation/budget.ts';
import type { OpenPartner } from '@standing/domain/source/tests/optimum/partner.ts';
import type { Open } from '../race/contender.ts';
import { type Compiled, compiledOf, questionOf } from './question.ts';

/** The engine, with the budget that an evaluation gives one partner. */
export const open: Open<OpenPartner> = () => {
  let instance: { readonly partner: OpenPartner; readonly compiled: Compiled } | undefined;
  return Promise.resolve({
    take: (partner) => {
      instance = { partner, compiled: compiledOf(partner) };
    },
    run: () => {
      if (instance === undefined) throw new Error('No instance');
      const budget: Budget = { left: SEARCH_STEPS };
      const question = questionOf(instance.partner, instance.compiled, (steps) => spend(budget, steps, 'p'));
      const since = performance.now();
      const { value, proven, bound } = best(question);
      const solving = performance.now() - since;
      return { answer: () => (proven ? value.join() : `${value.join()} to ${bound.join()}`), proven, solving };
    },
  });
};
