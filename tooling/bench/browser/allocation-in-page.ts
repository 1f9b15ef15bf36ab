/** What the page measures of the allocation alone; bundled for the browser. */
import { best } from '@standing/domain/source/src/allocation/best.ts';
import { type Budget, SEARCH_STEPS, spend } from '@standing/domain/source/src/explanation/budget.ts';
import type { OpenPartner } from '@standing/domain/source/tests/optimum/partner.ts';
import { compiledOf, questionOf } from '../allocation/question.ts';

/** Milliseconds of each round, in which another individual is not there, from the change to the best allocation. */
export function roundsOf(partner: OpenPartner, rounds: number): readonly number[] {
  const compiled = compiledOf(partner);
  return Array.from({ length: rounds }, (_, round) => {
    const since = performance.now();
    const budget: Budget = { left: SEARCH_STEPS };
    const without = { ...partner, individuals: partner.individuals.filter((__, at) => at !== round) };
    best(questionOf(without, compiled, (steps) => spend(budget, steps, 'p')));
    return performance.now() - since;
  });
}
