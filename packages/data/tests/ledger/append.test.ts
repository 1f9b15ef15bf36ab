import { describe, expect, test } from 'vitest';
import { append, cutAt, load, read } from '../../src/ledger.ts';
import { readEnd, selectEnds } from '../../src/statements/correction.ts';
import { editions } from '../../src/statements/edition.ts';
import { type Fact, insertFacts } from '../../src/statements/kinds.ts';
import { insertRecording, type Recording } from '../../src/statements/recording.ts';
import { emptyLedgers } from '../databases.ts';
import { INDIVIDUALS, PARTNERS } from './every-kind.ts';

const empty = await emptyLedgers();
const at = '2004-06-30T12:00:00.000Z';
const program: Recording = { recordedAt: at, author: 'feed-1', source: 'testing-center' };
const partner: Recording = { partner: 'p1', recordedAt: at, author: 'admin-1', source: 'partner' };

const days = { from: '2004-01-01', until: '2005-01-01' };
const held = { specialization: 'vpn-security' } as const;
const role = { specialization: 'vpn-security', jobRole: 'field-engineer' };
const ofI1 = { individual: 'i1' };
const ofP1 = { partner: 'p1' };

describe('every kind of fact', () => {
  test('comes back as it was appended', async () => {
    const database = empty();
    const ofIndividuals = INDIVIDUALS.flatMap(([, facts]) => facts);
    const ofPartners = PARTNERS.flatMap(([, facts]) => facts);
    expect(await append(database, program, ofIndividuals.toReversed())).toEqual({
      ok: true,
      value: { sequence: 1, recordedAt: at },
    });
    // Erased: the profile that is written first can stay, another one cannot come.
    expect(await append(database, partner, ofPartners.toReversed())).toMatchObject({
      ok: true,
      value: { sequence: 2 },
    });
    const cut = await cutAt(database);
    expect(cut).toEqual({ sequence: 2, recordedAt: at, asOf: undefined });
    for (const [kind, facts] of INDIVIDUALS) expect(await read(database, kind, ofIndividual, cut)).toEqual(facts);
    for (const [kind, facts] of PARTNERS) {
      expect(await read(database, kind, { partners: ['p1'] }, cut)).toEqual(facts);
      expect(await read(database, kind, 'all', cut)).toEqual(facts);
      expect(await read(database, kind, { partners: ['p2'] }, cut)).toEqual([]);
    }
  });

  test('an edition is the program’s', async () => {
    const database = empty();
    const edition: Fact = {
      ...{ kind: 'edition', id: 'cisco-channel/1', partner: '', program: 'cisco-channel', edition: '1' },
      ...{ effectiveFrom: '2003-11-04', document: '{}', hash: 'h' },
    };
    expect(await append(database, program, [edition])).toMatchObject({ ok: true });
    expect(await read(database, editions, { partners: [''] }, await cutAt(database))).toEqual([edition]);
  });

  test.each([...INDIVIDUALS, ...PARTNERS].map(([kind, facts]) => [kind.kind, kind, facts[0] as Fact] as const))(
    '%s can be taken back once',
    async (name, kind, fact) => {
      const database = empty();
      const isPartners = PARTNERS.some(([other]) => other === kind);
      const recording = isPartners ? partner : program;
      const facts = (isPartners ? PARTNERS : INDIVIDUALS).flatMap(([, some]) => some);
      await append(database, recording, facts);
      const owner = isPartners ? ofP1 : ofI1;
      const back: Fact = { kind: 'void', ...owner, of: name, fact: 'a', reason: 'mistake' };
      // What was erased is gone: no void brings it back.
      const isPossible = name !== 'erasure';
      const outcome = await append(database, recording, [back]);
      expect(outcome.ok).toBe(isPossible);
      const left = await read(database, kind, 'all', await cutAt(database));
      expect(left).toHaveLength(facts.filter((other) => other.kind === fact.kind).length - (isPossible ? 1 : 0));
      expect(await append(database, recording, [back])).toMatchObject({ ok: false });
    },
  );
});

const ofIndividual = { individuals: ['i1'] };

