import { individualOf } from '../../award/individual.ts';
import type { Awards } from '../../award/replay.ts';
import { compare } from '../../calendar/compare.ts';
import { type Day, formatDay } from '../../calendar/day.ts';
import { editionOn } from '../../edition/known.ts';
import { leavesOf, type Node } from '../../edition/node.ts';
import type { Program } from '../../edition/program.ts';
import { type Budget, OutOfSteps } from '../../explanation/budget.ts';
import type { Row, Scene } from './aim.ts';
import type { Planner } from './planner.ts';
import { has } from './row-set.ts';
import type { Task } from './task.ts';
import { type Doing, done } from './trial.ts';

/** What a step is for: a place on the day on which it must be ready. */
export type Purpose =
  | { readonly specialization: string; readonly jobRole: string; readonly on: string }
  | { readonly specialization: string; readonly presence: string; readonly on: string }
  | { readonly channelLevel: string; readonly personnel: string; readonly on: string };

/** One exam to sit. Days are texts `YYYY-MM-DD`. */
export type Step = {
  readonly individual: string;
  readonly exam: string;
  /** The day with which the plan was checked; it can move alone between these two. */
  readonly on: string;
  readonly notBefore: string;
  /** The first day on which it would be too late. */
  readonly before: string;
  readonly for: readonly Purpose[];
  /** Awards that it earns, renews or prolongs. */
  readonly awards: readonly string[];
  readonly training: readonly {
    readonly title: string;
    readonly kind: string;
    readonly address?: string | undefined;
  }[];
  /** Where the exam is about to go: the first day on which it counts no more or is no longer offered, and what comes instead. */
  readonly replaced: { readonly until: string; readonly by?: string } | null;
};

/** An agreement to accept; it costs no exam. */
export type Acceptance = { readonly individual: string; readonly agreement: string; readonly on: string };

export function purposeOf(row: Row, scenes: readonly Scene[]): Purpose {
  const on = formatDay(scenes[row.aim]?.aim.day ?? 0);
  if (row.rule === 'job-role') return { specialization: row.of, jobRole: row.places.id, on };
  if (row.rule === 'presence') return { specialization: row.of, presence: row.places.id, on };
  return { channelLevel: row.of, personnel: row.places.id, on };
}

/** The exams and agreements of a plan, in an order in which they can be carried out. */
export function stepsOf(
  tasks: readonly Task[],
  planner: Planner,
  program: Program,
  budget: Budget,
): { readonly steps: readonly Step[]; readonly accepts: readonly Acceptance[] } {
  const all: { readonly step: Step; readonly depth: number }[] = [];
  const accepts: Acceptance[] = [];
  for (const task of tasks) {
    const { doing } = task;
    const individual = task.person.facts.id;
    for (const { agreement, on } of doing.agreements) accepts.push({ individual, agreement, on: formatDay(on) });
    for (const [index, { exam, on }] of doing.exams.entries()) {
      const step = stepOf(task, index, planner, program, budget);
      all.push({ step, depth: depthOf(exam, program, on) });
    }
  }
  all.sort(
    (a, b) =>
      compare(a.step.on, b.step.on) ||
      a.depth - b.depth ||
      compare(a.step.individual, b.step.individual) ||
      compare(a.step.exam, b.step.exam),
  );
  accepts.sort(
    (a, b) => compare(a.on, b.on) || compare(a.individual, b.individual) || compare(a.agreement, b.agreement),
  );
  return { steps: all.map(({ step }) => step), accepts };
}

const serves = ({ person, rows }: Task, doing: Doing): boolean => {
  const served = person.served(doing);
  return rows.every((row) => has(served, row));
};

/**
 * The same with each exam as late as the others allow, and without agreements that nothing waits for; where the steps end
 * before that is known, as it was found.
 */
export function settled(task: Task): Task {
  return withinSteps(task, () => ({ ...task, doing: leastAccepted({ ...task, doing: latest(task) }) }));
}

/** What the work gives, or what holds as well where its steps are used up first. */
function withinSteps<T>(otherwise: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    return otherwise;
  }
}

/** Each exam as late as the others allow. */
function latest(task: Task): Doing {
  let { doing } = task;
  for (const [index, { exam, on }] of task.doing.exams.entries()) {
    const moved = task.person.days
      .filter((day) => day > on && task.person.canSit(exam, day))
      .map((day): Doing => ({ ...doing, exams: doing.exams.with(index, { exam, on: day }) }))
      .find((later) => serves(task, later));
    doing = moved ?? doing;
  }
  return doing;
}

