import type { Entries } from '../reading/entries.ts';
import type { PartnerChange } from '../reading/partner-changes.ts';
import { capital } from './dates.ts';
import { inSentence } from './standing.ts';

/** What happens to the partner on the day of a change, short enough for one line. */
export function partnerChangeInWords(
  change: PartnerChange,
  entries: Entries,
  name: (individual: string) => string,
): string {
  const place = ({ specialization, jobRole }: { specialization: string; jobRole: string }): string =>
    `${inSentence(entries.jobRoleName(specialization, jobRole))} in ${entries.specializationName(specialization)}`;
  switch (change.kind) {
    case 'window':
      return `The renewal window of ${change.name} opens`;
    case 'anniversary':
      return change.isSubmitted
        ? `The anniversary of ${change.name}; its renewal is under way`
        : `${change.name} lapses unless a renewal is submitted before`;
    case 'approved':
      return `${change.name} is approved`;
    case 'submitted':
      return `The renewal of ${change.name} is submitted`;
    case 'closed':
      return `The renewal of ${change.name} is closed`;
    case 'award-ends':
      return `${change.person}: ${entries.certificationName(change.certification)} ends, and a place rests on it`;
    case 'joins':
      return `${name(change.individual)} joins`;
    case 'leaves':
      return `${name(change.individual)} leaves`;
    case 'waived':
      return capital(`${place(change)}: a place is waived`);
    case 'waiver-ends':
      return capital(`${place(change)}: the waiver ends`);
    case 'allocated':
      return `${name(change.individual)} is allocated: ${place(change)}`;
    case 'taken-off':
      return `${name(change.individual)} is no longer allocated: ${place(change)}`;
    case 'edition':
      return `The edition of ${change.edition} takes effect`;
  }
}
