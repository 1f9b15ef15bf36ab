import { readDay } from '../calendar/day.ts';
import type { Interval } from '../calendar/interval.ts';
import { type Period, readPeriod } from '../calendar/period.ts';
import type { Requirement, Window } from './requirement.ts';
import type { Basis } from './schema.ts';

/** Where an entry comes from, with the basis it takes from its parent already filled in. */
export type Origin = { readonly cites: readonly string[]; readonly basis: Basis };

/** An exam that must have been passed: when taken, on which days it may be used, and how old it may be then. */
export type ExamNode = {
  readonly rule: 'exam';
  readonly exam: string;
  readonly taken: Interval;
  readonly accepted: Interval;
  readonly within: Period | undefined;
};

/** A requirement with its days and periods read. */
export type Node =
  | ExamNode
  | { readonly rule: 'certification'; readonly certification: string }
  | { readonly rule: 'all-of'; readonly of: readonly Node[] }
  | { readonly rule: 'any-of'; readonly of: readonly Node[] }
  | { readonly rule: 'at-least'; readonly needed: number; readonly of: readonly Node[] };

/** The origin of an entry; without a basis of its own it has its parent's, and at last "stated". */
export function originOf(
  entry: { cites?: readonly string[] | undefined; basis?: Basis | undefined },
  parent?: Origin,
): Origin {
  return { cites: entry.cites ?? [], basis: entry.basis ?? parent?.basis ?? 'stated' };
}

export function compileRequirement(requirement: Requirement): Node {
  if ('exam' in requirement) {
    return {
      rule: 'exam',
      exam: requirement.exam,
      taken: compileWindow(requirement.taken),
      accepted: compileWindow(requirement.accepted),
      within: requirement.within === undefined ? undefined : readPeriod(requirement.within),
    };
  }
  if ('certification' in requirement) return { rule: 'certification', certification: requirement.certification };
  if ('allOf' in requirement) return { rule: 'all-of', of: requirement.allOf.map(compileRequirement) };
  if ('anyOf' in requirement) return { rule: 'any-of', of: requirement.anyOf.map(compileRequirement) };
  return { rule: 'at-least', needed: requirement.atLeast, of: requirement.of.map(compileRequirement) };
}

/** The leaves of a requirement, in the order in which they are listed. */
export function leavesOf(node: Node): readonly (Node & { rule: 'exam' | 'certification' })[] {
  return 'of' in node ? node.of.flatMap(leavesOf) : [node];
}

function compileWindow(window: Window | undefined): Interval {
  return {
    from: window?.from === undefined ? Number.NEGATIVE_INFINITY : readDay(window.from),
    until: window?.until === undefined ? Number.POSITIVE_INFINITY : readDay(window.until),
  };
}
