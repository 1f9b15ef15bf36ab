import { type Day, formatDay } from '../calendar/day.ts';
import { type CertificationNode, type ExamNode, leavesOf, type Node, type Origin } from '../edition/node.ts';
import { spend, stepsForNode, stepsToRepeat, stepsToSay } from '../explanation/budget.ts';
import type { Evidence, Explanation, Missing, Subject } from '../explanation/explanation.ts';
import { type Combining, combine, type Gap, smallest } from '../explanation/gap.ts';
import { passFor } from './evidence.ts';
import type { Scene } from './scene.ts';

/** An explanation together with the ways to meet what is not met. */
export type Explained = { readonly explanation: Explanation; readonly gaps: readonly Gap[] };

/** Why a requirement is met or not, in its own shape, with the smallest that is missing at every node. */
export function explained(node: Node, scene: Scene, origin: Origin): Explained {
  const isShared = sharedIn(node);
  return explainedPart(node, { scene, isShared, apart: isShared === NOTHING, wantsExam: false }, origin);
}

/**
 * The same where an exam must be among the evidence, as it must for every period after the first: awards alone do not
 * meet it then, and the smallest that is missing has one.
 */
export function explainedWithExam(node: Node, scene: Scene, origin: Origin): Explained {
  const whole = explained(node, scene, origin);
  if (smallest(whole.gaps).exam) return whole;
  const parts = { scene, isShared: sharedIn(node), apart: false, wantsExam: true };
  const gaps = explainedPart(node, parts, origin).gaps.filter(({ exam }) => exam);
  return { explanation: { ...whole.explanation, met: false, missing: smallest(gaps).missing }, gaps };
}

type Asked = Omit<Combining, 'spend'> & {
  readonly scene: Scene;
  /** Whether also what is met is to be met in other ways, by an exam. */
  readonly wantsExam: boolean;
};

function explainedPart(node: Node, asked: Asked, origin: Origin): Explained {
  const { scene } = asked;
  const { id } = scene.history;
  const said = node.rule === 'exam' ? node.exam : node.rule === 'certification' ? node.certification : undefined;
  const saying = stepsToRepeat(id, 1) + (said === undefined ? 0 : stepsToRepeat(said, 2));
  spend(scene.budget, stepsForNode(origin.cites) + saying, id);
  if (node.rule === 'exam') {
    const takenOn = passFor(node, scene);
    const by =
      takenOn === undefined ? [] : [{ individual: scene.history.id, exam: node.exam, takenOn: formatDay(takenOn) }];
    return leaf('exam', { exam: node.exam }, by, gapOf(node, scene.day), origin);
  }
  if (node.rule === 'certification') {
    const by = awardEvidence(node, scene);
    return leaf(
      'certification',
      { certification: node.certification },
      by,
      open({ certification: node.certification }),
      origin,
    );
  }
  const parts = node.of.map((part) => explainedPart(part, asked, origin));
  return compound(node.rule, parts, node.needed, asked, origin);
}

/** The explanation of a single exam, certification or agreement: `by` is what counts, `gap` what is missing else. */
export function leaf(
  rule: 'exam' | 'certification' | 'agreement',
  subject: Subject,
  by: readonly Evidence[],
  gap: Gap,
  origin: Origin,
): Explained {
  const met = by.length > 0;
  const missing = met ? [] : gap.missing;
  return {
    explanation: { met, rule, subject, cites: origin.cites, basis: origin.basis, by, missing, of: [] },
    gaps: [met ? { missing, possible: true, exam: gap.exam } : gap],
  };
}

function compound(
  rule: 'all-of' | 'any-of' | 'at-least',
  parts: readonly Explained[],
  needed: number,
  { scene, isShared, apart, wantsExam }: Asked,
  origin: Origin,
): Explained {
  const { budget, history } = scene;
  const of: Explanation[] = [];
  let have = 0;
  let exam = false;
  for (const { explanation, gaps } of parts) {
    of.push(explanation);
    if (!explanation.met) continue;
    have += 1;
    exam ||= smallest(gaps).exam;
  }
  const met = have >= needed;
  const gaps =
    met && !wantsExam
      ? [{ missing: [], possible: true, exam }]
      : combine(
          parts.map((part) => part.gaps),
          needed,
          { isShared, apart, spend: (steps) => spend(budget, steps, history.id) },
        );
  const missing = met ? [] : smallest(gaps).missing;
  for (const entry of missing) spend(budget, stepsToSay([Object.values(entry).join()]), history.id);
  const { cites, basis } = origin;
  return {
    explanation:
      rule === 'at-least'
        ? { met, rule, needed, have, cites, basis, by: [], missing, of }
        : { met, rule, cites, basis, by: [], missing, of },
    gaps,
  };
}

/** The explanation of parts that are all needed and have nothing in common. */
export function together(parts: readonly Explained[], scene: Scene, origin: Origin): Explanation {
  const whole = { scene, isShared: NOTHING, apart: true, wantsExam: false };
  return compound('all-of', parts, parts.length, whole, origin).explanation;
}

/** What can be had at any time. */
export function open(missing: Missing): Gap {
  return { missing: [missing], possible: true, exam: 'exam' in missing };
}

/** The exam can still be passed until a window closes; one that has closed is named with the day on which it did. */
export function gapOf(node: ExamNode, day: Day): Gap {
  const until = Math.min(node.taken.until, node.accepted.until);
  if (until === Number.POSITIVE_INFINITY) return open({ exam: node.exam });
  return { missing: [{ exam: node.exam, until: formatDay(until) }], possible: day < until, exam: true };
}

function awardEvidence({ certification, number }: CertificationNode, scene: Scene): readonly Evidence[] {
  const period = scene.activePeriod(number);
  if (period === undefined) return [];
  const validUntil = period.until === Number.POSITIVE_INFINITY ? null : formatDay(period.until);
  return [{ individual: scene.history.id, certification, validFrom: formatDay(period.from), validUntil }];
}

const NOTHING = (): boolean => false;

/** Tells what a requirement names at several places. */
function sharedIn(node: Node): (entry: Missing) => boolean {
  if (!('of' in node) || node.apart) return NOTHING;
  const seen = { exam: new Set<string>(), certification: new Set<string>() };
  const twice = { exam: new Set<string>(), certification: new Set<string>() };
  for (const leaf of leavesOf(node)) {
    const id = leaf.rule === 'exam' ? leaf.exam : leaf.certification;
    (seen[leaf.rule].has(id) ? twice : seen)[leaf.rule].add(id);
  }
  return (entry) =>
    'exam' in entry
      ? twice.exam.has(entry.exam)
      : 'certification' in entry && twice.certification.has(entry.certification);
}
