import { describe, expect, test } from 'vitest';
import { type Edition, forecast, type PartnerFacts, parseForecast } from '../../../src/index.ts';
import { forecastInWords, wordsOf } from '../../../words/index.ts';
import { DAY, editionOf, specialization } from '../../partners/staff.ts';
import { forecastOf } from './ask.ts';

/** Everybody has what the two job roles of VPN ask for, until a day. */
type Setup = {
  readonly edition?: Partial<Edition>;
  readonly later?: Partial<Edition>;
  readonly specialization?: Partial<Edition['specializations'][number]>;
  /** For each individual the certifications that it holds, each with its end: `s1/fe 2005-01-01`. */
  readonly holds: { readonly [person: string]: readonly string[] };
  readonly exams?: { readonly [person: string]: readonly (readonly [exam: string, takenOn: string])[] };
  readonly facts?: Partial<PartnerFacts>;
  readonly until?: string;
};

function questionOf({ edition = {}, later, specialization: own, holds, exams = {}, facts = {}, until }: Setup) {
  const made = editionOf([specialization('s1', { fe: 1 }, { name: 'VPN', ...own })], {
    allocation: { maxJobRoles: 2, maxSpecializations: 2 },
    exams: [{ id: 'e1', title: 'Exam one', technical: true }],
    certifications: [
      { id: 's1/fe', name: 'Firewall', kind: 'specialist', requires: { exam: 'e1' }, validity: 'P2Y' },
      { id: 'other', name: 'Other', kind: 'specialist', requires: { exam: 'e1' } },
    ],
    ...edition,
  });
  const ids = Object.keys(holds);
  return {
    program: [made, ...(later === undefined ? [] : [{ ...made, edition: 'later', ...later }])],
    asOf: DAY,
    ...(until === undefined ? {} : { until }),
    individuals: ids.map((id) => ({
      id,
      exams: (exams[id] ?? []).map(([exam, takenOn]) => ({ exam, takenOn, result: 'pass' })),
      awards: holds[id]?.map((text) => {
        const [certification = '', validUntil] = text.split(' ');
        return { certification, validFrom: '2004-01-01', ...(validUntil === undefined ? {} : { validUntil }) };
      }),
    })),
    partners: [{ id: 'p', affiliations: ids.map((individual) => ({ individual, from: '2004-01-01' })), ...facts }],
  };
}

