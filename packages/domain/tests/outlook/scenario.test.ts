import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, evaluate, type Fault, parseRequest, parseScenario, scenarioOf } from '../../src/index.ts';
import type { Question } from '../partners/oracle-scene.ts';
import { CERTIFICATIONS } from '../partners/small-editions.ts';
import { PEOPLE, plain, smallQuestion } from '../partners/small-partners.ts';
import { reordered } from '../reordered.ts';
import { runs } from '../runs.ts';

const LONG = 600_000;

function scenarioFor(body: object) {
  const asked = parseScenario(body, new Map());
  if (!asked.ok) return { faults: asked.faults };
  const answer = scenarioOf(asked.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return { answer: answer.value };
}

function evaluationOf(body: object): unknown {
  const asked = parseRequest(body, new Map());
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const answer = evaluate(asked.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

const person = fc.constantFrom(...PEOPLE, 'new');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('leaves' as const), individual: person, partner: fc.constantFrom('p1', undefined) }),
  fc.record({
    kind: fc.constant('joins' as const),
    individual: person,
    partner: fc.constantFrom('p1', 'p2'),
    record: fc.option(
      fc.subarray([...CERTIFICATIONS]).map((ids) => ({
        exams: [],
        awards: ids.map((certification) => ({ certification, validFrom: '2004-02-01' })),
      })),
      { nil: undefined },
    ),
  }),
  fc.record({ kind: fc.constant('passes' as const), individual: person, exam: fc.constantFrom('e1', 'e9') }),
  fc.record({
    kind: fc.constant('waives' as const),
    partner: fc.constant('p1'),
    specialization: fc.constantFrom('s1', 's2'),
    jobRole: fc.constantFrom('r1', 'r2'),
    places: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    kind: fc.constant('allocates' as const),
    partner: fc.constant('p1'),
    allocations: fc.array(
      fc.record({ individual: person, specialization: fc.constant('s1'), jobRole: fc.constantFrom('r1', 'r2') }),
      { maxLength: 3 },
    ),
  }),
);
const imagined = fc.record({
  changes: fc.array(change, { maxLength: 3 }),
  allocate: fc.constantFrom('given' as const, 'best' as const, undefined),
});

/** The facts with a change made by hand; of those that are accepted. */
function made({ individuals, partners, ...rest }: Question, to: Change): Question {
  const { asOf } = rest;
  const at = <F extends { readonly id: string }>(all: readonly F[], id: string, by: (facts: F) => F): F[] =>
    all.map((facts) => (facts.id === id ? by(facts) : facts));
  switch (to.kind) {
    case 'leaves': {
      const gone = partners.map((partner) => ({
        ...partner,
        affiliations: partner.affiliations.map((entry) =>
          entry.individual === to.individual &&
          (to.partner === undefined || to.partner === partner.id) &&
          entry.from <= asOf &&
          (entry.until === undefined || asOf < entry.until)
            ? { ...entry, until: asOf }
            : entry,
        ),
      }));
      return { ...rest, individuals, partners: gone };
    }
    case 'joins': {
      const newcomer = to.record === undefined ? [] : [{ id: to.individual, ...to.record }];
      const joined = at(partners, to.partner, (partner) => ({
        ...partner,
        affiliations: [...partner.affiliations, { individual: to.individual, from: asOf }],
      }));
      return { ...rest, individuals: [...individuals, ...newcomer], partners: joined };
    }
    case 'passes': {
      const exam = { exam: to.exam, takenOn: asOf, result: 'pass' as const };
      const passed = at(individuals, to.individual, (facts) => ({ ...facts, exams: [...facts.exams, exam] }));
      return { ...rest, individuals: passed, partners };
    }
    case 'waives': {
      const { specialization, jobRole, places } = to;
      const until = Temporal.PlainDate.from(asOf).add({ days: 1 }).toString();
      const waiver = { specialization, jobRole, places, from: asOf, until };
      return {
        ...rest,
        individuals,
        partners: at(partners, to.partner, (partner) => ({
          ...partner,
          waivers: [...(partner.waivers ?? []), waiver],
        })),
      };
    }
    case 'allocates':
      return {
        ...rest,
        individuals,
        partners: at(partners, to.partner, (partner) => ({ ...partner, allocations: to.allocations })),
      };
    default:
      throw new Error(`Not drawn: ${to.kind}`);
  }
}

