import { describe, expect, test } from 'vitest';
import { published } from '../../editions/index.ts';
import { type Plan, parsePlanRequest, plan } from '../../src/index.ts';

const ASOF = '2004-09-15';
const terms = { term: 'P1Y', renewalWindow: 'P90D' };
const exam = (id: string, more: object = {}) => ({ id, title: id, technical: true, ...more });
const role = (id: string, requires: object, headcount = 1) => ({ id, name: id, kind: id, headcount, requires });

/** Two certifications that share an exam, a specialization with a job role for each, and a level. */
const edition = {
  ...{ program: 'p', edition: 'now', name: 'P', effectiveFrom: '2003-11-04', timeZone: 'UTC', documents: [] },
  exams: [
    exam('core'),
    exam('wall', { training: [{ title: 'Walls', kind: 'course' }] }),
    exam('tunnel'),
    exam('sales'),
  ],
  agreements: [{ id: 'signed', title: 'Signed' }],
  certifications: [
    { id: 'base', name: 'Base', kind: 'career', requires: { exam: 'core' }, validity: 'P3Y' },
    {
      ...{ id: 'walls', name: 'Walls', kind: 'specialist', validity: 'P2Y' },
      requires: { allOf: [{ certification: 'base' }, { exam: 'wall' }] },
      recertification: { requires: { exam: 'wall' }, agreements: ['signed'] },
    },
    {
      ...{ id: 'tunnels', name: 'Tunnels', kind: 'specialist', validity: 'P2Y' },
      requires: { allOf: [{ certification: 'base' }, { exam: 'tunnel' }] },
    },
  ],
  extensions: [],
  specializations: [
    {
      ...{ id: 'security', name: 'Security', ...terms },
      jobRoles: [role('se', { certification: 'walls' }), role('fe', { certification: 'tunnels' })],
    },
    { id: 'selling', name: 'Selling', ...terms, jobRoles: [role('am', { exam: 'sales', within: 'P1Y' })] },
  ],
  allocation: { maxJobRoles: 2, maxSpecializations: 2 },
  channelLevels: [
    {
      ...{ id: 'gold', name: 'Gold', rank: 1, ...terms, specializations: { atLeast: 1 } },
      personnel: [{ id: 'base', headcount: 2, requires: { certification: 'base' } }],
    },
  ],
  ...{ reminders: { award: [], renewal: [] }, certificate: { arrives: ['P6W', 'P8W'] }, interpretations: [] },
};
type Editions = readonly object[];
type Individual = { readonly id: string; readonly exams?: readonly object[]; readonly awards?: readonly object[] };

