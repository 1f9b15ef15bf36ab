import { expect, test } from 'vitest';
import { demo } from '../demo/partner.ts';
import { strangeIn } from './strange.ts';
import { program } from './tests/program.ts';

test('what no edition knows is named by kind, with how many facts hold it', () => {
  const facts = {
    individuals: [
      {
        id: 'I1',
        exams: ['9L0-1', '642-521', '9L0-1'].map((exam) => ({ exam, takenOn: '2004-01-01', result: 'pass' as const })),
        agreements: [{ agreement: 'oath', acceptedOn: '2004-01-01' }],
        awards: [{ certification: 'MCSE', validFrom: '2004-01-01' }],
      },
    ],
    partners: [
      {
        id: 'p',
        affiliations: [],
        holdings: [{ channelLevel: 'tin', approvedOn: '2004-01-01' }],
        renewals: [{ specialization: 'foo', submittedOn: '2004-01-01' }],
        allocations: [
          { individual: 'I1', specialization: 'foo', jobRole: 'bar' },
          { individual: 'I1', specialization: 'vpn-security', jobRole: 'cook' },
        ],
      },
    ],
  };
  expect(strangeIn(facts, program)).toEqual([
    { kind: 'exam', name: '9L0-1', count: 2 },
    { kind: 'certification', name: 'MCSE', count: 1 },
    { kind: 'agreement', name: 'oath', count: 1 },
    { kind: 'specialization', name: 'foo', count: 2 },
    { kind: 'channelLevel', name: 'tin', count: 1 },
    { kind: 'jobRole', name: 'cook', count: 1 },
  ]);
});

test('of the demo only the one award earned elsewhere is strange', () => {
  expect(strangeIn(demo.facts, program).filter(({ kind }) => kind !== 'certification' && kind !== 'exam')).toEqual([]);
});
