import { type Result, refuse } from '../edition/fault.ts';

/** The work of one question, counted in steps that are the same on every machine; one visit of a rule is one step. */
export type Budget = { left: number };

/** What an evaluation may cost when the caller says nothing else. */
export const DEFAULT_STEPS = 64_000_000;
/** What the searches for best allocations may cost beside it, shared by the partners of a question. */
export const SEARCH_STEPS = 64_000_000;
/** What the searches for bottlenecks may cost, shared likewise; one that is not found in time is left out. */
export const BOTTLENECK_STEPS = 20_000_000;
/** What an impact may cost beside the searches: its evaluations, the answer to each of which nobody is sent. */
export const IMPACT_STEPS = 200_000_000;
/** One node of an explanation, in steps: it is built, sent and read. */
export const EXPLANATION_STEPS = 40;
/**
 * What is said costs as well, so that a small question cannot have an answer that no machine can hold: so many
 * characters are one step. With the steps of a whole evaluation an answer stays below what one text can hold.
 */
const CHARACTERS_A_STEP = 5;
/** What stands around an id in an answer. */
const AROUND = 24;

/** The steps for saying texts, each with what stands around it. */
export function stepsToSay(texts: readonly string[]): number {
  let characters = 0;
  for (const text of texts) characters += text.length + AROUND;
  return characters / CHARACTERS_A_STEP;
}

/** The steps for one node of an explanation with its citations, beside the texts that it says. */
export function stepsForNode(cites: readonly string[]): number {
  return EXPLANATION_STEPS + stepsToSay(cites);
}

/** The steps for saying one text so many times. */
export function stepsToRepeat(text: string, times: number): number {
  return (times * (text.length + AROUND)) / CHARACTERS_A_STEP;
}

/** Ends work whose steps are used up; caught once, in `withinSteps`. */
export class OutOfSteps extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`Out of steps at ${path}`);
    this.path = path;
  }
}

/** What the work gives, or the fault `out-of-steps` where its steps are used up first. */
export function withinSteps<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    return refuse({ path: '', code: 'out-of-steps', received: error.path });
  }
}

export function spend(budget: Budget, steps: number, path: string): void {
  budget.left -= steps;
  if (budget.left < 0) throw new OutOfSteps(path);
}

/** Spends from a budget up to an equal share of what is left of it, so that one hard piece of work leaves something for the others. */
export function shareOf(budget: Budget, among: number, path: string): (steps: number) => void {
  const own: Budget = { left: Math.floor(budget.left / among) };
  return (steps) => {
    spend(own, steps, path);
    spend(budget, steps, path);
  };
}
