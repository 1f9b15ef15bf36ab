import { describe, expect, test } from 'vitest';
import { keyed, type Loose, places, replaced, validEdition, valueAt, without } from '../../tests/editions.ts';
import { shortly } from '../../tests/faults.ts';
import { parseProgram } from '../edition/program.ts';
import { parseRequest } from './request.ts';

const edition = validEdition();
const program = parseProgram([edition]);
const published = new Map(program.ok ? [['cisco-channel', program.value]] : []);

/** A request with every key of the contract, section 2. */
function request(changes: Loose = {}): Loose {
  return structuredClone({
    program: 'cisco-channel',
    asOf: '2004-06-30',
    allocate: 'given',
    individuals: [
      {
        id: 'i1',
        exams: [{ id: 'r1', exam: '642-521', takenOn: '2003-12-01', result: 'pass' }],
        agreements: [{ agreement: 'career-certifications', acceptedOn: '2003-12-01' }],
        awards: [{ certification: 'ccie', validFrom: '2002-05-01', validUntil: '2004-05-01' }],
      },
    ],
    partners: [
      {
        id: 'p1',
        affiliations: [{ individual: 'i1', from: '2003-01-01', until: '2004-06-01' }],
        holdings: [
          { specialization: 'vpn-security', approvedOn: '2003-02-01' },
          { channelLevel: 'silver', approvedOn: '2003-02-01' },
        ],
        renewals: [
          { specialization: 'vpn-security', submittedOn: '2004-01-20', closedOn: '2004-03-01' },
          { channelLevel: 'silver', submittedOn: '2004-01-20', closedOn: '2004-03-01' },
        ],
        allocations: [
          {
            ...{ individual: 'i1', specialization: 'vpn-security', jobRole: 'fe' },
            ...{ from: '2003-01-01', until: '2004-06-01', pinned: true },
          },
        ],
        waivers: [
          { specialization: 'vpn-security', jobRole: 'fe', places: 1, from: '2003-01-01', until: '2004-06-01' },
        ],
      },
    ],
    ...changes,
  });
}

function faultsOf(body: unknown): readonly string[] {
  const outcome = parseRequest(body, published);
  return outcome.ok ? [] : outcome.faults.map(shortly);
}

test('a request with every key is read, by a published id or with the editions in it', () => {
  expect(faultsOf(request())).toEqual([]);
  expect(faultsOf(request({ program: [edition] }))).toEqual([]);
});

/** What stands in each object of the facts without and with a question mark. */
const KEYS: readonly (readonly [path: string, required: readonly string[], optional: readonly string[]])[] = [
  ['', ['program', 'asOf', 'individuals', 'partners'], ['allocate']],
  ['individuals[0]', ['id', 'exams'], ['agreements', 'awards']],
  ['individuals[0].exams[0]', ['exam', 'takenOn', 'result'], ['id']],
  ['individuals[0].agreements[0]', ['agreement', 'acceptedOn'], []],
  ['individuals[0].awards[0]', ['certification', 'validFrom'], ['validUntil']],
  ['partners[0]', ['id', 'affiliations'], ['holdings', 'renewals', 'allocations', 'waivers']],
  ['partners[0].affiliations[0]', ['individual', 'from'], ['until']],
  ['partners[0].holdings[0]', ['specialization', 'approvedOn'], []],
  ['partners[0].holdings[1]', ['approvedOn'], []],
  ['partners[0].renewals[0]', ['specialization', 'submittedOn'], ['closedOn']],
  ['partners[0].renewals[1]', ['submittedOn'], ['closedOn']],
  ['partners[0].allocations[0]', ['individual', 'specialization', 'jobRole'], ['from', 'until', 'pinned']],
  ['partners[0].waivers[0]', ['specialization', 'jobRole', 'places', 'from', 'until'], []],
];