function asked(target: object, people: readonly Individual[], more: Asked = {}): Plan {
  const body = {
    ...{ program: more.program ?? [edition], asOf: ASOF },
    individuals: people.map((facts) => ({ exams: [], ...facts })),
    partners: [
      { id: 'p1', affiliations: people.map(({ id }) => ({ individual: id, from: '2003-01-01' })), ...more.partner },
    ],
    plan: { partner: 'p1', by: more.by ?? '2005-03-14', target, alternatives: more.alternatives ?? 0 },
  };
  const question = parsePlanRequest(body, new Map());
  if (!question.ok) throw new Error(JSON.stringify(question.faults));
  const answer = plan(question.value, more.options);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

type Asked = {
  readonly program?: Editions;
  readonly partner?: object;
  readonly by?: string;
  readonly alternatives?: number;
  readonly options?: { readonly steps?: number; readonly searchSteps?: number };
};

const sat = ({ plan: way }: Plan) => way?.steps.map((step) => `${step.individual} ${step.exam}`);
const SECURITY = { specializations: ['security'] };

describe('a plan', () => {
  test('lets one individual share an exam between two job roles, the prerequisite first', () => {
    const answer = asked(SECURITY, [{ id: 'a' }, { id: 'b' }]);
    expect(sat(answer)).toEqual(['a core', 'a tunnel', 'a wall']);
    expect([answer.possible, answer.proven, answer.bound]).toEqual([true, true, 3]);
    expect(answer.plan?.outcome).toEqual([{ specialization: 'security', on: '2005-03-14', readiness: 'met' }]);
    expect(answer.plan?.allocations).toEqual([
      { on: '2005-03-14', individual: 'a', specialization: 'security', jobRole: 'se' },
      { on: '2005-03-14', individual: 'a', specialization: 'security', jobRole: 'fe' },
    ]);
  });

  test('says of a step what it is for, between which days, and where to learn', () => {
    expect(asked(SECURITY, [{ id: 'a' }]).plan?.steps.find((step) => step.exam === 'wall')).toEqual({
      ...{ individual: 'a', exam: 'wall', on: '2005-03-14', notBefore: '2004-09-16', before: '2005-03-15' },
      for: [{ specialization: 'security', jobRole: 'se', on: '2005-03-14' }],
      awards: ['walls'],
      training: [{ title: 'Walls', kind: 'course' }],
      replaced: null,
    });
  });

  test('qa#2.11: a limit costs exams', () => {
    const one = { ...edition, allocation: { maxJobRoles: 1 } };
    expect(asked(SECURITY, [{ id: 'a' }, { id: 'b' }], { program: [one] }).plan?.exams).toBe(4);
  });

  test('that needs nothing is empty', () => {
    const both = ['walls', 'tunnels'].map((certification) => ({ certification, validFrom: '2004-01-01' }));
    const answer = asked(SECURITY, [{ id: 'a', awards: both }], { alternatives: 3 });
    expect([answer.possible, answer.plan?.exams, answer.plan?.steps, answer.alternatives]).toEqual([true, 0, [], []]);
  });

  test('qa#3.10: recertifying before the end takes the exam and names the agreement', () => {
    const awards = [
      { certification: 'walls', validFrom: '2003-01-01', validUntil: '2005-01-01' },
      { certification: 'tunnels', validFrom: '2004-01-01' },
    ];
    const { plan: way } = asked(SECURITY, [{ id: 'a', awards }]);
    expect(way?.steps.map(({ exam: id, on, before }) => ({ id, on, before }))).toEqual([
      { id: 'wall', on: '2004-12-31', before: '2005-01-01' },
    ]);
    expect(way?.accepts).toEqual([{ individual: 'a', agreement: 'signed', on: '2004-12-31' }]);
  });

  test('waits after a fail as the edition asks', () => {
    const exams = [exam('core', { retake: { afterFail: 'P30D' } }), ...edition.exams.slice(1)];
    const failed = [{ exam: 'core', takenOn: '2004-09-10', result: 'fail' }];
    const answer = asked(SECURITY, [{ id: 'a', exams: failed }], { program: [{ ...edition, exams }] });
    expect(answer.plan?.steps.find((step) => step.exam === 'core')?.notBefore).toBe('2004-10-10');
  });

  test('flags an exam that is about to be replaced, with its day and what comes instead', () => {
    const sales = {
      anyOf: [
        { exam: 'sales', taken: { until: '2004-12-01' } },
        { allOf: [{ exam: 'core' }, { exam: 'wall' }] },
        { exam: 'tunnel', taken: { from: '2004-12-01' } },
      ],
    };
    const selling = { id: 'selling', name: 'Selling', ...terms, jobRoles: [role('am', sales)] };
    const program = [{ ...edition, specializations: [selling] }];
    const target = { specializations: ['selling'] };
    const { plan: first } = asked(target, [{ id: 'a' }], { program, by: '2004-11-30' });
    expect(first?.steps[0]).toMatchObject({ exam: 'sales', replaced: { until: '2004-12-01', by: 'tunnel' } });
    const { plan: then, alternatives } = asked(target, [{ id: 'a' }], { program, alternatives: 3 });
    expect(
      [then, ...alternatives].map((way) => way?.steps.map((step) => `${step.exam} before ${step.before}`)),
    ).toEqual([
      ['sales before 2004-12-01'],
      ['tunnel before 2005-03-15'],
      ['core before 2005-03-15', 'wall before 2005-03-15'],
    ]);
  });

  test('keeps pins, which take up what an individual may fill', () => {
    const able = [{ certification: 'walls', validFrom: '2004-01-01' }];
    const pinned = [{ individual: 'a', specialization: 'security', jobRole: 'se', pinned: true }];
    const answer = asked({ specializations: ['selling'] }, [{ id: 'a', awards: able }, { id: 'b' }], {
      program: [{ ...edition, allocation: { maxJobRoles: 1 } }],
      partner: { allocations: pinned },
    });
    expect(sat(answer)).toEqual(['b sales']);
    expect(answer.plan?.allocations).toContainEqual({
      ...{ on: '2005-03-14', individual: 'a', specialization: 'security', jobRole: 'se' },
    });
  });

  test('knows only what was known on its day', () => {
    const later = [{ exam: 'sales', takenOn: '2004-10-01', result: 'pass' }];
    expect(asked({ specializations: ['selling'] }, [{ id: 'a', exams: later }]).plan?.exams).toBe(1);
  });

  test('is the same whatever the order of the facts', () => {
    const people = ['a', 'b', 'c'].map((id) => ({
      id,
      exams: [{ exam: 'core', takenOn: '2004-01-01', result: 'pass' }],
    }));
    const more = { alternatives: 3 };
    expect(asked(SECURITY, people.toReversed(), more)).toEqual(asked(SECURITY, people, more));
  });
});

describe('renewals', () => {
  const holdings = [
    { specialization: 'selling', approvedOn: '2004-02-01' },
    { specialization: 'security', approvedOn: '2004-06-01' },
  ];

  test('qa#2.6: each holding is made ready on its own anniversary until the day', () => {
    const answer = asked({ renewals: true }, [{ id: 'a' }], { partner: { holdings }, by: '2005-06-01' });
    expect(answer.target.renewals).toEqual([
      { specialization: 'security', on: '2005-06-01' },
      { specialization: 'selling', on: '2005-02-01' },
    ]);
    expect(answer.plan?.steps.map((step) => [step.exam, step.before])).toEqual([
      ['sales', '2005-02-02'],
      ['core', '2005-06-02'],
      ['tunnel', '2005-06-02'],
      ['wall', '2005-06-02'],
    ]);
  });

  test('a level counts what is renewed with it, and no exam stands for an approval', () => {
    const people = ['a', 'b'].map((id) => ({ id }));
    const level = { channelLevel: 'gold' };
    const renewed = asked({ ...level, renewals: true }, people, { partner: { holdings: holdings.slice(0, 1) } });
    expect([renewed.plan?.exams, renewed.obstacles]).toEqual([3, []]);
    const lapsed = asked(level, people, { partner: { holdings: holdings.slice(0, 1) } });
    expect(lapsed.possible).toBe(false);
    expect(lapsed.obstacles).toEqual([
      { why: 'specializations-not-held', on: '2005-03-14', channelLevel: 'gold', specializations: 1, points: 0 },
    ]);
  });
});

describe('a target that no exam can make true', () => {
  test('names who is too few', () => {
    const program = [{ ...edition, allocation: { maxJobRoles: 1 } }];
    expect(asked(SECURITY, [{ id: 'a' }], { program })).toMatchObject({
      possible: false,
      plan: null,
      proven: true,
      obstacles: [{ why: 'too-few', places: 1, individuals: 1 }],
    });
  });

  test('names the exam that is too late', () => {
    const late = role('am', { exam: 'sales', taken: { until: '2004-09-01' } });
    const selling = { id: 'selling', name: 'Selling', ...terms, jobRoles: [late] };
    expect(
      asked({ specializations: ['selling'] }, [{ id: 'a' }], { program: [{ ...edition, specializations: [selling] }] })
        .obstacles,
    ).toEqual([
      {
        ...{ why: 'nobody', specialization: 'selling', jobRole: 'am', on: '2005-03-14', places: 1 },
        closed: [{ exam: 'sales', until: '2004-09-01' }],
      },
    ]);
  });

  test('counts those alone who are still there on the day', () => {
    const affiliations = [{ individual: 'a', from: '2003-01-01', until: '2005-03-14' }];
    expect(asked(SECURITY, [{ id: 'a' }], { partner: { affiliations } }).possible).toBe(false);
    expect(asked(SECURITY, [{ id: 'a' }], { partner: { affiliations }, by: '2005-03-13' }).possible).toBe(true);
  });
});

describe('out of steps', () => {
  test('a search that ends early says so, and what no plan can fall below', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    const whole = asked(SECURITY, people);
    for (const searchSteps of [0, 10, 100, 1000]) {
      const answer = asked(SECURITY, people, { options: { searchSteps } });
      expect(answer.bound).toBeLessThanOrEqual(whole.plan?.exams ?? 0);
      expect(answer.proven ? answer.plan?.exams : 3).toBe(3);
    }
  });

  test('a question that costs too much is refused', () => {
    expect(() => asked(SECURITY, [{ id: 'a' }], { options: { steps: 10 } })).toThrow(/out-of-steps/);
  });
});

