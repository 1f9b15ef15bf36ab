import type { KnownProgram } from '../edition/known.ts';
import type { Node, Origin } from '../edition/node.ts';
import type { Budget } from '../explanation/budget.ts';
import type { Explanation } from '../explanation/explanation.ts';
import type { IndividualFacts } from '../record/schema.ts';
import { lastExam } from './evidence.ts';
import { explained, type Scene } from './explain.ts';
import { type History, historyOf } from './history.ts';
import { type Awards, activeOn, replay } from './replay.ts';

/** An individual on the program's day: what is known, and the awards that follow from it. */
export type Individual = {
  readonly id: string;
  readonly history: History;
  readonly awards: Awards;
  /** Whether a requirement is met on this day, by passes and awards of any time. */
  readonly meets: (requirement: Node) => boolean;
  /** Why it is met, or what is missing. */
  readonly explain: (requirement: Node, origin: Origin) => Explanation;
};

export function individualOf(facts: IndividualFacts, program: KnownProgram, budget: Budget): Individual {
  const history = historyOf(facts, program);
  const awards = replay(program, history, budget);
  const scene: Scene = {
    history,
    awards,
    budget,
    day: program.asOf,
    since: Number.NEGATIVE_INFINITY,
    isActive: (certification) => activeOn(awards.get(certification), program.asOf) !== undefined,
  };
  return {
    id: history.id,
    history,
    awards,
    meets: (requirement) => lastExam(requirement, scene) !== undefined,
    explain: (requirement, origin) => explained(requirement, scene, origin).explanation,
  };
}
