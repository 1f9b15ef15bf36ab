import { compare } from '../calendar/compare.ts';
import type { Day } from '../calendar/day.ts';
import { contains } from '../calendar/interval.ts';
import { addPeriod } from '../calendar/period.ts';
import type { ExamNode, Node } from '../edition/node.ts';
import { type Budget, spend } from '../explanation/budget.ts';
import { type History, latestIn } from './history.ts';

export type Pass = { readonly exam: string; readonly takenOn: Day };

/** What a requirement is asked of: whose passes, from which day on they count, and which awards are active. */
export type Situation = {
  readonly history: History;
  /** The day on which the requirement is used; later passes do not count. */
  readonly day: Day;
  /** Earlier passes do not count. */
  readonly since: Day;
  readonly isActive: (certification: string) => boolean;
  readonly budget: Budget;
};

/** The last exam of evidence that has none. */
export const NO_EXAM = Number.NEGATIVE_INFINITY;

/**
 * The day of the last exam of the evidence for a requirement, `NO_EXAM` where awards alone meet it, undefined where it
 * is not met. Where it leaves a choice, the evidence whose last exam is latest counts.
 */
export function lastExam(node: Node, situation: Situation): Day | undefined {
  spend(situation.budget, 1, situation.history.id);
  switch (node.rule) {
    case 'exam':
      return passFor(node, situation);
    case 'certification':
      return situation.isActive(node.certification) ? NO_EXAM : undefined;
    case 'all-of': {
      let latest: Day = NO_EXAM;
      for (const part of node.of) {
        const day = lastExam(part, situation);
        if (day === undefined) return undefined;
        if (day > latest) latest = day;
      }
      return latest;
    }
    default: {
      let met = 0;
      let latest: Day | undefined;
      for (const part of node.of) {
        const day = lastExam(part, situation);
        if (day === undefined) continue;
        met += 1;
        if (latest === undefined || day > latest) latest = day;
      }
      return met >= (node.rule === 'at-least' ? node.needed : 1) ? latest : undefined;
    }
  }
}

/** To put a pass aside costs this many times what it costs to look at one. */
const COLLECT_STEPS = 8;

/** The passes that meet a requirement that is met, by date; a pass that serves twice stands once. */
export function passesOf(node: Node, situation: Situation): readonly Pass[] {
  const found = new Map<string, Pass>();
  collect(node, situation, found);
  return [...found.values()].sort((a, b) => a.takenOn - b.takenOn || compare(a.exam, b.exam));
}

function collect(node: Node, situation: Situation, found: Map<string, Pass>): void {
  spend(situation.budget, COLLECT_STEPS, situation.history.id);
  if (node.rule === 'exam') {
    const takenOn = passFor(node, situation);
    if (takenOn !== undefined) found.set(`${takenOn} ${node.exam}`, { exam: node.exam, takenOn });
  } else if (node.rule !== 'certification') {
    for (const part of node.rule === 'all-of' ? node.of : chosen(node, situation)) collect(part, situation, found);
  }
}

/** Of the parts that are met as many as are needed: the first listed, and among them one whose last exam is latest. */
function chosen(node: Node & { rule: 'any-of' | 'at-least' }, situation: Situation): readonly Node[] {
  const needed = node.rule === 'at-least' ? node.needed : 1;
  const met = node.of.flatMap((part) => {
    const day = lastExam(part, situation);
    return day === undefined ? [] : [{ part, day }];
  });
  const latest = met.reduce((sum, { day }) => Math.max(sum, day), NO_EXAM);
  const first = met.slice(0, needed);
  if (!first.some(({ day }) => day === latest)) {
    first[needed - 1] = met.find(({ day }) => day === latest) ?? (met[needed - 1] as (typeof met)[number]);
  }
  return first.map(({ part }) => part);
}

/** An exam passed several times stands by its latest pass in the window. */
export function passFor(leaf: ExamNode, { history, day, since }: Situation): Day | undefined {
  if (!contains(leaf.accepted, day)) return undefined;
  const days = history.passes.get(leaf.exam);
  if (days === undefined) return undefined;
  const taken = latestIn(days, Math.max(leaf.taken.from, since), Math.min(leaf.taken.until, day + 1));
  if (taken === undefined || leaf.within === undefined) return taken;
  return day < addPeriod(taken, leaf.within) ? taken : undefined;
}
