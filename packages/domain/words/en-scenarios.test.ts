import { describe, expect, test } from 'vitest';
import { type Edition, impactOf, parseImpact, parseScenario, scenarioOf } from '../src/index.ts';
import { DAY, editionOf, specialization } from '../tests/partners/staff.ts';
import { impactInWords, scenarioInWords, type Words, wordsOf } from './index.ts';

const english = wordsOf('en') as Words;
const gold = {
  ...{ id: 'gold', name: 'Gold', rank: 1, term: 'P1Y', renewalWindow: 'P90D' },
  personnel: [{ id: 'expert', headcount: 2, requires: { certification: 's1/fe' } }],
};
const base = editionOf(
  [specialization('s1', { fe: 1 }), specialization('s2', { fe: 1 }), specialization('s3', { se: 1 })],
  {
    allocation: { maxJobRoles: 2 },
    channelLevels: [gold],
  },
);
const edition: Edition = {
  ...base,
  exams: [{ id: 'never', title: 'Never', technical: true }],
  agreements: [{ id: 'career', title: 'Career Agreement' }],
  certifications: base.certifications.map((entry) => ({ ...entry, validity: 'P2Y' })),
};
const award = (certification: string) => ({ certification, validFrom: '2004-02-01', validUntil: '2005-02-01' });
const body = {
  ...{ program: [edition], asOf: DAY },
  individuals: [
    { id: 'Ana', exams: [], awards: [award('s1/fe'), award('s2/fe')] },
    { id: 'Bob', exams: [], awards: [award('s1/fe'), award('s3/se')] },
  ],
  partners: [
    {
      id: 'p1',
      affiliations: ['Ana', 'Bob'].map((individual) => ({ individual, from: '2004-01-01' })),
      holdings: [{ specialization: 's2', approvedOn: '2004-02-01' }],
      allocations: ['Ana s1 fe', 'Ana s2 fe', 'Bob s3 se'].map((text) => {
        const [individual, specialization, jobRole] = text.split(' ');
        return { individual, specialization, jobRole };
      }),
    },
  ],
};

