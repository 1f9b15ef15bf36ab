import { describe, expect, test } from 'vitest';
import { evaluate, forecast, parseForecast, parseRequest } from '../src/index.ts';
import { type Loose, validEdition } from './editions.ts';

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const holder = (index: number): Loose => ({
  ...{ id: `i${index}`, exams: [], awards: [{ certification: 'ccna', validFrom: '2003-01-10' }] },
});
const jobRole = (index: number): Loose => ({
  ...{ id: `r${index}`, name: 'R', kind: `k${index % 3}`, headcount: 1, requires: { certification: 'ccna' } },
});
const partnerOf = (people: readonly Loose[]): Loose => ({
  ...{ id: 'p', affiliations: people.map(({ id }) => ({ individual: id, from: '2003-01-01' })) },
});

function edition(change: Loose): Loose {
  return { ...validEdition(), allocation: {}, extensions: [], channelLevels: [], specializations: [], ...change };
}

/** Questions that once overflowed the stack or took minutes that no step counted; each is answered or refused. */
const HOSTILE: readonly (readonly [string, () => Loose])[] = [
  [
    'thousands of job roles that one individual could fill, without a limit',
    () => {
      const people = many(20, holder);
      const specializations = [{ ...validEdition().specializations[0], presence: [], jobRoles: many(9000, jobRole) }];
      return {
        program: [edition({ specializations })],
        allocate: 'given',
        individuals: people,
        partners: [partnerOf(people)],
      };
    },
  ],
  [
    'the same with kinds that may not be mixed',
    () => {
      const people = many(3, holder);
      const specializations = [{ ...validEdition().specializations[0], presence: [], jobRoles: many(3000, jobRole) }];
      const program = [edition({ specializations, allocation: { mixKinds: false } })];
      return { program, allocate: 'best', individuals: people, partners: [partnerOf(people)] };
    },
  ],
  [
    'a level of thousands of lines that everybody meets',
    () => {
      const people = many(300, holder);
      const personnel = many(2000, (index) => ({ id: `l${index}`, headcount: 5, requires: { certification: 'ccna' } }));
      const channelLevels = [{ id: 'gold', name: 'Gold', rank: 1, term: 'P1Y', renewalWindow: 'P90D', personnel }];
      return { program: [edition({ channelLevels })], individuals: people, partners: [partnerOf(people)] };
    },
  ],
  [
    'two hundred specializations for as many partners',
    () => {
      const people = many(40, holder);
      const specializations = many(200, (index) => ({
        ...{ ...validEdition().specializations[0], id: `s${index}`, presence: [], jobRoles: many(3, jobRole) },
      }));
      const partners = many(100, (index) => ({ ...partnerOf(people), id: `p${index}` }));
      return { program: [edition({ specializations, allocation: { maxJobRoles: 2 } })], individuals: people, partners };
    },
  ],
  [
    'thousands of editions, each with a day of its own',
    () => {
      const start = Temporal.PlainDate.from('1950-01-01');
      const empty = edition({ exams: [], agreements: [], certifications: [], documents: [], interpretations: [] });
      const program = many(3000, (days) => ({
        ...empty,
        edition: `e${days}`,
        effectiveFrom: start.add({ days }).toString(),
      }));
      return { program, individuals: many(200, (index) => ({ id: `i${index}`, exams: [] })), partners: [] };
    },
  ],
];

/** The same where every day brings something: awards that end one after another, and editions that take effect. */
const HOSTILE_AHEAD: readonly (readonly [string, () => Loose])[] = [
  ...HOSTILE,
  [
    'a partner in thousands of editions to come',
    () => {
      const start = Temporal.PlainDate.from('2003-11-04');
      const empty = edition({ exams: [], agreements: [], certifications: [], documents: [], interpretations: [] });
      const program = many(3000, (days) => ({
        ...{ ...empty, edition: `e${days}` },
        effectiveFrom: start.add({ days: days === 0 ? 0 : days + 300 }).toString(),
      }));
      const people = many(200, (index) => ({ id: `i${index}`, exams: [] }));
      return { program, until: '2199-12-31', individuals: people, partners: [partnerOf(people)] };
    },
  ],
  [
    'thousands of levels, and an award that ends on each of thousands of days',
    () => {
      const start = Temporal.PlainDate.from('2004-07-01');
      const people = many(1000, (index) => {
        const validUntil = start.add({ days: index }).toString();
        return { id: `i${index}`, exams: [], awards: [{ certification: 'ccna', validFrom: '2003-01-10', validUntil }] };
      });
      const personnel = [{ id: 'l', headcount: 5, requires: { certification: 'ccna' } }];
      const channelLevels = many(2000, (index) => ({
        ...{ id: `g${index}`, name: 'G', rank: index, term: 'P1Y', renewalWindow: 'P90D', personnel },
      }));
      return {
        program: [edition({ channelLevels })],
        until: '2020-01-01',
        individuals: people,
        partners: [partnerOf(people)],
      };
    },
  ],
];

describe('what a stranger may ask costs no more than its steps', () => {
  test.each(HOSTILE_AHEAD)('what lies ahead of %s', { timeout: 180_000 }, (_, make) => {
    const question = parseForecast({ asOf: '2004-06-30', ...make() }, new Map());
    if (!question.ok) throw new Error(JSON.stringify(question.faults));
    const answer = forecast(question.value);
    expect(answer.ok ? [] : answer.faults.map(({ code }) => code)).toEqual(answer.ok ? [] : ['out-of-steps']);
  });

  test.each(HOSTILE)('%s', { timeout: 60_000 }, (_, make) => {
    const question = parseRequest({ asOf: '2004-06-30', ...make() }, new Map());
    if (!question.ok) throw new Error(JSON.stringify(question.faults));
    const answer = evaluate(question.value);
    expect(answer.ok ? [] : answer.faults.map(({ code }) => code)).toEqual(answer.ok ? [] : ['out-of-steps']);
  });
});
