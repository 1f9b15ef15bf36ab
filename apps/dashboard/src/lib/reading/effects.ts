import type { Explanation, IndividualFacts, IndividualStanding } from '@standing/domain';
import type { Entries } from './entries.ts';

type Result = IndividualFacts['exams'][number];

/** What one exam result decides on the day shown; the lists name certifications. */
export type Effect =
  | { readonly kind: 'later' | 'failed' | 'unrecognized' | 'nothing' }
  | {
      readonly kind: 'counts';
      readonly earned: readonly string[];
      readonly extended: readonly string[];
      readonly toward: readonly string[];
    };

export function effectOf(result: Result, day: string, standing: IndividualStanding, entries: Entries): Effect {
  const { exam, takenOn } = result;
  if (takenOn > day) return { kind: 'later' };
  if (!entries.knowsExam(exam)) return { kind: 'unrecognized' };
  if (result.result === 'fail') return { kind: 'failed' };
  const where = (counts: (award: IndividualStanding['awards'][number]) => boolean): readonly string[] =>
    standing.awards.filter(counts).map(({ certification }) => certification);
  const earned = where(({ periods }) =>
    periods.some(({ exams }) => exams.some((pass) => pass.exam === exam && pass.takenOn === takenOn)),
  );
  const extended = where(({ periods }) =>
    periods.some(({ extensions }) => extensions.some((step) => step.exam === exam && step.on === takenOn)),
  );
  const toward = where(({ progress }) => isEvidence(progress, exam, takenOn));
  return earned.length + extended.length + toward.length === 0
    ? { kind: 'nothing' }
    : { kind: 'counts', earned, extended, toward };
}

function isEvidence(node: Explanation, exam: string, takenOn: string): boolean {
  const here = node.by.some((fact) => 'takenOn' in fact && fact.exam === exam && fact.takenOn === takenOn);
  return here || node.of.some((part) => isEvidence(part, exam, takenOn));
}