function said(scenario: object) {
  const question = parseScenario({ ...body, scenario }, new Map());
  if (!question.ok) throw new Error(JSON.stringify(question.faults));
  const answer = scenarioOf(question.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const spoken = scenarioInWords(answer.value, question.value, english);
  if (!spoken.ok) throw new Error(JSON.stringify(spoken.faults));
  const { words, ...rest } = spoken.value;
  const unspoken = JSON.stringify(rest, (key, value) => (key === 'words' ? undefined : value));
  expect(JSON.parse(unspoken)).toEqual(JSON.parse(JSON.stringify(answer.value)));
  return { banner: words, differences: spoken.value.differences.map((difference) => difference.words) };
}

const leaves = (individual: string) => ({ kind: 'leaves', individual });

describe('a scenario in English', () => {
  test.each<[object, string]>([
    [{}, 'Nothing is imagined.'],
    [{ changes: [leaves('Ana')] }, 'Imagined: Ana leaves · 2 of 3 specializations fall · 1 of 1 level falls'],
    [
      { changes: [{ ...leaves('Ana'), partner: 'p1', on: '2004-05-01' }], allocate: 'best' },
      'Imagined: the best allocation and Ana leaves p1 on 1 May 2004 · 1 of 3 specializations falls · 1 of 1 level falls',
    ],
    [{ asOf: '2004-07-01' }, 'Imagined: another day · nothing falls'],
    [
      { changes: [{ kind: 'accepts', individual: 'Ana', agreement: 'career' }] },
      'Imagined: Ana accepts the Career Agreement · nothing falls',
    ],
    [
      {
        changes: [
          leaves('Ana'),
          leaves('Bob'),
          { kind: 'joins', individual: 'Ana', partner: 'p1' },
          { kind: 'passes', individual: 'Ana', exam: 'never' },
          { kind: 'passes', individual: 'Bob', exam: 'never' },
        ],
      },
      'Imagined: Ana leaves, Bob leaves, Ana joins p1 and two more changes · 1 of 3 specializations falls · 1 of 1 level falls',
    ],
    [
      { changes: [leaves('Bob'), { kind: 'waives', partner: 'p1', specialization: 's3', jobRole: 'se', places: 1 }] },
      'Imagined: Bob leaves and one place of SE in S3 at p1 is waived · 1 of 1 level falls',
    ],
    [
      { changes: [{ kind: 'allocates', partner: 'p1', allocations: [] }], allocate: 'given' },
      'Imagined: the given allocation and p1 allocates otherwise · 3 of 3 specializations fall',
    ],
  ])('%j', (scenario, banner) => {
    expect(said(scenario).banner).toBe(banner);
  });

  test('each difference is a sentence', () => {
    expect(said({ changes: [leaves('Ana')] }).differences).toEqual([
      'p1: S1 goes from not held and ready to not held and not ready, though possible.',
      'p1: S2 goes from held and ready to held and not ready.',
      'p1: Gold goes from not held and ready to not held and not ready.',
      'p1: Ana no longer fills FE in S1.',
      'p1: Ana no longer fills FE in S2.',
    ]);
    expect(said({ changes: [{ kind: 'passes', individual: 'Ana', exam: 'never' }] }).differences).toEqual([
      'Ana: s1/fe goes from active until 1 February 2005 to active until 30 June 2006.',
      'Ana: s2/fe goes from active until 1 February 2005 to active until 30 June 2006.',
      'Ana: s3/se goes from nothing to active until 30 June 2006.',
    ]);
    expect(said({ asOf: '2005-02-01' }).differences[0]).toBe(
      'Ana: s1/fe goes from active until 1 February 2005 to expired since 1 February 2005.',
    );
    const without = { ...edition, edition: 'later', specializations: edition.specializations.slice(1) };
    expect(said({ program: [without] }).differences).toContain(
      'p1: S1 goes from not held and ready to not in the edition.',
    );
  });
});

describe('an impact in English', () => {
  const spoken = (after: Edition) => {
    const question = parseImpact({ ...body, impact: { after: [after] } }, new Map());
    if (!question.ok) throw new Error(JSON.stringify(question.faults));
    const answer = impactOf(question.value);
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
    const said = impactInWords(answer.value, question.value, english);
    if (!said.ok) throw new Error(JSON.stringify(said.faults));
    return said.value;
  };

  test('who loses, what is missing then and who no longer counts', () => {
    const [, s2, s3] = edition.specializations;
    const after = {
      ...edition,
      specializations: [specialization('s1', { fe: 2 }), s2, s3] as Edition['specializations'],
    };
    const { words, examples } = spoken({ ...after, certifications: after.certifications });
    expect(words).toBe('One partner loses, no partners gain, no partners stay as they are.');
    expect(examples.loses[0]?.of.map((entry) => entry.words)).toEqual([
      'On 30 June 2004 S1 goes from not held and ready to not held and not ready, though possible. Missing then: one FE.',
      'S2 stays held and ready on 30 June 2004.',
      'S3 stays not held and ready on 30 June 2004.',
      'Gold stays not held and ready on 30 June 2004.',
    ]);
  });

  test('who is newly counted, and what is gone', () => {
    const [s1, s2] = edition.specializations;
    const asked = specialization('s2', { fe: 1 }, {});
    const [role] = asked.jobRoles;
    if (s1 === undefined || s2 === undefined || role === undefined) throw new Error('Not there');
    const other = { ...asked, jobRoles: [{ ...role, requires: { certification: 's3/se' } }] };
    const { examples } = spoken({ ...edition, specializations: [s1, other] });
    const sentences = examples.loses[0]?.of.map((entry) => entry.words);
    expect(sentences?.[1]).toBe(
      'On 30 June 2004 S2 goes from held and ready to held and not ready, though possible. Missing then: one FE. No longer counted: Ana.',
    );
    expect(sentences).toContain(
      'On 30 June 2004 S3 goes from not held and ready to not in the edition. No longer counted: Bob.',
    );
  });
});
