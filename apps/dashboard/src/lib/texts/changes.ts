import type { Change } from '../reading/changes.ts';
import type { Entries } from '../reading/entries.ts';
import { periodInWords } from './dates.ts';

/** What happens on the day of a change, short enough for one line. */
export function changeInWords(change: Change, entries: Entries): string {
  switch (change.kind) {
    case 'ends':
      return `${entries.certificationName(change.certification)} ends`;
    case 'suspended':
      return `${entries.certificationName(change.certification)} ends and is suspended`;
    case 'grace-over':
      return `${entries.certificationName(change.certification)} can no longer be recertified`;
    case 'reminder':
      return `Reminder: ${entries.certificationName(change.certification)} ends in ${periodInWords(change.before)}`;
    case 'certificate-from':
      return `The certificate of ${entries.certificationName(change.certification)} may arrive`;
    case 'certificate-by':
      return `The certificate of ${entries.certificationName(change.certification)} should have arrived`;
    case 'window':
      return `${entries.examName(change.exam)} no longer counts when taken from this day on`;
    case 'passed':
      return `${entries.examName(change.exam)} is passed`;
    case 'failed':
      return `${entries.examName(change.exam)} is failed`;
    case 'accepted':
      return `The ${entries.agreementName(change.agreement)} is accepted`;
    case 'verified':
      return `${entries.certificationName(change.certification)}, earned elsewhere, begins`;
    case 'edition':
      return `The edition of ${change.edition} takes effect`;
  }
}
