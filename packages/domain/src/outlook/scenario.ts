import type { Result } from '../edition/fault.ts';
import { type Evaluation, evaluate } from '../evaluate.ts';
import {
  type Budget,
  DEFAULT_STEPS,
  EXPLANATION_STEPS,
  spend,
  stepsToSay,
  withinSteps,
} from '../explanation/budget.ts';
import { type Difference, differencesOf, pairs } from './difference.ts';
import { type Imagined, mark } from './mark.ts';
import type { ScenarioQuestion } from './scenario-question.ts';

/** How many would be met: without the scenario, with it, and how many of these fall and rise. */
export type Tally = { readonly without: number; readonly met: number; readonly fall: number; readonly rise: number };

/**
 * The answer to a scenario: the evaluation of what is imagined, in which every object that the answer without the
 * scenario does not have says `imagined`, and in which verdicts the two differ.
 */
export type Scenario = Imagined<Evaluation> & {
  /** Which answer it is held against. */
  readonly without: { readonly program: string; readonly edition: string; readonly asOf: string };
  readonly differences: readonly Difference[];
  /** Over all partners, by readiness. */
  readonly totals: { readonly specializations: Tally; readonly channelLevels: Tally };
};

/**
 * Evaluates a question twice, as it is and as it is imagined, each within the steps of an evaluation. Refused with
 * `out-of-steps` when either costs more.
 */
export function scenarioOf(question: ScenarioQuestion, options?: { readonly steps?: number }): Result<Scenario> {
  const steps = options?.steps ?? DEFAULT_STEPS;
  const before = evaluate(question, { steps });
  if (!before.ok) return before;
  const budget: Budget = { left: steps };
  const now = evaluate(question.imagined, { steps: budget });
  if (!now.ok) return now;
  return withinSteps(() => {
    const { program, edition, asOf } = before.value;
    const differences = differencesOf(before.value, now.value);
    for (const difference of differences) {
      spend(budget, EXPLANATION_STEPS + stepsToSay(textsIn(difference)), now.value.asOf);
    }
    return {
      ...mark(now.value, before.value, question, budget),
      without: { program, edition, asOf },
      differences,
      totals: totalsOf(before.value, now.value),
    };
  });
}

function textsIn(value: object): readonly string[] {
  return Object.values(value).flatMap((part: unknown) =>
    typeof part === 'string' ? [part] : typeof part === 'object' && part !== null ? textsIn(part) : [],
  );
}

function totalsOf(before: Evaluation, now: Evaluation): Scenario['totals'] {
  const partners = pairs(before.partners, now.partners, ({ id }) => id).map(
    ([, old, partner]) => [old, partner] as const,
  );
  return {
    specializations: tally(
      partners.flatMap(([old, partner]) =>
        pairs(old?.specializations ?? [], partner?.specializations ?? [], ({ specialization }) => specialization),
      ),
    ),
    channelLevels: tally(
      partners.flatMap(([old, partner]) =>
        pairs(old?.channelLevels ?? [], partner?.channelLevels ?? [], ({ channelLevel }) => channelLevel),
      ),
    ),
  };
}

type Verdict = { readonly readiness: 'met' | 'not-met' } | undefined;

function tally(verdicts: readonly (readonly [name: string, before: Verdict, now: Verdict])[]): Tally {
  const isMet = (verdict: Verdict): boolean => verdict?.readiness === 'met';
  const count = (counts: (before: Verdict, now: Verdict) => boolean): number =>
    verdicts.filter(([, before, now]) => counts(before, now)).length;
  return {
    without: count(isMet),
    met: count((_, now) => isMet(now)),
    fall: count((before, now) => isMet(before) && !isMet(now)),
    rise: count((before, now) => !isMet(before) && isMet(now)),
  };
}