describe('what is refused', () => {
  const result = (more: object = {}): Fact =>
    ({ kind: 'exam-result', id: 'r1', ...ofI1, exam: 'x', takenOn: '2003-12-01', result: 'pass', ...more }) as Fact;
  const affiliation = (more: object = {}): Fact =>
    ({ kind: 'affiliation', id: 'a1', ...ofP1, ...ofI1, ...days, ...more }) as Fact;

  test.each<[string, Recording, readonly Fact[], object]>([
    ['nothing to record', program, [], { path: 'facts', code: 'no-facts' }],
    [
      'an instant of another form',
      { ...program, recordedAt: '2004-06-30' },
      [result()],
      { path: 'recordedAt', code: 'instant' },
    ],
    [
      'another partner’s fact',
      partner,
      [affiliation(), affiliation({ partner: 'p2' })],
      { path: 'facts[1]', code: 'another-book' },
    ],
    ['an individual’s fact in a partner’s book', partner, [result()], { code: 'another-book' }],
    ['a partner’s fact in the program’s book', program, [affiliation()], { code: 'another-book' }],
    ['two facts of one id', program, [result(), result()], { code: 'unique' }],
    [
      'a result that a partner writes',
      { ...program, source: 'partner' },
      [result()],
      { code: 'guard', expected: 'source' },
    ],
    ['a day that is none', program, [result({ takenOn: '2004-02-30' })], { code: 'check' }],
    ['a day outside of the calendar', program, [result({ takenOn: '2200-01-01' })], { code: 'check' }],
    ['the day “now”', program, [result({ takenOn: 'now' })], { code: 'check' }],
    ['a result that is neither', program, [result({ result: 'maybe' })], { code: 'check' }],
    ['an empty id', program, [result({ id: '' })], { code: 'check' }],
    ['half a character', program, [result({ exam: '\uDC00' })], { code: 'text' }],
    ['what ends before it begins', partner, [affiliation({ until: '2003-12-31' })], { code: 'check' }],
    [
      'an end before the beginning',
      partner,
      [affiliation(), { kind: 'end', id: 'e1', ...ofP1, of: 'affiliation', fact: 'a1', until: '2003-12-31' }],
      { code: 'guard', expected: 'ends-nothing' },
    ],
    [
      'an end of nothing',
      partner,
      [{ kind: 'end', id: 'e1', ...ofP1, of: 'affiliation', fact: 'a1', until: '2004-12-31' }],
      { code: 'guard', expected: 'ends-nothing' },
    ],
    [
      'a void of nothing',
      partner,
      [{ kind: 'void', ...ofP1, of: 'affiliation', fact: 'a1', reason: 'mistake' }],
      { code: 'guard', expected: 'voids-nothing' },
    ],
    [
      'a void without a reason',
      partner,
      [affiliation(), { kind: 'void', ...ofP1, of: 'affiliation', fact: 'a1', reason: '' }],
      { path: 'facts[1].reason', code: 'not-sealed' },
    ],
    [
      'a pin without a reason',
      partner,
      [{ kind: 'allocation', id: 'l1', ...ofP1, ...ofI1, ...role, pinned: true }],
      { code: 'check', expected: 'pin_with_reason' },
    ],
    [
      'a confirmation of no affiliation',
      partner,
      [{ kind: 'confirmation', id: 'c1', ...ofP1, ...ofI1, affiliation: 'a1', confirmedOn: '2004-01-02' }],
      { code: 'reference' },
    ],
  ])('%s', async (_, recording, facts, fault) => {
    const database = empty();
    expect(await append(database, recording, facts)).toMatchObject({ ok: false, faults: [fault] });
    expect(await cutAt(database)).toMatchObject({ sequence: 0, recordedAt: null });
  });

  test('a second decision, until the first is taken back', async () => {
    const database = empty();
    await append(
      database,
      partner,
      PARTNERS.flatMap(([, facts]) => facts),
    );
    const decision: Fact = {
      ...{ kind: 'decision', id: 'b', ...ofP1, application: 'a' },
      ...{ outcome: 'refused', decidedOn: '2004-03-02', reason: 'two places short' },
    };
    expect(await append(database, partner, [decision])).toMatchObject({
      ok: false,
      faults: [{ code: 'guard', expected: 'decided-already' }],
    });
    await append(database, partner, [{ kind: 'void', ...ofP1, of: 'decision', fact: 'a', reason: 'wrong partner' }]);
    expect(await append(database, partner, [decision])).toMatchObject({ ok: true });
  });

  const OPEN = 'Zsófia asked for it';
  const SEALED = 'v1.AAAAAAAAAAAAAAAA.AAAA';
  const individuals = (reason: string): Fact[] => [
    { kind: 'void', ...ofI1, of: 'grant', fact: 'a', reason },
    { kind: 'end', id: 'z', ...ofI1, of: 'grant', fact: 'b', until: '2004-06-01', reason },
  ];
  const partners = (reason: string): Fact[] => [
    { kind: 'void', ...ofP1, of: 'affiliation', fact: 'a', reason },
    { kind: 'end', id: 'z', ...ofP1, of: 'contact', fact: 'a', until: '2004-06-01', reason },
    { kind: 'allocation', id: 'z', ...ofP1, ...ofI1, ...role, pinned: true, reason },
    { kind: 'request', id: 'z', ...ofP1, ...ofI1, scope: 'status', requestedOn: '2004-01-02', reason },
  ];

  test('a reason about an individual in the open: it is a code, or sealed', async () => {
    for (const [recording, facts] of [
      [program, individuals],
      [partner, partners],
    ] as const) {
      for (const index of facts('').keys()) {
        const database = empty();
        const all = (recording === program ? INDIVIDUALS : PARTNERS).flatMap(([, some]) => some);
        await append(database, recording, all);
        const one = (reason: string) => facts(reason).slice(index, index + 1);
        const refused = { ok: false, faults: [{ path: 'facts[0].reason', code: 'not-sealed' }] };
        for (const open of [OPEN, 'zsofia', '']) {
          expect(await append(database, recording, one(open))).toEqual(refused);
        }
        // Whoever goes past `append` is refused by the table.
        const past = await database.batch([insertRecording(recording), ...insertFacts(one(OPEN))]);
        expect(past).toEqual({ ok: false, refusal: { code: 'guard', detail: 'not-sealed' } });
        expect(await append(database, recording, one(SEALED))).toMatchObject({ ok: true });
      }
    }
  });

  test('a profile of someone erased', async () => {
    const database = empty();
    await append(database, program, [{ kind: 'erasure', id: 'x', ...ofI1, erasedOn: '2004-01-01' }]);
    const profile: Fact = { kind: 'profile', id: 'a', ...ofI1, from: '2004-01-01', sealed: 'v1.x' };
    expect(await append(database, program, [profile])).toMatchObject({ ok: false, faults: [{ expected: 'erased' }] });
  });
});