function first(setup: Setup) {
  const question = questionOf(setup);
  const request = parseForecast(question, new Map());
  const english = wordsOf('en');
  if (!request.ok || english === undefined) throw new Error(JSON.stringify(request));
  const answer = forecast(request.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const said = forecastInWords(answer.value, request.value.program, english);
  const partner = said.ok ? said.value.partners[0] : undefined;
  if (partner === undefined) throw new Error('No partner, or no words');
  return partner;
}

const held: PartnerFacts['holdings'] = [{ specialization: 's1', approvedOn: '2004-02-01' }];
const examRole = (requires: Edition['specializations'][number]['jobRoles'][number]['requires']) => ({
  jobRoles: [{ id: 'fe', name: 'Field engineer', kind: 'fe', headcount: 1, requires }],
});

describe('qa#2.6: the first day on which it breaks, and why', () => {
  test.each<readonly [string, Setup, string]>([
    [
      'an award that ends',
      { holds: { a: ['s1/fe 2004-10-12'] } },
      'VPN could no longer be reached from 12 October 2004: a: the award of Firewall ends.',
    ],
    [
      'of a holding',
      { holds: { a: ['s1/fe 2004-10-12'] }, facts: { holdings: held } },
      'VPN could no longer be renewed from 12 October 2004: a: the award of Firewall ends.',
    ],
    [
      'an award that is suspended',
      {
        holds: { a: ['s1/fe 2004-10-12'] },
        edition: {
          certifications: [
            {
              ...{ id: 's1/fe', name: 'Firewall', kind: 'specialist', requires: { exam: 'e1' }, validity: 'P2Y' },
              recertification: { gracePeriod: 'P1M' },
            },
          ],
        },
      },
      'VPN could no longer be reached from 12 October 2004: a: the award of Firewall ends and can be recertified before 12 November 2004 only.',
    ],
    [
      'an affiliation',
      {
        holds: { a: ['s1/fe'] },
        facts: { affiliations: [{ individual: 'a', from: '2004-01-01', until: '2004-09-01' }] },
      },
      'VPN could no longer be reached from 1 September 2004: a: the affiliation ends.',
    ],
    [
      'an allocation',
      {
        holds: { a: ['s1/fe'] },
        facts: { allocations: [{ individual: 'a', specialization: 's1', jobRole: 'fe', until: '2004-09-01' }] },
      },
      'VPN could no longer be reached from 1 September 2004: a: the allocation to FE of VPN ends.',
    ],
    [
      'a waiver',
      {
        holds: {},
        facts: {
          waivers: [{ specialization: 's1', jobRole: 'fe', places: 1, from: '2004-01-01', until: '2004-09-01' }],
        },
      },
      'VPN could no longer be reached from 1 September 2004: the waiver of one place of FE of VPN ends.',
    ],
    [
      'an exam that is no longer accepted',
      {
        specialization: examRole({ exam: 'e1', accepted: { until: '2004-12-01' } }),
        holds: { a: [] },
        exams: { a: [['e1', '2004-05-01']] },
      },
      'VPN could no longer be reached from 1 December 2004: a: the pass of e1 (Exam one) of 1 May 2004 is no longer accepted.',
    ],
    [
      'an exam that is too old',
      {
        specialization: examRole({ exam: 'e1', within: 'P1Y' }),
        holds: { a: [] },
        exams: { a: [['e1', '2004-05-01']] },
      },
      'VPN could no longer be reached from 1 May 2005: a: the pass of e1 (Exam one) of 1 May 2004 is too old from now on.',
    ],
    [
      'an edition',
      {
        holds: { a: ['s1/fe'] },
        later: {
          effectiveFrom: '2005-01-01',
          specializations: [specialization('s1', {}, { name: 'VPN', ...examRole({ certification: 'other' }) })],
        },
      },
      'VPN could no longer be reached from 1 January 2005: the edition later takes effect.',
    ],
    [
      'a specialization that is retired and not held',
      { specialization: { retiredOn: '2004-11-01' }, holds: { a: ['s1/fe'] } },
      'VPN could no longer be reached from 1 November 2004: VPN is retired.',
    ],
  ])('%s', (_, setup, expected) => {
    expect(first(setup).specializations[0]?.breaks?.words).toBe(expected);
  });

  test.each<readonly [string, Setup]>([
    ['another takes the place', { holds: { a: ['s1/fe 2004-10-12'], b: ['s1/fe'] } }],
    ['it lies at the end of what is looked at', { holds: { a: ['s1/fe 2004-10-12'] }, until: '2004-10-12' }],
    ['somebody recertified in time', { holds: { a: ['s1/fe'] } }],
  ])('not where %s', (_, setup) => {
    expect(first(setup).specializations[0]).toMatchObject({ readiness: 'met', breaks: null, atRisk: false });
  });

  test('facts after the day are not known: neither a pass, nor who joins, nor a renewal that is closed', () => {
    const question = questionOf({
      holds: { a: ['s1/fe 2004-10-12'], b: ['s1/fe'] },
      exams: { a: [['e1', '2004-09-01']] },
      facts: {
        affiliations: [
          { individual: 'a', from: '2004-01-01' },
          { individual: 'b', from: '2004-08-01' },
        ],
        holdings: [{ specialization: 's1', approvedOn: '2003-07-15' }],
        renewals: [{ specialization: 's1', submittedOn: '2004-06-01', closedOn: '2004-08-01' }],
      },
    });
    const [partner] = forecastOf(question).partners;
    expect(partner?.specializations[0]?.breaks?.on).toBe('2004-10-12');
    expect(partner?.changes.flatMap(({ holdings }) => holdings)).toEqual([]);
  });
});

describe('qa#2.6: at risk is what is ready now and not on the last day of its term', () => {
  test.each([
    ['before it', '2005-01-31', true],
    ['on the anniversary itself, which is a day too late to hurt', '2005-02-01', false],
  ])('an award that ends %s', (_, end, atRisk) => {
    const [entry] = first({ holds: { a: [`s1/fe ${end}`] }, facts: { holdings: held } }).specializations;
    expect(entry?.renewal).toEqual({
      ...{ opensOn: '2004-11-03', anniversary: '2005-02-01' },
      readiness: atRisk ? 'not-met' : 'met',
    });
    expect(entry?.atRisk).toBe(atRisk);
  });

  test('a level whose specialization only has to be renewed is not at risk, and says what to renew', () => {
    const [level] = first({
      holds: { a: ['s1/fe'] },
      edition: {
        channelLevels: [
          {
            ...{ id: 'gold', name: 'Gold', rank: 1, term: 'P2Y', renewalWindow: 'P90D' },
            personnel: [],
            specializations: { atLeast: 1 },
          },
        ],
      },
      facts: { holdings: [...held, { channelLevel: 'gold', approvedOn: '2004-02-01' }] },
    }).channelLevels;
    expect(level).toMatchObject({ readiness: 'met', atRisk: false, ifRenewed: null });
    expect(level?.breaks?.words).toBe(
      'Gold could no longer be kept from 1 February 2005: the term of VPN ends at its anniversary.',
    );
    expect(level?.repairs.map(({ words }) => words)).toEqual(['Renew VPN before 1 February 2005.']);
  });
});

describe('qa#3.10: the cheapest repairs, nearest first', () => {
  const words = (setup: Setup) => first(setup).specializations[0]?.repairs.map((repair) => repair.words);

  test('who recertifies, who takes the exam, who joins', () => {
    expect(words({ holds: { a: ['s1/fe 2004-10-12'], b: [] }, facts: { holdings: held } })).toEqual([
      'a passes e1 (Exam one) before 12 October 2004.',
      'b passes e1 (Exam one) before 12 October 2004.',
      'One FE joins before 12 October 2004.',
    ]);
  });

  test('who can take over without an exam comes first', () => {
    expect(
      words({
        holds: { a: ['s1/fe 2004-10-12'], b: ['s1/fe'] },
        facts: { allocations: [{ individual: 'a', specialization: 's1', jobRole: 'fe' }] },
      })?.[0],
    ).toBe('Put b on FE of VPN before 12 October 2004.');
  });

  test('an exam that was failed waits for its retake', () => {
    const setup: Setup = {
      holds: { a: ['s1/fe 2004-07-03'] },
      edition: { exams: [{ id: 'e1', title: 'Exam one', technical: true, retake: { afterFail: 'P30D' } }] },
    };
    const question = questionOf(setup);
    const failed = (on: string) => ({
      ...question,
      individuals: question.individuals.map((facts) => ({
        ...facts,
        exams: [{ exam: 'e1', takenOn: on, result: 'fail' }],
      })),
    });
    const kinds = (asked: unknown) =>
      forecastOf(asked).partners[0]?.specializations[0]?.repairs.map(({ kind }) => kind);
    expect(kinds(failed('2004-05-01'))).toEqual(['exams', 'refill']);
    expect(kinds(failed('2004-06-20'))).toEqual(['refill']);
  });

  test('what is held and not ready now is repaired by its anniversary', () => {
    expect(words({ holds: { a: [] }, facts: { holdings: held } })?.[0]).toBe(
      'a passes e1 (Exam one) before 1 February 2005.',
    );
    expect(words({ holds: { a: [] } })).toEqual([]);
  });
});

test('qa#2.11: what falls if somebody leaves, and what only another allocation keeps', () => {
  const losses = (setup: Setup) => first(setup).losses.map(({ words }) => words);
  expect(losses({ holds: { a: ['s1/fe'] } })).toEqual(['If a leaves, VPN falls.']);
  expect(losses({ holds: { a: ['s1/fe'], b: ['s1/fe'] } })).toEqual([
    'If a leaves, nothing falls; VPN stays met if others take its places.',
  ]);
});

describe('a question that is refused', () => {
  const refused = (body: object) => {
    const request = parseForecast({ ...questionOf({ holds: { a: ['s1/fe'] } }), ...body }, new Map());
    if (!request.ok) return request.faults.map(({ path, code }) => `${path} ${code}`);
    const answer = forecast(request.value, { steps: 10 });
    return answer.ok ? [] : answer.faults.map(({ path, code }) => `${path} ${code}`);
  };
  test.each<readonly [string, object, readonly string[]]>([
    ['an end before the day', { until: '2004-06-29' }, ['until ends-before-it-begins']],
    ['an end that is none', { until: 'P5Y' }, ['until date']],
    ['an unknown key', { horizon: 'P5Y' }, ['horizon unknown-key']],
    ['a day before the first edition', { asOf: '2000-01-01' }, ['asOf before-the-first-edition']],
    ['more work than the steps allow', {}, [' out-of-steps']],
  ])('%s', (_, body, faults) => {
    expect(refused(body)).toEqual(faults);
  });
});

test('it looks five years ahead where the question does not say, and at nothing where it ends at once', () => {
  expect(forecastOf(questionOf({ holds: {} })).until).toBe('2009-06-30');
  const [partner] = forecastOf(questionOf({ holds: { a: ['s1/fe'] }, until: DAY })).partners;
  expect(partner).toMatchObject({ until: DAY, changes: [], specializations: [{ readiness: 'met', breaks: null }] });
});
