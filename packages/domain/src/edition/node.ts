import { readDay } from '../calendar/day.ts';
import type { Interval } from '../calendar/interval.ts';
import { type Period, readPeriod } from '../calendar/period.ts';
import type { ProgramNames } from './names.ts';
import { partsOf, type Requirement, type Window } from './requirement.ts';
import type { Basis } from './schema.ts';

/** Where an entry comes from, with the basis it takes from its parent already filled in. */
export type Origin = { readonly cites: readonly string[]; readonly basis: Basis };

/** An exam that must have been passed: when taken, on which days it may be used, and how old it may be then. */
export type ExamNode = {
  readonly rule: 'exam';
  readonly exam: string;
  /** Among the program's names, as for a certification. */
  readonly number: number;
  readonly taken: Interval;
  readonly accepted: Interval;
  readonly within: Period | undefined;
  /** Whether any pass will do: no window, no age. */
  readonly anyPass: boolean;
};

export type CertificationNode = {
  readonly rule: 'certification';
  readonly certification: string;
  readonly number: number;
};

/** Parts of which so many are needed; all three rules have one form, so that what walks a tree stays fast. */
export type PartsNode = {
  readonly rule: 'all-of' | 'any-of' | 'at-least';
  readonly needed: number;
  readonly of: readonly Node[];
  /** Whether no exam and no certification is named twice in it. */
  readonly apart: boolean;
};

/** A requirement with its days and periods read. */
export type Node = ExamNode | CertificationNode | PartsNode;

/** The origin of an entry; without a basis of its own it has its parent's, and at last "stated". */
export function originOf(
  entry: { cites?: readonly string[] | undefined; basis?: Basis | undefined },
  parent?: Origin,
): Origin {
  return { cites: entry.cites ?? [], basis: entry.basis ?? parent?.basis ?? 'stated' };
}

/** `names` gives numbers to what the requirement names. */
export function compileRequirement(requirement: Requirement, names: RequirementNames): Node {
  if ('exam' in requirement) {
    const { exam, taken, accepted, within } = requirement;
    return {
      rule: 'exam',
      exam,
      number: names.exams.add(exam),
      taken: compileWindow(taken),
      accepted: compileWindow(accepted),
      within: within === undefined ? undefined : readPeriod(within),
      anyPass: taken === undefined && accepted === undefined && within === undefined,
    };
  }
  if ('certification' in requirement) {
    const { certification } = requirement;
    return { rule: 'certification', certification, number: names.certifications.add(certification) };
  }
  const of = partsOf(requirement).map((part) => compileRequirement(part, names));
  if ('allOf' in requirement) return parts('all-of', of.length, of);
  if ('anyOf' in requirement) return parts('any-of', 1, of);
  return parts('at-least', requirement.atLeast, of);
}

/** The names of what a requirement can name. */
export type RequirementNames = Pick<ProgramNames, 'exams' | 'certifications'>;

function parts(rule: PartsNode['rule'], needed: number, of: readonly Node[]): PartsNode {
  const leaves = of.flatMap(leavesOf).map((leaf) => 2 * leaf.number + (leaf.rule === 'exam' ? 0 : 1));
  return { rule, needed, of, apart: new Set(leaves).size === leaves.length };
}

/** The leaves of a requirement, in the order in which they are listed. */
export function leavesOf(node: Node): readonly (ExamNode | CertificationNode)[] {
  return 'of' in node ? node.of.flatMap(leavesOf) : [node];
}

function compileWindow(window: Window | undefined): Interval {
  return {
    from: window?.from === undefined ? Number.NEGATIVE_INFINITY : readDay(window.from),
    until: window?.until === undefined ? Number.POSITIVE_INFINITY : readDay(window.until),
  };
}