test.each(KEYS.flatMap(([path, required]) => required.map((key) => keyed(path, key))))('%s is missed', (path) => {
  expect(faultsOf(without(request(), path))).toEqual([`${path} missing`]);
});

test.each(KEYS.flatMap(([path, , optional]) => optional.map((key) => keyed(path, key))))(
  '%s may be left out',
  (path) => {
    expect(valueAt(request(), path)).toBeDefined();
    expect(faultsOf(without(request(), path))).toEqual([]);
  },
);

test.each(['extra', 'constructor', '__proto__', 'toString'])('the unknown key %s is refused in every object', (key) => {
  const objects = places(request()).filter(({ value }) => typeof value === 'object' && !Array.isArray(value));
  const unseen = objects.flatMap(({ path }) => {
    const faults = faultsOf(replaced(request(), keyed(path, key), 1));
    return faults.join() === `${keyed(path, key)} unknown-key` ? [] : [`${path}: ${faults.join()}`];
  });
  expect(unseen).toEqual([]);
});

test.each([[[]], ['text'], [7], [true], [null]])('%j in place of an object is refused where it stands', (value) => {
  const objects = places(request()).filter((place) => typeof place.value === 'object' && !Array.isArray(place.value));
  const unseen = objects.flatMap(({ path }) => {
    const faults = faultsOf(replaced(request(), path, value));
    return faults.includes(`${path} type`) ? [] : [`${path}: ${faults.join()}`];
  });
  expect(unseen).toEqual([]);
});

test.each([[{}], ['text'], [7], [true], [null]])('%j in place of a list is refused where it stands', (value) => {
  const lists = places(request()).filter((place) => Array.isArray(place.value));
  const unseen = lists.flatMap(({ path }) => {
    const faults = faultsOf(replaced(request(), path, value));
    return faults.includes(`${path} type`) ? [] : [`${path}: ${faults.join()}`];
  });
  expect(unseen).toEqual([]);
});

const two = (list: string, entry: Loose) => request({ [list]: [entry, { ...entry, id: 'other' }, entry] });

