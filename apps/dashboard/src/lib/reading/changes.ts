import type { AwardStanding, Explanation, IndividualFacts, IndividualStanding } from '@standing/domain';
import type { Entries } from './entries.ts';
import { graceEndOf } from './steps.ts';

/** Something that happens to a record on a day; ids are those of the edition. */
export type Change = { readonly on: string } & (
  | {
      readonly kind: 'ends' | 'suspended' | 'grace-over' | 'certificate-from' | 'certificate-by';
      readonly certification: string;
    }
  | { readonly kind: 'reminder'; readonly certification: string; readonly before: string }
  | { readonly kind: 'window'; readonly certification: string; readonly exam: string }
  | { readonly kind: 'passed' | 'failed'; readonly exam: string }
  | { readonly kind: 'accepted'; readonly agreement: string }
  | { readonly kind: 'verified'; readonly certification: string }
  | { readonly kind: 'edition'; readonly edition: string }
);

/**
 * What comes after a day, nearest first: what the answer of that day holds in store, and what the record and the
 * program's editions say of later days, which that answer does not know yet.
 */
export function changesAfter(
  day: string,
  standing: IndividualStanding,
  facts: IndividualFacts,
  entries: Entries,
): readonly Change[] {
  const changes = [
    ...standing.awards.flatMap((award) => ofAward(award, entries)),
    ...facts.exams.map(
      ({ exam, takenOn, result }): Change => ({ on: takenOn, kind: result === 'pass' ? 'passed' : 'failed', exam }),
    ),
    ...(facts.agreements ?? []).map(
      ({ agreement, acceptedOn }): Change => ({ on: acceptedOn, kind: 'accepted', agreement }),
    ),
    ...(facts.awards ?? []).map(
      ({ certification, validFrom }): Change => ({ on: validFrom, kind: 'verified', certification }),
    ),
    ...entries.all.map(({ edition, effectiveFrom }): Change => ({ on: effectiveFrom, kind: 'edition', edition })),
  ];
  return changes.filter(({ on }) => on > day).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function ofAward(award: AwardStanding, entries: Entries): readonly Change[] {
  const { certification, validUntil, certificate, reminders, progress } = award;
  const graceEnd = graceEndOf(award, entries);
  const changes: Change[] = reminders.map(({ kind, on }) => ({ on, kind: 'reminder', certification, before: kind }));
  if (validUntil !== null)
    changes.push({ on: validUntil, kind: graceEnd === undefined ? 'ends' : 'suspended', certification });
  if (graceEnd !== undefined) changes.push({ on: graceEnd, kind: 'grace-over', certification });
  if (certificate !== null) {
    const [from, by] = certificate.arrivesBetween;
    changes.push(
      { on: from, kind: 'certificate-from', certification },
      { on: by, kind: 'certificate-by', certification },
    );
  }
  for (const { exam, until } of windowsOf(progress)) changes.push({ on: until, kind: 'window', certification, exam });
  return changes;
}

/** Exams that are missing and count only until a day. */
function windowsOf(node: Explanation): readonly { readonly exam: string; readonly until: string }[] {
  if (node.of.length > 0) return node.of.flatMap(windowsOf);
  return node.missing.flatMap((entry) =>
    'exam' in entry && entry.until !== undefined ? [{ exam: entry.exam, until: entry.until }] : [],
  );
}
