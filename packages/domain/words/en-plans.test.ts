import { describe, expect, test } from 'vitest';
import { parsePlanRequest, plan } from '../src/index.ts';
import { editionOf, specialization } from '../tests/partners/staff.ts';
import { planInWords, type Words, wordsOf } from './index.ts';

const english = wordsOf('en') as Words;
const sales = {
  ...{ id: 'am', name: 'Account Manager', kind: 'am', headcount: 1 },
  requires: {
    anyOf: [
      { exam: 'old', taken: { until: '2004-12-01' } },
      { exam: 'new', taken: { from: '2004-12-01' } },
    ],
  },
};
const gold = {
  ...{
    id: 'gold',
    name: 'Gold',
    rank: 1,
    term: 'P1Y',
    renewalWindow: 'P90D',
    specializations: { atLeast: 1, points: 5 },
  },
  personnel: [{ id: 'field-expert', headcount: 1, requires: { certification: 'walls' } }],
};
const edition = {
  ...editionOf([{ ...specialization('s1', {}), name: 'Selling', jobRoles: [sales] }], { channelLevels: [gold] }),
  exams: ['old', 'new', 'wall'].map((id) => ({ id, title: `${id} exam`, technical: true })),
  agreements: [{ id: 'signed', title: 'Agreement' }],
  certifications: [
    {
      ...{ id: 'walls', name: 'Walls', kind: 'specialist', validity: 'P1Y' },
      requires: { allOf: [{ exam: 'wall' }, { exam: 'new' }] },
      recertification: { requires: { exam: 'wall' }, agreements: ['signed'] },
    },
  ],
};

function said(
  target: object,
  by = '2004-11-30',
  people: readonly object[] = [{ id: 'Ana', exams: [] }],
  program: object = edition,
) {
  const affiliations = people.map((each) => ({ individual: (each as { id: string }).id, from: '2004-01-01' }));
  const holdings = [{ specialization: 's1', approvedOn: '2004-01-05' }];
  const body = {
    program: [program],
    asOf: '2004-06-30',
    individuals: people,
    partners: [{ id: 'p1', affiliations, holdings }],
  };
  const question = parsePlanRequest({ ...body, plan: { partner: 'p1', by, target, alternatives: 1 } }, new Map());
  if (!question.ok) throw new Error(JSON.stringify(question.faults.map(english.fault)));
  const answer = plan(question.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const spoken = planInWords(answer.value, question.value.program, english);
  if (!spoken.ok) throw new Error(JSON.stringify(spoken.faults));
  const unspoken = JSON.stringify(spoken.value, (key, value) => (key === 'words' ? undefined : value));
  expect(JSON.parse(unspoken)).toEqual(JSON.parse(JSON.stringify(answer.value)));
  return spoken.value;
}

describe('a plan in English', () => {
  test('its target, its steps and what is about to be replaced', () => {
    const { words, plan: way } = said({ specializations: ['s1'] });
    expect(words).toBe('Imagined: Selling by 30 November 2004 · one exam');
    expect(way?.words).toBe('One exam by one individual.');
    expect(way?.steps.map((step) => step.words)).toEqual([
      'Ana sits old (old exam) from 1 July 2004 and before 1 December 2004, for Account Manager in Selling. old (old exam) counts only before 1 December 2004; new (new exam) comes in its place.',
    ]);
  });

  test('what is accepted, and what a level lacks', () => {
    const held = {
      id: 'Ana',
      exams: [],
      awards: [{ certification: 'walls', validFrom: '2004-01-01', validUntil: '2004-09-01' }],
    };
    const level = { ...gold, specializations: undefined };
    const { plan: way } = said({ channelLevel: 'gold' }, '2004-11-30', [held], { ...edition, channelLevels: [level] });
    expect(way?.steps.map((step) => step.words)).toEqual([
      'Ana sits wall (wall exam) from 1 July 2004 and before 1 September 2004, for Walls and field expert of Gold.',
    ]);
    expect(way?.accepts.map((entry) => entry.words)).toEqual(['Ana accepts the Agreement on 31 August 2004.']);
    const { words, obstacles } = said({ channelLevel: 'gold' });
    expect(words).toBe('Imagined: Gold by 30 November 2004 · no exams can do it');
    expect(obstacles.map((obstacle) => obstacle.words)).toEqual([
      'Gold lacks five points on 30 November 2004: that takes an approval and no exam.',
    ]);
  });

  test('why nobody can, and who are too few', () => {
    const late = { ...sales, requires: { exam: 'old', taken: { until: '2004-06-01' } } };
    const program = {
      ...edition,
      specializations: [{ ...specialization('s1', {}), name: 'Selling', jobRoles: [late] }],
    };
    expect(
      said({ specializations: ['s1'] }, '2004-11-30', undefined, program).obstacles.map(({ words }) => words),
    ).toEqual([
      'Nobody can fill Account Manager in Selling by 30 November 2004, whatever they sit. It is too late for old (old exam): it counted only before 1 June 2004.',
    ]);
    const two = {
      ...edition,
      specializations: [{ ...specialization('s1', {}), name: 'Selling', jobRoles: [{ ...sales, headcount: 2 }] }],
    };
    expect(said({ specializations: ['s1'] }, '2004-11-30', undefined, two).obstacles.map(({ words }) => words)).toEqual(
      [
        'One place of Account Manager in Selling cannot be filled on 30 November 2004, though one could fill one: there are too few people for all that is asked.',
      ],
    );
  });

  test('what the edition before would have asked', () => {
    const before = { ...edition, edition: 'then', effectiveFrom: '2003-01-01' };
    const body = {
      ...{ program: [before, edition], asOf: '2004-06-30', individuals: [{ id: 'Ana', exams: [] }] },
      partners: [{ id: 'p1', affiliations: [{ individual: 'Ana', from: '2004-01-01' }] }],
      plan: { partner: 'p1', by: '2004-11-30', target: { specializations: ['s1'] } },
    };
    const question = parsePlanRequest(body, new Map());
    const answer = question.ok ? plan(question.value) : question;
    const spoken = question.ok && answer.ok ? planInWords(answer.value, question.value.program, english) : undefined;
    expect(spoken?.ok === true ? spoken.value.editionBefore?.words : undefined).toBe(
      'Under the edition then it would have been one exam.',
    );
  });
});

test.each([
  [{ partner: 'x' }, 'The facts know no partner with the id “x”.'],
  [
    { by: '2004-06-30' },
    'A plan needs time: “2004-06-30” must lie after “asOf”, and before the last day of the calendar.',
  ],
  [{ target: {} }, 'A target names specializations, a channelLevel, or renewals: at least one of them.'],
])('a fault of a plan: %j', (change, sentence) => {
  const body = { program: [edition], asOf: '2004-06-30', individuals: [], partners: [{ id: 'p1', affiliations: [] }] };
  const asked = { partner: 'p1', by: '2004-11-30', target: { specializations: ['s1'] }, ...change };
  const question = parsePlanRequest({ ...body, plan: asked }, new Map());
  expect(question.ok ? [] : question.faults.map(english.fault)).toEqual([sentence]);
});
