import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Edition,
  type Evaluation,
  evaluate,
  type Impact,
  impactOf,
  parseImpact,
  parseRequest,
} from '../../src/index.ts';
import type { Question } from '../partners/oracle-scene.ts';
import { laterEdition } from '../partners/small-editions.ts';
import { smallQuestion } from '../partners/small-partners.ts';
import { editionOf, specialization } from '../partners/staff.ts';
import { reordered } from '../reordered.ts';
import { runs } from '../runs.ts';

const LONG = 600_000;

function impactFor(body: object): Impact {
  const asked = parseImpact(body, new Map());
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const answer = impactOf(asked.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

function evaluationOf(body: object): Evaluation {
  const asked = parseRequest(body, new Map());
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const answer = evaluate(asked.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

type Verdict = { readonly holding: string; readonly readiness: string };

/** Everything that is met or held at a partner. */
function good(partner: Evaluation['partners'][number] | undefined): ReadonlySet<string> {
  const held = ({ holding }: Verdict) => holding === 'held' || holding === 'in-renewal';
  const of = (name: string, entry: Verdict): readonly string[] => [
    ...(entry.readiness === 'met' ? [`${name} met`] : []),
    ...(held(entry) ? [`${name} held`] : []),
  ];
  return new Set([
    ...(partner?.specializations ?? []).flatMap((entry) => of(`s ${entry.specialization}`, entry)),
    ...(partner?.channelLevels ?? []).flatMap((entry) => of(`l ${entry.channelLevel}`, entry)),
  ]);
}

/** Whether all of one is in the other. */
const within = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => [...some].every((one) => all.has(one));

describe('the impact of other editions', () => {
  test(
    'of a program against itself changes nothing for anybody',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          const { partners, individuals, specializations, channelLevels } = impactFor({
            ...question,
            impact: { after: question.program },
          });
          expect(partners).toMatchObject({ loses: [], gains: [] });
          expect(partners.unchanged).toHaveLength(question.partners.length);
          expect(individuals).toMatchObject({ loses: [], sooner: [], gains: [], later: [] });
          expect(individuals.unchanged).toBe(question.individuals.length);
          for (const entry of [...specializations, ...channelLevels])
            expect(entry).toMatchObject({ loses: 0, gains: 0 });
        }),
        runs(100, 5_000),
      );
    },
    LONG,
  );

  test(
    'is what two evaluations differ in, where the given allocations count; the order of facts decides nothing',
    () => {
      let affected = 0;
      fc.assert(
        fc.property(smallQuestion, laterEdition, (drawn, later) => {
          const question: Question = { ...drawn, allocate: 'given' };
          const after: readonly Edition[] = [{ ...later, program: 'small', effectiveFrom: '2004-01-01', edition: 'z' }];
          const body = { ...question, impact: { after } };
          const impact = impactFor(body);
          const [was, is] = [evaluationOf(question), evaluationOf({ ...question, program: after })];
          const losers: string[] = [];
          const winners: string[] = [];
          for (const [index, partner] of was.partners.entries()) {
            const [then, now] = [good(partner), good(is.partners[index])];
            if (!within(then, now)) losers.push(partner.id);
            else if (now.size > then.size) winners.push(partner.id);
          }
          expect(impact.partners.loses.map(({ partner }) => partner)).toEqual(losers);
          expect(impact.partners.gains.map(({ partner }) => partner)).toEqual(winners);
          affected += losers.length + winners.length;
          expect(JSON.stringify(impactFor({ ...reordered(body) }))).toBe(JSON.stringify(impact));
        }),
        runs(150, 5_000),
      );
      expect(affected).toBeGreaterThan(50);
    },
    LONG,
  );

  test(
    'under the best allocation nobody loses what the people on it today would still fill',
    () => {
      let kept = 0;
      fc.assert(
        fc.property(smallQuestion, laterEdition, (drawn, later) => {
          const question: Question = { ...drawn, allocate: 'best' };
          const after: readonly Edition[] = [{ ...later, program: 'small', effectiveFrom: '2004-01-01', edition: 'z' }];
          const impact = impactFor({ ...question, impact: { after } });
          const was = evaluationOf(question);
          const unmoved = question.partners.map((partner) => ({
            ...partner,
            allocations: was.partners.find(({ id }) => id === partner.id)?.allocations ?? [],
          }));
          const is = evaluationOf({ ...question, partners: unmoved, program: after, allocate: 'given' });
          for (const { partner } of impact.partners.loses) {
            const of = ({ partners }: Evaluation) => good(partners.find(({ id }) => id === partner));
            expect(within(of(was), of(is)), partner).toBe(false);
          }
          kept += was.partners.length - impact.partners.loses.length;
        }),
        runs(100, 5_000),
      );
      expect(kept).toBeGreaterThan(20);
    },
    LONG,
  );
});