describe('qa#2.1, qa#2.2: what the edition of the day before would have asked', () => {
  test('is a plan of its own under the editions before', () => {
    const body = {
      asOf: ASOF,
      individuals: [
        {
          id: 'a',
          exams: [
            { exam: '642-501', takenOn: '2004-02-01', result: 'pass' },
            { exam: '642-521', takenOn: '2004-02-01', result: 'pass' },
          ],
          awards: [{ certification: 'ccna', validFrom: '2003-06-01', validUntil: '2006-06-01' }],
        },
        { id: 'b', exams: [] },
      ],
      partners: [{ id: 'p1', affiliations: ['a', 'b'].map((individual) => ({ individual, from: '2003-01-01' })) }],
      plan: { partner: 'p1', by: '2005-03-14', target: { specializations: ['vpn-security'] }, alternatives: 0 },
    };
    const program = published.find((each) => each.program === 'cisco-channel')?.editions;
    const question = parsePlanRequest({ ...body, program }, new Map());
    if (!question.ok) throw new Error(JSON.stringify(question.faults));
    const answer = plan(question.value);
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
    // The CQS lasts two years; as exams they filled a job role for one, and would have been sat again.
    expect(answer.value.editionBefore?.edition).toBe('2003-11-03');
    expect(answer.value.editionBefore?.exams).toBeGreaterThan(answer.value.plan?.exams ?? 0);
  });

  test('is nothing where there is no edition before, or none that knows the target', () => {
    expect(asked(SECURITY, [{ id: 'a' }]).editionBefore).toBeNull();
    const before = { ...edition, edition: 'then', effectiveFrom: '2003-01-01', specializations: [], channelLevels: [] };
    expect(asked(SECURITY, [{ id: 'a' }], { program: [before, edition] }).editionBefore).toBeNull();
  });
});

describe('refuses', () => {
  const body = {
    ...{ program: [edition], asOf: ASOF, individuals: [], partners: [{ id: 'p1', affiliations: [] }] },
    plan: { partner: 'p1', by: '2005-03-14', target: SECURITY },
  };
  test.each<[string, object, readonly string[]]>([
    ['a partner that is not there', { partner: 'x' }, ['plan.partner unknown-partner']],
    ['a day that is not after', { by: ASOF }, ['plan.by not-after']],
    ['the last day of the calendar', { by: '2199-12-31' }, ['plan.by not-after']],
    ['a target with nothing in it', { target: {} }, ['plan.target no-target']],
    ['more alternatives than three', { alternatives: 4 }, ['plan.alternatives max_value']],
    ['an unknown key', { target: { ...SECURITY, all: true } }, ['plan.target.all unknown-key']],
    [
      'what the edition does not know',
      { target: { specializations: ['security', 'x'], channelLevel: 'y' } },
      ['plan.target.specializations[1] undefined', 'plan.target.channelLevel undefined'],
    ],
  ])('%s', (_, change, faults) => {
    const question = parsePlanRequest({ ...body, plan: { ...body.plan, ...change } }, new Map());
    expect(question.ok ? [] : question.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
  });
});
