import { lastExam, type Situation } from '../../award/evidence.ts';
import type { Scene } from '../../award/explain.ts';
import { type History, historyOf } from '../../award/history.ts';
import { type AwardPeriod, type Awards, replay } from '../../award/replay.ts';
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
  readonly awards: Awards;
  readonly meets: (requirement: Node, day: Day) => boolean;
};

/** `facts` are those known on the first day, `program` the one known on the last; `budget` pays for this and all asked later. */
export function aheadOf(facts: IndividualFacts, program: KnownProgram, budget: Budget): Ahead {
  const history = historyOf(facts, program);
  const awards = replay(program, history, budget);
  return {
    id: facts.id,
    facts,
    history,
    awards,
    meets: (requirement, day) => lastExam(requirement, situationOn({ history, awards }, day, budget)) !== undefined,
  };
}

/** The period of an award that counts on a day; undefined where none has begun. */
export function latestOn(periods: readonly AwardPeriod[] | undefined, day: Day): AwardPeriod | undefined {
  return periods?.findLast(({ from }) => from <= day);
}

function situationOn({ history, awards }: Pick<Ahead, 'history' | 'awards'>, day: Day, budget: Budget): Situation {
  const isActive = (certification: string): boolean => {
    const period = latestOn(awards.get(certification), day);
    return period !== undefined && day < period.until;
  };
  return { history, day, since: Number.NEGATIVE_INFINITY, isActive, budget };
}

/** The same as the scene of an explanation: the awards as they are on that day. */
export function sceneOn(individual: Ahead, day: Day, budget: Budget): Scene {
  const begun = [...individual.awards].map(([id, periods]) => [id, periods.filter(({ from }) => from <= day)] as const);
  return { ...situationOn(individual, day, budget), awards: new Map(begun.filter(([, own]) => own.length > 0)) };
}