/** The same without agreements that nothing waits for. */
function leastAccepted(task: Task): Doing {
  let { doing } = task;
  for (const entry of task.doing.agreements) {
    const less = { ...doing, agreements: doing.agreements.filter((other) => other !== entry) };
    if (serves(task, less)) doing = less;
  }
  return doing;
}

function stepOf(task: Task, index: number, planner: Planner, program: Program, budget: Budget): Step {
  const { person, doing, rows } = task;
  const { exam, on } = doing.exams[index] as Doing['exams'][number];
  const at = (day: Day): boolean =>
    person.canSit(exam, day) && serves(task, { ...doing, exams: doing.exams.with(index, { exam, on: day }) });
  const earlier = person.days.filter((day) => day < on).toReversed();
  const later = person.days.filter((day) => day > on);
  const without: Doing = { ...doing, exams: doing.exams.filter((_, place) => place !== index) };
  const needed = withinSteps(rows, () => {
    const left = person.served(without);
    return rows.filter((row) => !has(left, row));
  });
  const firstOf = (days: readonly Day[]): Day => withinSteps(on, () => days.find(at) ?? on);
  const edition = editionOn(program, on);
  const training = edition?.document.exams.find(({ id }) => id === exam)?.training ?? [];
  return {
    individual: person.facts.id,
    exam,
    on: formatDay(on),
    notBefore: formatDay(firstOf(earlier)),
    before: formatDay(firstOf(later) + 1),
    for: needed.map((row) => purposeOf(planner.rows[row] as Row, planner.scenes)),
    awards: movedBy(task, without, planner, budget),
    training,
    replaced: replacedOf(exam, on, planner, program),
  };
}

/** The awards whose end on the last day is another without the step. */
function movedBy({ person, doing }: Task, without: Doing, { scenes }: Planner, budget: Budget): readonly string[] {
  const program = scenes.at(-1)?.program;
  if (program === undefined) return [];
  const ends = (what: Doing): Awards => individualOf(done(person.facts, what), program, budget).awards;
  const [all, less] = [ends(doing), ends(without)];
  return [...all.keys()].filter((id) => all.get(id)?.at(-1)?.until !== less.get(id)?.at(-1)?.until).sort(compare);
}

/** The first day on which the exam counts no more somewhere in the edition, or an edition no longer lists it. */
function replacedOf(exam: string, on: Day, { rows, scenes }: Planner, program: Program): Step['replaced'] {
  const edition = editionOn(program, on);
  if (edition === undefined) return null;
  const last = scenes.at(-1)?.program.asOf ?? on;
  let until = Number.POSITIVE_INFINITY;
  let by: string | undefined;
  const look = (node: Node): void => {
    if (!('of' in node)) {
      close(node, []);
      return;
    }
    const beside = node.rule === 'any-of' ? node.of.flatMap((part) => (part.rule === 'exam' ? part.exam : [])) : [];
    for (const part of node.of) {
      if ('of' in part) look(part);
      else close(part, beside);
    }
  };
  const close = (leaf: Node, beside: readonly string[]): void => {
    if (leaf.rule !== 'exam' || leaf.exam !== exam) return;
    const end = Math.min(leaf.taken.until, leaf.accepted.until);
    if (end <= on || end >= until) return;
    until = end;
    by = beside.find((other) => other !== exam);
  };
  for (const { requires, recertification } of edition.certifications.values()) {
    for (const node of [requires, recertification.requires]) look(node);
  }
  for (const { places } of rows) look(places.requires);
  const dropped = program.editions.find(
    ({ effectiveFrom, exams }) => on < effectiveFrom && effectiveFrom <= last && !exams.has(exam),
  );
  if (dropped !== undefined && dropped.effectiveFrom < until) {
    until = dropped.effectiveFrom;
    by = undefined;
  }
  if (until === Number.POSITIVE_INFINITY) return null;
  return { until: formatDay(until), ...(by === undefined ? {} : { by }) };
}

/** How many certifications stand one above the other below those that name the exam: prerequisites come first. */
function depthOf(exam: string, program: Program, on: Day): number {
  const edition = editionOn(program, on);
  let depth = Number.POSITIVE_INFINITY;
  const depths = new Map<string, number>();
  for (const { id, requires } of edition?.completionOrder ?? []) {
    const leaves = leavesOf(requires);
    const below = leaves.reduce(
      (most, leaf) => Math.max(most, leaf.rule === 'certification' ? 1 + (depths.get(leaf.certification) ?? 0) : 0),
      0,
    );
    depths.set(id, below);
    if (leaves.some((leaf) => leaf.rule === 'exam' && leaf.exam === exam)) depth = Math.min(depth, below);
  }
  return depth === Number.POSITIVE_INFINITY ? 0 : depth;
}