describe('a request that is refused', () => {
  test.each<[string, Loose, readonly string[]]>([
    ['an individual twice', two('individuals', { id: 'i1', exams: [] }), ['individuals[2].id twice']],
    ['a partner twice', two('partners', { id: 'p1', affiliations: [] }), ['partners[2].id twice']],
    [
      'an edition twice',
      request({ program: [edition, edition] }),
      ['program[1].edition edition-twice', 'program[1].effectiveFrom two-editions-of-a-day'],
    ],
    [
      'editions of two programs',
      request({ program: [edition, { ...edition, edition: 'b', effectiveFrom: '2004-01-01', program: 'b' }] }),
      ['program[1].program two-programs'],
    ],
    [
      'two editions of one day',
      request({ program: [edition, { ...edition, edition: 'b' }] }),
      ['program[1].effectiveFrom two-editions-of-a-day'],
    ],
    ['no edition at all', request({ program: [] }), ['program non_empty']],
    ['a program that nobody publishes', request({ program: 'another' }), ['program unknown-program']],
    ['a program that every object has', request({ program: 'constructor' }), ['program unknown-program']],
    ['a program that is a number', request({ program: 7 }), ['program type']],
    ['a day before the first edition', request({ asOf: '2003-11-03' }), ['asOf before-the-first-edition']],
    ['a day that is none', request({ asOf: '2004-02-30' }), ['asOf date']],
    ['an instant for a day', request({ asOf: '2004-06-30T00:00:00Z' }), ['asOf date']],
    ['another way to allocate', request({ allocate: 'greedy' }), ['allocate type']],
    [
      'a result that is neither',
      replaced(request(), 'individuals[0].exams[0].result', 'maybe'),
      ['individuals[0].exams[0].result type'],
    ],
    [
      'no place waived',
      replaced(request(), 'partners[0].waivers[0].places', 0),
      ['partners[0].waivers[0].places min_value'],
    ],
    [
      'a place and a half waived',
      replaced(request(), 'partners[0].waivers[0].places', 1.5),
      ['partners[0].waivers[0].places integer'],
    ],
    [
      'a holding of both',
      replaced(request(), 'partners[0].holdings[1].specialization', 'routing'),
      ['partners[0].holdings[1].specialization unknown-key'],
    ],
    ['nothing', null, [' type']],
    ['a list', [], [' type']],
  ])('%s', (_, body, faults) => {
    expect(faultsOf(body)).toEqual(faults);
  });

  test.each([
    ['individuals[0].awards[0]', 'validFrom', 'validUntil'],
    ['partners[0].affiliations[0]', 'from', 'until'],
    ['partners[0].allocations[0]', 'from', 'until'],
    ['partners[0].renewals[0]', 'submittedOn', 'closedOn'],
    ['partners[0].renewals[1]', 'submittedOn', 'closedOn'],
    ['partners[0].waivers[0]', 'from', 'until'],
  ])('%s that ends before it begins; ending on its first day is fine', (path, from, until) => {
    const body = replaced(request(), `${path}.${from}`, '2004-02-01');
    expect(faultsOf(replaced(body, `${path}.${until}`, '2004-01-31'))).toEqual([`${path} ends-before-it-begins`]);
    expect(faultsOf(replaced(body, `${path}.${until}`, '2004-02-01'))).toEqual([]);
  });

  test('20,000 individuals and 2,000 partners, and not one more of either', () => {
    const individual = (_: unknown, index: number) => ({ id: `i${index}`, exams: [] });
    const partner = (_: unknown, index: number) => ({ id: `p${index}`, affiliations: [] });
    const body = (individuals: number, partners: number) => ({
      ...{ program: 'cisco-channel', asOf: '2004-06-30' },
      individuals: Array.from({ length: individuals }, individual),
      partners: Array.from({ length: partners }, partner),
    });
    expect(faultsOf(body(20_000, 2000))).toEqual([]);
    expect(faultsOf(body(20_001, 2001))).toEqual(['individuals too-many', 'partners too-many']);
  });

  test('faults of the program, of the facts and of the day are named at once', () => {
    const body = request({ program: [{ ...edition, name: '' }], asOf: 'today' });
    body.individuals.push({ id: 'i1', exams: [{ exam: '642-521', takenOn: '2003-13-01', result: 'pass' }] });
    body.partners[0].extra = 1;
    expect([...faultsOf(body)].sort()).toEqual([
      'asOf date',
      'individuals[1].exams[0].takenOn date',
      'individuals[1].id twice',
      'partners[0].extra unknown-key',
      'program[0].name non_empty',
    ]);
  });

  test('one hundred faults are named, no more, of however many', () => {
    const body = request({ individuals: Array.from({ length: 20_000 }, () => ({ id: 'i1', exams: 0 })), program: [0] });
    expect(faultsOf(body)).toHaveLength(100);
  });
});

describe('a request that is accepted', () => {
  test.each<[string, Loose]>([
    ['on the day of the first edition', request({ asOf: '2003-11-04' })],
    ['about nobody', request({ individuals: [], partners: [] })],
    ['with facts that no edition knows', replaced(request(), 'individuals[0].exams[0].exam', '999-999')],
    ['with facts of a later day', replaced(request(), 'individuals[0].exams[0].takenOn', '2199-12-31')],
    [
      'with the same fact twice',
      request({
        individuals: [{ id: 'i1', exams: [...request().individuals[0].exams, ...request().individuals[0].exams] }],
      }),
    ],
    [
      'with ids that every object has',
      request({
        individuals: [
          { id: '__proto__', exams: [] },
          { id: 'constructor', exams: [] },
        ],
      }),
    ],
  ])('%s', (_, body) => {
    expect(faultsOf(body)).toEqual([]);
  });
});