/** What a scenario says of the evaluation itself. */
function unmarked(answer: object): unknown {
  const text = JSON.stringify(answer, (key, value) =>
    ['imagined', 'without', 'differences', 'totals'].includes(key) ? undefined : value,
  );
  return JSON.parse(text);
}

describe('a scenario', () => {
  test(
    'that imagines nothing is the evaluation, and marks nothing',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          const { answer } = scenarioFor({ ...question, scenario: {} });
          if (answer === undefined) throw new Error('Refused');
          const { without, differences, totals, ...evaluation } = answer;
          expect(JSON.stringify(evaluation)).toBe(JSON.stringify(evaluationOf(question)));
          const { program, edition, asOf } = evaluation;
          expect(without).toEqual({ program, edition, asOf });
          expect(differences).toEqual([]);
          expect(totals.specializations).toMatchObject({ fall: 0, rise: 0, without: totals.specializations.met });
        }),
        runs(60, 3_000),
      );
    },
    LONG,
  );

  test(
    'is the evaluation of the changed facts; what it marks is what differs, and the order of facts decides nothing',
    () => {
      let accepted = 0;
      let marks = 0;
      fc.assert(
        fc.property(smallQuestion, imagined, (question, drawn) => {
          const scenario = plain(drawn);
          const { answer } = scenarioFor({ ...question, scenario });
          if (answer === undefined) return;
          accepted += 1;
          const allocate = scenario.allocate ?? question.allocate;
          const changed = plain({ ...scenario.changes.reduce(made, question), allocate });
          const expected = evaluationOf(changed);
          expect(unmarked(answer)).toEqual(JSON.parse(JSON.stringify(expected)));
          const before = JSON.parse(JSON.stringify(evaluationOf(question)));
          marks += marksHold(answer, before, '');
          expect(JSON.stringify(scenarioFor({ ...reordered(question), scenario }).answer)).toBe(JSON.stringify(answer));
        }),
        runs(200, 10_000),
      );
      expect(accepted).toBeGreaterThan(40);
      expect(marks).toBeGreaterThan(200);
    },
    LONG,
  );
});

type Loose = Readonly<Record<string, unknown>>;
const NAMED = ['id', 'certification', 'specialization', 'channelLevel', 'validFrom'] as const;
const LISTS = ['individuals', 'awards', 'partners', 'specializations', 'channelLevels', 'presence', 'personnel'];

/** Holds every named entry of an answer against that of the other; says how many are marked. */
function marksHold(now: unknown, before: unknown, path: string): number {
  const value = now as Loose;
  const old = before as Loose | undefined;
  const same = JSON.stringify(unmarked(value)) === JSON.stringify(old);
  expect(value['imagined'], `${path} differs: ${!same}`).toBe(same ? undefined : true);
  let marks = same ? 0 : 1;
  for (const key of LISTS) {
    const list = value[key];
    if (!Array.isArray(list)) continue;
    const others = (Array.isArray(old?.[key]) ? old[key] : []) as Loose[];
    for (const entry of list as Loose[]) {
      const name = NAMED.find((part) => entry[part] !== undefined) ?? 'id';
      const other = others.find((candidate) => candidate[name] === entry[name]);
      marks += marksHold(entry, other, `${path}.${key}[${String(entry[name])}]`);
    }
  }
  return marks;
}