const DAY = '2004-06-30';
const ONE = specialization('s1', { fe: 1 });
const before: Edition = {
  ...editionOf([ONE, specialization('s2', { se: 1 })], { allocation: { maxJobRoles: 2 } }),
  exams: [{ id: 'e1', title: 'E1', technical: true }],
  certifications: [
    { id: 's1/fe', name: 'FE', kind: 'specialist', requires: { exam: 'e1' }, validity: 'P2Y' },
    { id: 's2/se', name: 'SE', kind: 'specialist', requires: { exam: 'e1' } },
  ],
};
/** Partners by the days on which each of their people passed the exam; they hold the specialization. */
function facts(teams: { readonly [partner: string]: readonly string[] }) {
  const people = Object.entries(teams).flatMap(([partner, days]) =>
    days.map((takenOn, index) => ({ partner, id: `${partner}-${index}`, takenOn })),
  );
  return {
    individuals: people.map(({ id, takenOn }) => ({ id, exams: [{ exam: 'e1', takenOn, result: 'pass' }] })),
    partners: Object.keys(teams).map((id) => ({
      id,
      affiliations: people
        .filter(({ partner }) => partner === id)
        .map((person) => ({ individual: person.id, from: '2003-12-01' })),
      holdings: [{ specialization: 's1', approvedOn: '2004-02-01' }],
    })),
  };
}

