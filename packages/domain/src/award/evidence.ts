import { compare } from '../calendar/compare.ts';
import type { Day } from '../calendar/day.ts';
import { addPeriod } from '../calendar/period.ts';
import type { ExamNode, Node, PartsNode } from '../edition/node.ts';
import { type Budget, spend } from '../explanation/budget.ts';
import type { History } from './history.ts';
import { NEVER } from './marks.ts';

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

/** In place of the day of the last exam: the requirement is not met, or awards alone meet it. Both lie before all days. */
export const UNMET = NEVER;
export const NO_EXAM = NEVER + 1;
/** From here on every pass counts. */
export const EVER = NEVER;

/**
 * The day of the last exam of the evidence for a requirement, `NO_EXAM` where awards alone meet it, `UNMET` where it is
 * not met. Where it leaves a choice, the evidence whose last exam is latest counts.
 */
export function lastExam(node: Node, situation: Situation): Day {
  spend(situation.budget, 1, situation.history.id);
  if (node.rule === 'exam') return passOn(node, situation);
  if (node.rule === 'certification') return situation.isActive(node.number) ? NO_EXAM : UNMET;
  const { of, needed } = node;
  let met = 0;
  let latest: Day = NO_EXAM;
  for (let index = 0; index < of.length; index += 1) {
    // Of all that are needed none may be missing; of a choice all are looked at, for the latest.
    const day = lastExam(of[index] as Node, situation);
    if (day === UNMET) {
      if (met + of.length - index - 1 < needed) return UNMET;
      continue;
    }
    met += 1;
    if (day > latest) latest = day;
  }
  return met >= needed ? latest : UNMET;
}

/** Whether a requirement is met, by whatever evidence. */
export function isMet(node: Node, situation: Situation): boolean {
  return lastExam(node, situation) !== UNMET;
}

/** To put a pass aside costs this many times what it costs to look at one. */
const COLLECT_STEPS = 8;

/** The passes that meet a requirement that is met, by date; a pass that serves twice stands once. */
export function passesOf(node: Node, situation: Situation): readonly Pass[] {
  const found: Pass[] = [];
  collect(node, situation, found);
  if (found.length < 2) return found;
  if (found.length > FEW) found.sort(inTime);
  else insertEach(found);
  const isTwice = (pass: Pass, index: number): boolean => index > 0 && inTime(found[index - 1] as Pass, pass) === 0;
  return found.some(isTwice) ? found.filter((pass, index) => !isTwice(pass, index)) : found;
}

/** So few are put in order faster one by one. */
const FEW = 16;

function insertEach(passes: Pass[]): void {
  for (let index = 1; index < passes.length; index += 1) {
    const pass = passes[index] as Pass;
    let at = index;
    for (; at > 0 && inTime(passes[at - 1] as Pass, pass) > 0; at -= 1) passes[at] = passes[at - 1] as Pass;
    passes[at] = pass;
  }
}

function inTime(a: Pass, b: Pass): number {
  return a.takenOn - b.takenOn || compare(a.exam, b.exam);
}

function collect(node: Node, situation: Situation, found: Pass[]): void {
  spend(situation.budget, COLLECT_STEPS, situation.history.id);
  if (node.rule === 'exam') {
    const takenOn = passOn(node, situation);
    if (takenOn !== UNMET) found.push({ exam: node.exam, takenOn });
  } else if (node.rule !== 'certification') {
    for (const part of node.needed === node.of.length ? node.of : chosen(node, situation)) {
      collect(part, situation, found);
    }
  }
}

/** Of the parts that are met as many as are needed: the first listed, and among them one whose last exam is latest. */
function chosen({ of, needed }: PartsNode, situation: Situation): readonly Node[] {
  const first: Node[] = [];
  let latest = UNMET;
  let latestOfFirst = UNMET;
  let last: Node | undefined;
  for (const part of of) {
    const day = lastExam(part, situation);
    if (day === UNMET) continue;
    if (first.length < needed) {
      first.push(part);
      latestOfFirst = Math.max(latestOfFirst, day);
    }
    if (day > latest) {
      latest = day;
      last = part;
    }
  }
  if (latestOfFirst < latest && last !== undefined) first[needed - 1] = last;
  return first;
}

/** An exam passed several times stands by its latest pass in the window; undefined where there is none. */
export function passFor(leaf: ExamNode, situation: Situation): Day | undefined {
  const day = passOn(leaf, situation);
  return day === UNMET ? undefined : day;
}

function passOn(leaf: ExamNode, { history, day, since }: Situation): Day {
  if (leaf.anyPass) return history.passed.latest(leaf.number, since, day + 1);
  const { accepted, taken, within } = leaf;
  if (day < accepted.from || day >= accepted.until) return UNMET;
  const on = history.passed.latest(leaf.number, Math.max(taken.from, since), Math.min(taken.until, day + 1));
  return on === UNMET || within === undefined || day < addPeriod(on, within) ? on : UNMET;
}
