import { describe, expect, test } from 'vitest';
import { DAY, editionOf, specialization } from '../../tests/partners/staff.ts';
import { evaluate, type Hindrance, parseRequest, type Staffing, staffingOf } from '../index.ts';

const EDITION = editionOf([specialization('s1', { fe: 2, se: 1 }), specialization('s2', { fe: 1, am: 1 })], {
  allocation: { maxJobRoles: 2, maxSpecializations: 1, exempt: [] },
});

/** Who could fill what: `a` all of it, `b` one job role, `c` has left. */
const FACTS = {
  individuals: [
    { id: 'a', exams: [], awards: ['s1/fe', 's1/se', 's2/fe', 's2/am'].map(held) },
    { id: 'b', exams: [], awards: [held('s1/fe')] },
    { id: 'c', exams: [], awards: [held('s1/fe')] },
  ],
  partners: [
    {
      id: 'p',
      affiliations: [
        { individual: 'a', from: '2004-01-01' },
        { individual: 'b', from: '2004-01-01' },
        { individual: 'c', from: '2004-01-01', until: '2004-06-01' },
      ],
      allocations: [{ individual: 'a', specialization: 's1', jobRole: 'fe' }],
      waivers: [{ specialization: 's1', jobRole: 'se', places: 1, from: '2004-01-01', until: '2005-01-01' }],
    },
  ],
};

function held(certification: string) {
  return { certification, validFrom: '2004-01-01' };
}

function asked() {
  const request = parseRequest({ program: [EDITION], asOf: DAY, ...FACTS }, new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  return request.value;
}

function staffing(): Staffing {
  const answer = staffingOf(asked(), 'p');
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

const [specializationOf, jobRoleOf] = [(post: string) => post.slice(0, 2), (post: string) => post.slice(3)];
const post = (name: string) => ({ specialization: specializationOf(name), jobRole: jobRoleOf(name) });
const on = (individual: string, name: string) => ({ individual, ...post(name) });

describe('who could fill what', () => {
  test('those who count for the partner, and every job role with what is to be filled', () => {
    const { individuals, posts } = staffing();
    expect(individuals).toEqual(['a', 'b']);
    expect(posts).toEqual([
      { ...post('s1/fe'), headcount: 2, waived: 0 },
      { ...post('s1/se'), headcount: 1, waived: 1 },
      { ...post('s2/fe'), headcount: 1, waived: 0 },
      { ...post('s2/am'), headcount: 1, waived: 0 },
    ]);
  });

  test.each([
    ['a', 's1/fe', true],
    ['b', 's1/fe', true],
    ['b', 's1/se', false],
    ['c', 's1/fe', false],
    ['a', 's9/fe', false],
  ] as const)('%s on %s: %s', (individual, name, expected) => {
    const { canFill, explain } = staffing();
    expect(canFill(individual, post(name))).toBe(expected);
    expect(explain(individual, post(name))?.met ?? false).toBe(expected);
  });

  test('what is missing is said, as everywhere', () => {
    expect(staffing().explain('b', post('s1/se'))?.missing).toEqual([{ certification: 's1/se' }]);
    expect(staffing().explain('c', post('s1/fe'))).toBeUndefined();
  });
});

describe('qa#2.11: what keeps somebody from a job role they could fill', () => {
  test.each<readonly [string, string, readonly string[], Hindrance | undefined]>([
    ['a', 's1/fe', [], undefined],
    ['a', 's1/fe', ['a s1/fe'], 'duplicate'],
    ['a', 's1/fe', ['b s1/fe', 'c s1/fe'], 'over-headcount'],
    ['a', 's1/se', [], 'over-headcount'],
    ['a', 's2/fe', ['a s1/fe'], 'too-many-specializations'],
    ['a', 's2/fe', ['a s2/am'], undefined],
    ['a', 's2/am', ['a s1/fe', 'a s2/fe'], 'too-many-job-roles'],
  ])('%s on %s beside %j: %s', (individual, name, beside, expected) => {
    const others = beside.map((entry) => on(entry.slice(0, 1), entry.slice(2)));
    expect(staffing().hindrance(on(individual, name), others)).toBe(expected);
  });

  test('an evaluation of the given allocations says the same', () => {
    const request = asked();
    const { individuals, posts, canFill, hindrance } = staffing();
    const beside = [on('a', 's1/fe')];
    for (const individual of individuals) {
      for (const { specialization, jobRole } of posts) {
        const entry = { individual, specialization, jobRole };
        const allocations = [...beside, { ...entry, from: '2004-06-01' }];
        const partners = request.partners.map((partner) => ({ ...partner, allocations }));
        const answer = evaluate({ ...request, partners });
        if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
        const [violation] = answer.value.partners[0]?.violations ?? [];
        const expected = canFill(individual, entry) ? hindrance(entry, beside) : 'requirement-not-met';
        expect(violation?.code).toBe(expected);
      }
    }
  });
});

test('a partner that the question does not have is refused, and so is what costs too much', () => {
  expect(staffingOf(asked(), 'q')).toMatchObject({ ok: false, faults: [{ code: 'unknown-partner' }] });
  expect(staffingOf(asked(), 'p', { steps: 3 })).toMatchObject({ ok: false, faults: [{ code: 'out-of-steps' }] });
});
