import { expect, test } from 'vitest';
import { latestIn } from './latest.ts';

const result = { exam: 'x', takenOn: '2004-02-01', result: 'pass' as const };

test('the latest day is that of something that happened, not of an end or a plan', () => {
  expect(latestIn({ individuals: [], partners: [] })).toBeUndefined();
  const facts = {
    individuals: [
      {
        id: 'I1',
        exams: [result],
        awards: [{ certification: 'c', validFrom: '2003-01-01', validUntil: '2009-01-01' }],
      },
    ],
    partners: [
      {
        id: 'p',
        affiliations: [{ individual: 'I1', from: '2002-01-01', until: '2008-01-01' }],
        renewals: [{ specialization: 's', submittedOn: '2004-03-01' }],
        allocations: [{ individual: 'I1', specialization: 's', jobRole: 'j', from: '2007-01-01' }],
        waivers: [{ specialization: 's', jobRole: 'j', places: 1, from: '2006-01-01', until: '2007-01-01' }],
      },
    ],
  };
  expect(latestIn(facts)).toBe('2004-03-01');
});
