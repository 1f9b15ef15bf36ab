import { evaluate } from '@standing/domain';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type DueDay, dueBetween, rebuild, refresh, verify } from '../../src/due.ts';
import { append, load } from '../../src/ledger.ts';
import type { Database } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { emptyLedgers } from '../databases.ts';
import { ordered, world } from '../ledger/worlds.ts';
import { instant, program, writeEach } from '../ledger/written.ts';
import { runs } from '../runs.ts';

vi.setConfig({ testTimeout: 1_800_000 });
const empty = await emptyLedgers();
const FROM = '2003-12-01';
const question = { program, from: FROM, now: instant(0) };
const ALL = { program: program.id, from: '1900-01-01', by: '2199-12-31' };
const plain = ({ individual, partner, kind, subject, detail, about, dueOn }: DueDay) =>
  [partner, individual, kind, subject, detail, about, dueOn].join(' ');

/** What the straight line says is due, asked of everybody. */
async function replayed(database: Database, asOf: string): Promise<string[]> {
  const people = { individuals: ['i1', 'i2', 'i3', 'I2'] };
  const { individuals } = (await load(database, people)).facts;
  const { partners } = (await load(database, { partners: ['p1', 'p2'] })).facts;
  const day = Date.parse(`${asOf}T00:00:00Z`) / 86_400_000;
  const answer = evaluate({ program, asOf: day, allocate: 'given', individuals, partners });
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const awards = answer.value.individuals.flatMap(({ id, awards: own }) =>
    own.flatMap(({ certification, validUntil, reminders }) =>
      validUntil === null
        ? []
        : [
            ` ${id} award-end ${certification}  ${validUntil} ${validUntil}`,
            ...reminders.map(({ kind, on }) => ` ${id} award-reminder ${certification} ${kind} ${validUntil} ${on}`),
          ],
    ),
  );
  const held = answer.value.partners.flatMap(({ id, specializations, channelLevels }) =>
    [
      ...specializations.map((each) => [`specialization/${each.specialization}`, each.anniversary] as const),
      ...channelLevels.map((each) => [`channel-level/${each.channelLevel}`, each.anniversary] as const),
    ].flatMap(([subject, day_]) => (day_ === null ? [] : [`${id}  anniversary ${subject}  ${day_} ${day_}`])),
  );
  return [...awards, ...held].sort();
}

const asOf = fc
  .integer({ min: 0, max: 1500 })
  .map((after) => new Date(Date.parse(`${FROM}T00:00:00Z`) + after * 86_400_000).toISOString().slice(0, 10));

test('the projection says on every day what a replay of everybody says, however it came about', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.nat(25), fc.array(asOf, { minLength: 4, maxLength: 4 }), async (made, cut, days) => {
      const facts = ordered(made, [0]);
      const database = empty();
      await writeEach(database, facts.slice(0, cut));
      await refresh(database, question);
      await writeEach(database, facts.slice(cut));
      expect((await verify(database, program)).ok).toBe(facts.length <= cut);
      await refresh(database, question);
      for (const day of [FROM, ...days]) {
        const due = await dueBetween(database, { ...ALL, asOf: day });
        expect(due.map(plain).sort()).toEqual(await replayed(database, day));
      }
      expect(await verify(database, program)).toEqual({ ok: true, value: [] });
      const stored = await dump(database);
      await rebuild(database, question);
      expect(await dump(database)).toBe(stored);
      await database.close();
    }),
    runs(25, 2000),
  );
});

async function dump(database: Database): Promise<string> {
  return JSON.stringify(await database.all({ sql: 'select * from due_days', parameters: [] }));
}

const PASS: Fact = {
  ...{ kind: 'verified-award', individual: 'i1', id: 'a', certification: 'ccna' },
  ...{ validFrom: '2003-12-01', validUntil: '2006-12-01' },
};
const HELD: Fact = {
  ...{ kind: 'holding', partner: 'p1', id: 'h', specialization: 'vpn-security', approvedOn: '2004-02-01' },
};

test('who is due is found by day, and moves with what is recorded', async () => {
  const database = empty();
  await writeEach(database, [PASS, HELD]);
  await refresh(database, question);
  const ask = async (by: string) => dueBetween(database, { ...ALL, from: '2004-01-01', by, asOf: '2004-06-30' });
  const anniversary = { partner: 'p1', kind: 'anniversary', about: '2005-02-01', dueOn: '2005-02-01' };
  expect(await ask('2006-01-01')).toMatchObject([anniversary]);
  expect(await ask('2006-06-01')).toMatchObject([
    anniversary,
    { individual: 'i1', kind: 'award-reminder', detail: 'P6M', about: '2006-12-01', dueOn: '2006-06-01' },
  ]);
  const operator = { recordedAt: instant(9), author: 'operator-1', source: 'operator' } as const;
  const back = { of: 'verified-award', fact: 'a', reason: 'wrong-individual' };
  await append(database, operator, [{ kind: 'void', individual: 'i1', ...back }]);
  await refresh(database, question);
  expect(await ask('2006-06-01')).toMatchObject([anniversary]);
});

test('verify names what is missing, what is wrong and what is nobody’s', async () => {
  const database = empty();
  await writeEach(database, [PASS, HELD]);
  await refresh(database, question);
  const run = (sql: string) => database.batch([{ sql, parameters: [] }]);
  await run(`delete from due_days where kind = 'anniversary'`);
  await run(`update due_days set due_on = '2006-01-01' where detail = 'P6M'`);
  await run(
    `insert into due_days values ('', 'i9', '${program.id}', 'award-end', 'ccna', '', '2004-01-01', '2004-01-01', '2004-01-01', null)`,
  );
  const found = await verify(database, program);
  expect(found.ok && found.value).toHaveLength(3);
  expect(found).toMatchObject({
    value: expect.arrayContaining(
      [
        { replayed: { partner: 'p1', kind: 'anniversary' } },
        { stored: { dueOn: '2006-01-01' }, replayed: { dueOn: '2006-06-01' } },
        { stored: { individual: 'i9' } },
      ].map((each) =>
        expect.objectContaining(
          Object.fromEntries(Object.entries(each).map(([key, value]) => [key, expect.objectContaining(value)])),
        ),
      ),
    ),
  });
  await rebuild(database, question);
  expect(await verify(database, program)).toEqual({ ok: true, value: [] });
});

test('it is made anew for other editions, and for an earlier day', async () => {
  const database = empty();
  await writeEach(database, [PASS, HELD]);
  const later = { ...question, from: '2006-01-01' };
  await refresh(database, later);
  expect(await dueBetween(database, { ...ALL, asOf: '2005-01-01' })).toEqual([]);
  await refresh(database, question);
  expect(await dueBetween(database, { ...ALL, asOf: '2005-01-01' })).not.toEqual([]);
  await refresh(database, later);
  expect(await dueBetween(database, { ...ALL, asOf: '2005-01-01' })).not.toEqual([]);
  const { editions } = program;
  const other = { ...program, editions: editions.slice(0, 1) };
  expect(editions.length === 1 || !(await verify(database, other)).ok).toBe(true);
});
