import type { IndividualFacts } from '@standing/domain';

/** An invented person with an invented record; the results are those of a network engineer of those years. */
export const demo = {
  name: 'Mara Lindqvist',
  /** Nothing after this day is known. */
  asOf: '2004-09-15',
  facts: {
    id: 'CSCO10000001',
    exams: [
      { id: 'r01', exam: '640-607', takenOn: '2001-10-20', result: 'pass' },
      { id: 'r02', exam: '642-413', takenOn: '2002-10-08', result: 'pass' },
      { id: 'r03', exam: '9E0-601', takenOn: '2002-11-19', result: 'pass' },
      { id: 'r04', exam: '642-641', takenOn: '2003-09-30', result: 'pass' },
      { id: 'r05', exam: '642-501', takenOn: '2003-12-08', result: 'pass' },
      { id: 'r06', exam: '642-521', takenOn: '2004-01-13', result: 'fail' },
      { id: 'r07', exam: '642-891', takenOn: '2004-01-22', result: 'pass' },
      { id: 'r08', exam: '642-521', takenOn: '2004-02-10', result: 'pass' },
      { id: 'r09', exam: '642-511', takenOn: '2004-05-01', result: 'pass' },
      { id: 'r10', exam: '350-001', takenOn: '2004-08-17', result: 'fail' },
    ],
    agreements: [{ agreement: 'career-certifications', acceptedOn: '2004-02-10' }],
    awards: [
      { certification: 'sna-ip-specialist', validFrom: '2000-01-31', validUntil: '2002-01-31' },
      { certification: 'ccda', validFrom: '2000-09-01', validUntil: '2003-09-01' },
      { certification: 'ccnp', validFrom: '2001-03-02', validUntil: '2004-03-02' },
      { certification: 'ccna', validFrom: '2001-10-20', validUntil: '2004-10-20' },
      { certification: 'ccie', validFrom: '2002-05-14', validUntil: '2004-05-14' },
    ],
  } satisfies IndividualFacts,
} as const;

/** The program day on which the demo opens where no server says another (setting STANDING_TODAY). */
export const DEMO_DAY = '2004-09-15';