test('a clock that was set back does not change what was known', async () => {
  const database = empty();
  const fact = (id: string): Fact => ({ kind: 'registration', id, individual: id, registeredOn: '2003-01-01' });
  await append(database, { ...program, recordedAt: '2004-06-30T12:00:00.000Z' }, [fact('i1')]);
  const late = await append(database, { ...program, recordedAt: '2004-06-30T11:00:00.000Z' }, [fact('i2')]);
  expect(late).toEqual({ ok: true, value: { sequence: 2, recordedAt: '2004-06-30T12:00:00.000Z' } });
  const known = await load(database, { individuals: ['i1', 'i2'] }, { knownAt: '2004-06-30T11:30:00.000Z' });
  expect(known).toMatchObject({ facts: { individuals: [] }, sequence: 0, recordedAt: null });
});

test('of several ends the earliest counts, and one that is taken back does not', async () => {
  const database = empty();
  const end = (id: string, until: string): Fact => ({ kind: 'end', id, ...ofP1, of: 'affiliation', fact: 'a', until });
  await append(database, partner, [
    { kind: 'affiliation', id: 'a', ...ofP1, ...ofI1, from: '2004-01-01' },
    end('e1', '2004-09-01'),
    end('e2', '2004-05-01'),
    end('e3', '2004-07-01'),
  ]);
  const until = async () =>
    (await load(database, { partners: ['p1'] })).facts.partners[0]?.affiliations.map((each) => each.until);
  expect(await until()).toEqual(['2004-05-01']);
  await append(database, partner, [{ kind: 'void', ...ofP1, of: 'end', fact: 'e2', reason: 'mistake' }]);
  expect(await until()).toEqual(['2004-07-01']);
  const ends = await database.all(selectEnds({ partners: ['p1'] }, await cutAt(database)));
  expect(
    ends
      .map(readEnd)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['e1', 'e3']);
});

test('where an individual works elsewhere is told, and nothing else of that partner', async () => {
  const database = empty();
  await append(database, partner, [{ kind: 'affiliation', id: 'a', ...ofP1, ...ofI1, from: '2004-01-01' }]);
  await append(database, { ...partner, partner: 'p2' }, [
    { kind: 'affiliation', id: 'a', partner: 'p2', ...ofI1, from: '2004-02-01' },
    { kind: 'holding', id: 'a', partner: 'p2', ...held, approvedOn: '2004-02-01' },
    { kind: 'end', id: 'e', partner: 'p2', of: 'affiliation', fact: 'a', until: '2004-03-01' },
  ]);
  const { facts, elsewhere } = await load(database, { partners: ['p1'] });
  expect(facts.partners.map(({ id }) => id)).toEqual(['p1']);
  expect(elsewhere).toEqual([
    {
      ...{ id: 'p2', affiliations: [{ individual: 'i1', from: '2004-02-01', until: '2004-03-01' }] },
      ...{ holdings: [], renewals: [], allocations: [], waivers: [] },
    },
  ]);
});
