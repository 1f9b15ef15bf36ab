import type { ExplanationInWords } from '@standing/domain/words';
import { type Basis, weakest } from './entries.ts';

/** The parts of a reason, in the order in which they are read. */
export type Parts = {
  /** What is missing and can still come. */
  readonly missing: readonly ExplanationInWords[];
  /** Who could fill an open place, or what keeps them from it. */
  readonly candidates: readonly ExplanationInWords[];
  /** What is there. */
  readonly met: readonly ExplanationInWords[];
  /** Ways that are not needed, as another one is there. */
  readonly otherWays: readonly ExplanationInWords[];
  /** What can no longer come: its window has closed. */
  readonly closed: readonly ExplanationInWords[];
};

/** Sorts the parts of a reason as of a day. */
export function partsOf(node: ExplanationInWords, day: string): Parts {
  const candidates = candidatesOf(node);
  const of = node.of.filter((part) => !candidates.includes(part));
  const met = of.filter((part) => part.met);
  const open = of.filter((part) => !part.met && !isClosed(part, day));
  const isChoice = node.rule === 'any-of' || node.rule === 'at-least';
  // A choice that was made with one part says it in its own sentence.
  const saysItself = node.rule === 'any-of' && node.met && met.length === 1 && met[0]?.of.length === 0;
  return {
    missing: isChoice && node.met ? [] : open,
    candidates,
    met: saysItself ? [] : met,
    otherWays: isChoice && node.met ? open : [],
    closed: of.filter((part) => !part.met && isClosed(part, day)),
  };
}

/** Below a job role with an open place stand those who could fill it. */
export function candidatesOf(node: ExplanationInWords): readonly ExplanationInWords[] {
  return node.rule === 'job-role' ? node.of.filter(({ rule }) => rule === 'job-role') : [];
}

function isClosed(node: ExplanationInWords, day: string): boolean {
  if (node.met) return false;
  if (node.of.length === 0)
    return node.missing.some((entry) => 'until' in entry && entry.until !== undefined && entry.until <= day);
  if (node.rule === 'any-of') return node.of.every((part) => isClosed(part, day));
  return node.rule === 'all-of' && node.of.some((part) => isClosed(part, day));
}

/** The weakest basis that anything in a reason rests on. */
export function weakestIn(node: ExplanationInWords): Basis {
  return weakest([node.basis, ...node.of.map(weakestIn)]);
}
