import { EVER, isMet } from '../../award/evidence.ts';
import type { Held } from '../../award/held.ts';
import { type History, historyOf } from '../../award/history.ts';
import type { AwardPeriod, Awards } from '../../award/period.ts';
import { replay } from '../../award/replay.ts';
import { Scene } from '../../award/scene.ts';
import type { Day } from '../../calendar/day.ts';
import type { KnownProgram } from '../../edition/known.ts';
import type { Node } from '../../edition/node.ts';
import type { Budget } from '../../explanation/budget.ts';
import type { IndividualFacts } from '../../record/schema.ts';

/**
 * An individual on all days from the one on which the facts are known. One replay up to the last day serves them all:
 * after that day there is no pass that could prolong a period, so a period that has begun is what it stays, and on a day
 * the last that has begun by then counts.
 */
export type Ahead = {
  readonly id: string;
  readonly facts: IndividualFacts;
  readonly history: History;
  readonly held: Held;
  /** The same by certification. */
  readonly awards: Awards;
  readonly meets: (requirement: Node, day: Day) => boolean;
};

/** `facts` are those known on the first day, `program` the one known on the last; `budget` pays for this and all asked later. */
export function aheadOf(facts: IndividualFacts, program: KnownProgram, budget: Budget): Ahead {
  const history = historyOf(facts, program);
  const held = replay(program, history, budget);
  return {
    id: facts.id,
    facts,
    history,
    held,
    awards: held.byId(program.names.certifications),
    meets: (requirement, day) => isMet(requirement, new Scene(history, held, day, EVER, budget)),
  };
}

/** The period of an award that counts on a day; undefined where none has begun. */
export function latestOn(periods: readonly AwardPeriod[] | undefined, day: Day): AwardPeriod | undefined {
  return periods?.findLast(({ from }) => from <= day);
}

/** The individual as on that day, for an explanation. */
export function sceneOn({ history, held }: Ahead, day: Day, budget: Budget): Scene {
  return new Scene(history, held, day, EVER, budget);
}
