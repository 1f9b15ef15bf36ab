import { compare } from '../calendar/compare.ts';
import { type Day, FIRST_DAY } from '../calendar/day.ts';
import { addPeriod } from '../calendar/period.ts';
import type { ExamNode, Node, PartsNode } from '../edition/node.ts';
import { type Budget, spend } from '../explanation/budget.ts';
import type { History } from './history.ts';
import { latestDay } from './marks.ts';

export type Pass = { readonly exam: string; readonly takenOn: Day };

/** What a requirement is asked of: whose passes, from which day on they count, and which awards are active. */
export type Situation = {
  readonly history: History;
  /** The day on which the requirement is used; later passes do not count. */
  readonly day: Day;
  /** Earlier passes do not count. */
  readonly since: Day;
  /** Whether the award of a certification, given by its number, is active on that day. */
  readonly isActive: (certification: number) => boolean;
  readonly budget: Budget;
};

/** The last exam of evidence that has none. */
export const NO_EXAM = Number.NEGATIVE_INFINITY;
/** From here on every pass counts. */
export const EVER = FIRST_DAY - 1;

/**
 * The day of the last exam of the evidence for a requirement, `NO_EXAM` where awards alone meet it, undefined where it
 * is not met. Where it leaves a choice, the evidence whose last exam is latest counts.
 */
export function lastExam(node: Node, situation: Situation): Day | undefined {
  spend(situation.budget, 1, situation.history.id);
  if (node.rule === 'exam') return passFor(node, situation);
  if (node.rule === 'certification') return situation.isActive(node.number) ? NO_EXAM : undefined;
  const { of, needed } = node;
  let met = 0;
  let latest: Day = NO_EXAM;
  for (let index = 0; index < of.length; index += 1) {
    // Of all that are needed none may be missing; of a choice all are looked at, for the latest.
    const day = lastExam(of[index] as Node, situation);
    if (day === undefined) {
      if (met + of.length - index - 1 < needed) return undefined;
      continue;
    }
    met += 1;
    if (day > latest) latest = day;
  }
  return met >= needed ? latest : undefined;
}

/** To put a pass aside costs this many times what it costs to look at one. */
const COLLECT_STEPS = 8;

/** The passes that meet a requirement that is met, by date; a pass that serves twice stands once. */
export function passesOf(node: Node, situation: Situation): readonly Pass[] {
  const found: Pass[] = [];
  collect(node, situation, found);
  if (found.length < 2) return found;
  found.sort((a, b) => a.takenOn - b.takenOn || compare(a.exam, b.exam));
  return found.filter(({ exam, takenOn }, index) => {
    const before = found[index - 1];
    return before === undefined || before.exam !== exam || before.takenOn !== takenOn;
  });
}

function collect(node: Node, situation: Situation, found: Pass[]): void {
  spend(situation.budget, COLLECT_STEPS, situation.history.id);
  if (node.rule === 'exam') {
    const takenOn = passFor(node, situation);
    if (takenOn !== undefined) found.push({ exam: node.exam, takenOn });
  } else if (node.rule !== 'certification') {
    for (const part of node.needed === node.of.length ? node.of : chosen(node, situation)) {
      collect(part, situation, found);
    }
  }
}

/** Of the parts that are met as many as are needed: the first listed, and among them one whose last exam is latest. */
function chosen({ of, needed }: PartsNode, situation: Situation): readonly Node[] {
  const first: Node[] = [];
  let latest = NO_EXAM;
  let latestOfFirst = NO_EXAM;
  let last: Node | undefined;
  for (const part of of) {
    const day = lastExam(part, situation);
    if (day === undefined) continue;
    if (first.length < needed) {
      first.push(part);
      latestOfFirst = Math.max(latestOfFirst, day);
    }
    if (last === undefined || day > latest) [latest, last] = [day, part];
  }
  if (latestOfFirst < latest && last !== undefined) first[needed - 1] = last;
  return first;
}

/** An exam passed several times stands by its latest pass in the window. */
export function passFor(leaf: ExamNode, { history, day, since }: Situation): Day | undefined {
  if (leaf.anyPass) return latestDay(history.passed, leaf.number, since, day + 1);
  const { accepted, taken, within } = leaf;
  if (day < accepted.from || day >= accepted.until) return undefined;
  const on = latestDay(history.passed, leaf.number, Math.max(taken.from, since), Math.min(taken.until, day + 1));
  return on === undefined || within === undefined || day < addPeriod(on, within) ? on : undefined;
}