describe('a rules author who changes one number sees exactly those whom it hurts', () => {
  test('a headcount from one to two', () => {
    const asked = {
      ...{ program: [before], asOf: DAY, allocate: 'best' },
      ...facts({
        two: ['2004-01-01', '2004-01-02'],
        one: ['2004-01-01'],
        none: [],
        three: ['2004-01-01', '2004-02-01', '2004-03-01'],
      }),
    };
    const after = { ...before, specializations: [specialization('s1', { fe: 2 }), ...before.specializations.slice(1)] };
    const impact = impactFor({ ...asked, impact: { after: [after] } });
    expect(impact.partners).toEqual({
      loses: [{ partner: 'one', on: DAY }],
      gains: [],
      unchanged: ['none', 'three', 'two'],
    });
    expect(impact.specializations[0]).toEqual({
      specialization: 's1',
      ...{ loses: 1, gains: 0, stays: 3, without: 0 },
      renewals: { loses: 1, gains: 0, stays: 3, without: 0 },
    });
    expect(impact.specializations[1]).toMatchObject({ specialization: 's2', loses: 0, stays: 3, without: 1 });
    expect(impact.individuals).toEqual({ loses: [], sooner: [], gains: [], later: [], unchanged: 6 });
    const holding = { holding: 'held', anniversary: '2005-02-01' };
    expect(impact.examples.loses).toEqual([
      {
        partner: 'one',
        of: [
          {
            ...{ specialization: 's1', effect: 'loses' },
            days: [
              {
                ...{ on: DAY, effect: 'loses' },
                before: { ...holding, readiness: 'met', possible: true },
                after: { ...holding, readiness: 'not-met', possible: false },
                missing: [{ places: 1, jobRole: 'fe' }],
                ...{ noLonger: [], newly: [] },
              },
            ],
          },
          expect.objectContaining({ specialization: 's2', effect: 'stays' }),
        ],
      },
    ]);
    const back = impactFor({ ...asked, program: [after], impact: { after: [before] } });
    expect(back.partners.gains).toEqual([{ partner: 'one', on: DAY }]);
    expect(back.partners.loses).toEqual([]);
  });

  test('a validity from two years to one: on the first of the days on which somebody no longer counts', () => {
    const asked = {
      ...{ program: [before], asOf: DAY, allocate: 'best' },
      ...facts({ early: ['2004-01-01'], late: ['2004-09-01'], both: ['2004-01-01', '2004-09-01'], none: [] }),
    };
    const [fe, se] = before.certifications;
    const after = { ...before, certifications: [{ ...fe, validity: 'P1Y' }, se] };
    const days = ['2005-06-30', '2004-10-01', '2005-01-15'];
    const impact = impactFor({ ...asked, impact: { after: [after], days } });
    expect(impact.partners).toEqual({
      loses: [{ partner: 'early', on: '2005-01-15' }],
      gains: [],
      unchanged: ['both', 'late', 'none'],
    });
    expect(impact.days.map(({ on, loses }) => [on, loses])).toEqual([
      ['2004-10-01', 0],
      ['2005-01-15', 1],
      ['2005-06-30', 1],
    ]);
    expect(impact.individuals).toEqual({
      loses: ['both-0', 'early-0'],
      sooner: ['both-1', 'late-0'],
      ...{ gains: [], later: [], unchanged: 0 },
    });
    expect(impact.certifications).toEqual([
      { certification: 's1/fe', loses: 2, sooner: 2, gains: 0, later: 0, stays: 0 },
      { certification: 's2/se', loses: 0, sooner: 0, gains: 0, later: 0, stays: 4 },
    ]);
    const lost = impact.examples.loses[0]?.of[0]?.days[1];
    expect(lost?.noLonger).toEqual([
      {
        ...{ jobRole: 'fe', individual: 'early-0' },
        awards: [
          {
            certification: 's1/fe',
            before: { status: 'active', validUntil: '2006-01-01' },
            after: { status: 'expired', validUntil: '2005-01-01' },
          },
        ],
      },
    ]);
  });

  test('a specialization that is no longer there, and a term that is over sooner', () => {
    const asked = { program: [before], asOf: DAY, ...facts({ one: ['2004-01-01'], none: [] }) };
    const without = { ...before, specializations: before.specializations.slice(1) };
    const gone = impactFor({ ...asked, impact: { after: [without] } });
    expect(gone.specializations.map((entry) => [entry.specialization, entry.loses])).toEqual([
      ['s2', 0],
      ['s1', 2],
    ]);
    expect(gone.examples.loses[0]?.of.at(-1)?.days[0]).toMatchObject({ after: null, missing: [] });
    const sooner = { ...before, specializations: [{ ...ONE, term: 'P3M' }, ...before.specializations.slice(1)] };
    const lapsed = impactFor({ ...asked, impact: { after: [sooner] } });
    expect(lapsed.partners.loses.map(({ partner }) => partner)).toEqual(['none', 'one']);
    expect(lapsed.examples.loses[0]?.of[0]?.days[0]).toMatchObject({
      before: { holding: 'held', anniversary: '2005-02-01' },
      after: { holding: 'lapsed', anniversary: '2004-05-01' },
    });
  });
});

test('examples: first one of each specialization and level, then by id, and no more than asked for', () => {
  const teams = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`p${index}`, ['2004-01-01']]));
  const asked = { program: [before], asOf: DAY, ...facts(teams) };
  const allocations = [{ individual: 'p8-0', specialization: 's2', jobRole: 'se' }];
  const partners = asked.partners.map((partner) => ({
    ...partner,
    allocations:
      partner.id === 'p8' ? allocations : [{ individual: `${partner.id}-0`, specialization: 's1', jobRole: 'fe' }],
  }));
  const after = {
    ...before,
    specializations: [specialization('s1', { fe: 2 }), specialization('s2', { se: 2 })],
  };
  const examples = (most: number) =>
    impactFor({ ...asked, partners, impact: { after: [after], examples: most } }).examples.loses.map(
      ({ partner }) => partner,
    );
  expect(examples(0)).toEqual([]);
  expect(examples(2)).toEqual(['p0', 'p8']);
  expect(examples(4)).toEqual(['p0', 'p1', 'p2', 'p8']);
});

test('is refused where all of its evaluations together cost too much, though each alone does not', () => {
  const asked = parseImpact(
    { program: [before], asOf: DAY, ...facts({ one: ['2004-01-01'] }), impact: { after: [before] } },
    new Map(),
  );
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const once = evaluate(asked.value, { steps: 1_500 });
  expect(once.ok).toBe(true);
  const outcome = impactOf(asked.value, { steps: 1_500 });
  expect(outcome.ok ? [] : outcome.faults.map(({ code }) => code)).toEqual(['out-of-steps']);
});
