import type { IndividualFacts, IndividualStanding } from '@standing/domain';
import { capital, counted, listed } from './dates.ts';

export const record = {
  results: 'Exam results',
  taken: 'Taken',
  result: 'Result',
  exam: 'Exam, and what it decides on the day shown',
  outcome: { pass: 'pass', fail: 'fail' },
  verified: 'Awards earned elsewhere and verified',
  from: 'From',
  until: 'Until',
  noEnd: 'no end',
  certification: 'Certification',
  unknownCertification: 'Decides nothing: no edition of the program knows this certification. It stays in the record.',
  agreements: 'Agreements',
  accepted: 'Accepted',
  agreement: 'Agreement',
  /** What the record holds, in one line. */
  holds: (facts: IndividualFacts, standing: IndividualStanding): string => {
    const parts = [
      counted(facts.exams.length, 'exam result', 'exam results'),
      counted(facts.awards?.length ?? 0, 'verified award', 'verified awards'),
      counted(facts.agreements?.length ?? 0, 'agreement', 'agreements'),
    ];
    const strange = standing.unrecognized.length;
    const text = `${listed(parts)}; ${strange === 0 ? 'all are recognized' : `${counted(strange, 'fact is', 'facts are')} not recognized`}`;
    return capital(text);
  },
} as const;
