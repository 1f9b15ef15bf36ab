import { describe, expect, test } from 'vitest';
import { DEFAULT_STEPS } from '../src/explanation/budget.ts';
import { evaluate, parseRequest } from '../src/index.ts';
import { type Loose, validEdition } from './editions.ts';

/** What one string can hold in V8: an answer that is longer cannot be sent, and to make it costs the memory of the machine. */
const LONGEST_TEXT = 2 ** 29 - 24;

const days = (count: number, from = '2003-11-05') =>
  Array.from({ length: count }, (_, index) => Temporal.PlainDate.from(from).add({ days: index }).toString());
const people = (count: number, facts: Loose) =>
  Array.from({ length: count }, (_, index) => ({ id: `i${index}`, ...facts }));

/** An edition of the first certification of the cases, changed. */
function edition(change: (edition: Loose) => void): Loose {
  const made = { ...validEdition(), specializations: [], channelLevels: [], extensions: [] };
  made.certifications = made.certifications.slice(0, 1);
  change(made);
  return made;
}

const passed = { exams: [{ exam: '640-801', takenOn: '2003-12-01', result: 'pass' }] };

/** Questions of which a small part is repeated in the answer many times. */
const REPEATED: readonly (readonly [string, () => Loose])[] = [
  ['an ordinary record', () => ({ program: [edition(() => undefined)], individuals: people(200, passed) })],
  [
    'many reminders',
    () => ({
      program: [edition((e) => (e.reminders.award = Array.from({ length: 5000 }, () => 'P1D')))],
      individuals: people(50, passed),
    }),
  ],
  [
    'many citations',
    () => ({
      program: [edition((e) => (e.certifications[0].cites = Array.from({ length: 5000 }, () => 'qa#3.1')))],
      individuals: people(50, passed),
    }),
  ],
  [
    'many extensions',
    () => ({
      program: [
        edition((e) => {
          e.extensions = Array.from({ length: 500 }, (_, index) => ({
            ...{ id: `x${index}`, exams: ['640-861'], certifications: ['ccna'], by: 'P1D', countedFrom: 'current-end' },
          }));
        }),
      ],
      individuals: people(5, {
        exams: [
          ...passed.exams,
          ...days(100, '2003-12-02').map((takenOn) => ({ exam: '640-861', takenOn, result: 'pass' })),
        ],
      }),
    }),
  ],
  [
    'many periods',
    () => ({
      program: [edition(() => undefined)],
      individuals: people(5, { exams: days(2000).map((takenOn) => ({ exam: '640-801', takenOn, result: 'pass' })) }),
    }),
  ],
  [
    'many exams of one period',
    () => ({
      program: [
        edition((e) => {
          const ids = Array.from({ length: 2000 }, (_, index) => `exam-${index}`);
          e.exams.push(...ids.map((id) => ({ id, title: id, technical: true })));
          e.certifications[0].requires = { allOf: ids.map((exam) => ({ exam })) };
        }),
      ],
      individuals: people(2, {
        exams: Array.from({ length: 2000 }, (_, index) => ({
          exam: `exam-${index}`,
          takenOn: '2003-12-01',
          result: 'pass',
        })),
      }),
    }),
  ],
  [
    'verified awards',
    () => ({
      program: [edition(() => undefined)],
      individuals: people(5, {
        ...{ exams: [], awards: days(2000).map((validFrom) => ({ certification: 'ccna', validFrom })) },
      }),
    }),
  ],
];

describe('the longest answer that the budget allows can be sent', () => {
  test.each(REPEATED)('%s', { timeout: 60_000 }, (_, make) => {
    const request = parseRequest({ asOf: '2010-01-01', partners: [], ...make() }, new Map());
    if (!request.ok) throw new Error(JSON.stringify(request.faults));
    const whole = evaluate(request.value);
    if (!whole.ok) throw new Error(JSON.stringify(whole.faults));
    const share = JSON.stringify(whole.value).length / LONGEST_TEXT;
    // An answer of a hundredth of the longest text must cost more than a hundredth of the steps.
    const answer = evaluate(request.value, { steps: Math.floor(share * DEFAULT_STEPS) });
    expect(answer.ok ? 'answered' : answer.faults[0]?.code).toBe('out-of-steps');
  });
});
