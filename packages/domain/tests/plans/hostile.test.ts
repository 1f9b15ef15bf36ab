import { describe, expect, test, vi } from 'vitest';
import { published } from '../../editions/index.ts';
import { type Plan, parsePlanRequest, plan } from '../../src/index.ts';
import { numbersFrom } from '../optimum/numbers.ts';

vi.setConfig({ testTimeout: 120_000 });

const program = published.find((each) => each.program === 'cisco-channel')?.editions ?? [];
type Ids = readonly { readonly id: string }[];
const edition = program[1] as { readonly specializations: Ids; readonly exams: Ids; readonly certifications: Ids };
const ids = (of: Ids): readonly string[] => of.map(({ id }) => id);
const six = ids(edition.specializations);

/** People with some of the exams and awards of the edition, one of `rarity`; every specialization and Silver are held. */
function partner(people: number, rarity: number, seed: number) {
  const below = numbersFrom(seed);
  const day = (year: number, span: number): string =>
    Temporal.PlainDate.from(`${year}-01-01`)
      .add({ days: below(span) })
      .toString();
  const individuals = Array.from({ length: people }, (_, index) => ({
    id: `a${index}`,
    exams: ids(edition.exams)
      .filter(() => below(rarity) === 0)
      .map((exam) => ({ exam, takenOn: day(2003, 600), result: below(8) === 0 ? 'fail' : 'pass' })),
    awards: ids(edition.certifications)
      .filter(() => below(2 * rarity) === 0)
      .map((certification) => ({ certification, validFrom: day(2003, 500) })),
  }));
  const holdings = [
    ...six.map((specialization) => ({ specialization, approvedOn: day(2004, 200) })),
    { channelLevel: 'silver', approvedOn: '2004-03-01' },
  ];
  const affiliations = individuals.map(({ id }) => ({ individual: id, from: '2003-01-01' }));
  return { individuals, partners: [{ id: 'p', affiliations, holdings }] };
}

function planFor(body: object, target: object, by = '2005-06-30'): Plan {
  const question = parsePlanRequest(
    { program, asOf: '2004-09-15', ...body, plan: { partner: 'p', by, target, alternatives: 3 } },
    new Map(),
  );
  if (!question.ok) throw new Error(JSON.stringify(question.faults));
  const answer = plan(question.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

type Case = [name: string, people: number, rarity: number, target: object];
const everything = { channelLevel: 'gold', specializations: six, renewals: true };

describe('a plan that may be too much to prove ends within its steps', () => {
  const short: readonly Case[] = [
    ['30 people, Silver and renewals', 30, 12, { channelLevel: 'silver', renewals: true }],
    ['300 people who know much, Gold, six specializations and renewals', 300, 4, everything],
  ];
  const long: readonly Case[] = [
    ['80 people, the same', 80, 20, everything],
    ['300 people who know little, the same', 300, 30, everything],
    ['300 people who know nothing, the same', 300, 1_000_000, everything],
    ['2,000 people, the same', 2000, 4, everything],
  ];
  // Each takes seconds: the long form has them all.
  test.each([...short, ...(process.env['STANDING_LONG'] === '1' ? long : [])])('%s', (_, people, rarity, target) => {
    const answer = planFor(partner(people, rarity, people + rarity), target);
    expect([answer.possible, answer.plan === null]).toEqual([true, false]);
    expect(answer.bound).toBeLessThanOrEqual(answer.plan?.exams ?? 0);
    expect(answer.plan?.outcome.map(({ readiness }) => readiness)).not.toContain('not-met');
  });

  test('20 specializations with five job roles each that share exams, renewed on days of their own, for 300 people', () => {
    const exams = Array.from({ length: 60 }, (_, index) => `e${index}`);
    const below = numbersFrom(20);
    const specializations = Array.from({ length: 20 }, (_, index) => ({
      ...{ id: `s${index}`, name: `S${index}`, term: 'P1Y', renewalWindow: 'P90D' },
      jobRoles: Array.from({ length: 5 }, (__, role) => ({
        ...{ id: `r${role}`, name: `R${role}`, kind: `k${role}`, headcount: 1 + (role % 3) },
        requires: {
          atLeast: 3,
          of: Array.from({ length: 7 }, () => ({ exam: exams[below(60)] ?? '', within: 'P1Y' })),
        },
      })),
    }));
    const document = {
      ...{ program: 'p', edition: 'now', name: 'P', effectiveFrom: '2003-11-04', timeZone: 'UTC', documents: [] },
      exams: exams.map((id) => ({ id, title: id, technical: true })),
      ...{ agreements: [], certifications: [], extensions: [], specializations, channelLevels: [] },
      allocation: { maxJobRoles: 3, maxSpecializations: 2 },
      ...{ reminders: { award: [], renewal: [] }, certificate: { arrives: ['P6W', 'P8W'] }, interpretations: [] },
    };
    const individuals = Array.from({ length: 300 }, (_, index) => ({
      id: `a${index}`,
      exams: exams
        .filter(() => below(15) === 0)
        .map((exam) => ({ exam, takenOn: `2004-0${1 + below(8)}-01`, result: 'pass' })),
    }));
    const holdings = specializations.map(({ id }, index) => ({
      specialization: id,
      approvedOn: Temporal.PlainDate.from('2003-11-04')
        .add({ days: 14 * index })
        .toString(),
    }));
    const affiliations = individuals.map(({ id }) => ({ individual: id, from: '2003-01-01' }));
    const answer = planFor(
      { program: [document], individuals, partners: [{ id: 'p', affiliations, holdings }] },
      { specializations: specializations.map(({ id }) => id), renewals: true },
    );
    // The sets of exams are too many to list: a plan is there all the same, and what none can fall below.
    expect([answer.proven, answer.possible, answer.bound > 0]).toEqual([false, true, true]);
    expect(answer.bound).toBeLessThanOrEqual(answer.plan?.exams ?? 0);
    expect(answer.plan?.outcome.map(({ readiness }) => readiness)).not.toContain('not-met');
  });
});