describe('a change that could have no effect is refused, with its path', () => {
  const body = {
    program: [
      {
        ...{ program: 'p', edition: 'e', name: 'P', effectiveFrom: '2004-01-01', timeZone: 'UTC', documents: [] },
        ...{ exams: [{ id: 'e1', title: 'E', technical: true }], agreements: [], certifications: [], extensions: [] },
        specializations: [
          {
            ...{ id: 's1', name: 'S', term: 'P1Y', renewalWindow: 'P90D' },
            jobRoles: [{ id: 'r1', name: 'R', kind: 'k', headcount: 1, requires: { exam: 'e1' } }],
          },
        ],
        ...{ allocation: {}, channelLevels: [], reminders: { award: [], renewal: [] } },
        ...{ certificate: { arrives: ['P6W', 'P8W'] }, interpretations: [] },
      },
    ],
    asOf: '2004-06-30',
    individuals: [{ id: 'ana', exams: [] }],
    partners: [{ id: 'p1', affiliations: [{ individual: 'ana', from: '2004-01-01', until: '2005-01-01' }] }],
  };
  const shortly = (faults: readonly Fault[] | undefined) => faults?.map(({ path, code }) => `${path} ${code}`);
  const place = { partner: 'p1', specialization: 's1', jobRole: 'r1', places: 1 };
  test.each<[object, string]>([
    [{ kind: 'leaves', individual: 'bob' }, 'individual unknown-individual'],
    [{ kind: 'leaves', individual: 'ana', partner: 'p2' }, 'partner unknown-partner'],
    [{ kind: 'leaves', individual: 'ana', on: '2004-07-01' }, 'on after-the-day'],
    [{ kind: 'leaves', individual: 'ana', on: '2003-12-31' }, 'individual not-affiliated'],
    [{ kind: 'joins', individual: 'ana', partner: 'p1' }, 'individual already-affiliated'],
    [{ kind: 'joins', individual: 'bob', partner: 'p1' }, 'individual unknown-individual'],
    [{ kind: 'joins', individual: 'ana', partner: 'p1', record: { exams: [] } }, 'record has-a-record'],
    [{ kind: 'passes', individual: 'ana', exam: 'e2' }, 'exam unknown-exam'],
    [{ kind: 'accepts', individual: 'ana', agreement: 'a' }, 'agreement unknown-agreement'],
    [{ kind: 'waives', ...place, specialization: 's2' }, 'specialization unknown-specialization'],
    [{ kind: 'waives', ...place, jobRole: 'r2' }, 'jobRole unknown-job-role'],
    [{ kind: 'allocates', partner: 'p2', allocations: [] }, 'partner unknown-partner'],
    [{ kind: 'flies' }, 'kind type'],
    [{ kind: 'constructor' }, 'kind type'],
    [{ kind: 'passes', individual: 'ana', exam: 'e1', extra: 1 }, 'extra unknown-key'],
  ])('%j', (change, fault) => {
    const fine = { kind: 'passes', individual: 'ana', exam: 'e1' };
    const { faults } = scenarioFor({ ...body, scenario: { changes: [fine, change] } });
    expect(shortly(faults)).toEqual([`scenario.changes[1].${fault}`]);
  });

  test('a change is made after those before it: who joins can pass, and who has left cannot leave', () => {
    const joins = { kind: 'joins', individual: 'bob', partner: 'p1', record: { exams: [] } };
    const passes = { kind: 'passes', individual: 'bob', exam: 'e1' };
    expect(scenarioFor({ ...body, scenario: { changes: [joins, passes] } }).faults).toBeUndefined();
    expect(shortly(scenarioFor({ ...body, scenario: { changes: [passes, joins] } }).faults)).toEqual([
      'scenario.changes[0].individual unknown-individual',
    ]);
    const leaves = { kind: 'leaves', individual: 'ana' };
    expect(shortly(scenarioFor({ ...body, scenario: { changes: [leaves, leaves] } }).faults)).toEqual([
      'scenario.changes[1].individual not-affiliated',
    ]);
  });

  test('all of them at once, the first hundred', () => {
    const changes = Array.from({ length: 150 }, () => ({ kind: 'leaves', individual: 'bob' }));
    expect(scenarioFor({ ...body, scenario: { changes } }).faults).toHaveLength(100);
    expect(shortly(scenarioFor({ ...body, scenario: { changes: [...changes, ...changes] } }).faults)).toEqual([
      'scenario.changes too-many',
    ]);
  });

  test.each<[object, string]>([
    [{ asOf: '2003-12-31' }, 'scenario.asOf before-the-first-edition'],
    [{ program: [{ ...body.program[0], effectiveFrom: '2005-01-01' }] }, 'scenario.program before-the-first-edition'],
    [{ program: [{ ...body.program[0], program: 'q' }] }, 'scenario.program another-program'],
    [{ program: 'p' }, 'scenario.program unknown-program'],
    [{ program: [] }, 'scenario.program non_empty'],
  ])('%#: another day or edition that cannot be', (scenario, fault) => {
    expect(shortly(scenarioFor({ ...body, scenario }).faults)).toEqual([fault]);
  });

  test('a place is waived on the last day but one of the calendar, and cannot be on the last', () => {
    const waives = { kind: 'waives', ...place };
    expect(scenarioFor({ ...body, scenario: { asOf: '2199-12-30', changes: [waives] } }).faults).toBeUndefined();
    expect(shortly(scenarioFor({ ...body, scenario: { asOf: '2199-12-31', changes: [waives] } }).faults)).toEqual([
      'scenario.changes[0].kind date',
    ]);
  });
});
