import { describe, expect, onTestFinished, test } from 'vitest';
import { append, erase } from '../../src/ledger.ts';
import {
  type AuditEntry,
  abandon,
  begin,
  cancel,
  claim,
  type Disclosure,
  enqueue,
  fail,
  finish,
  insertAudit,
  insertDisclosures,
  type Message,
  placeOfEntry,
  purge,
  RETENTION,
  readAudit,
  readDisclosures,
  succeed,
} from '../../src/operations.ts';
import { openTextsNaming, recordOf } from '../../src/person.ts';
import type { Database } from '../../src/port/database.ts';
import { emptyLedgers } from '../databases.ts';
import { memoryKeys, NAME, operator, writeEverything } from '../person/everything.ts';

const at = (time: string) => `2004-06-30T${time}:00.000Z`;
const SEALED = 'v1.AAAAAAAAAAAAAAAA.AAAA';
const notSealed = { ok: false, faults: [{ code: 'guard', expected: 'not-sealed' }] };

const message = (key: string, more: Partial<Message> = {}): Message => ({
  ...{ key, individual: 'i1', kind: 'award-reminder', dueOn: '2004-06-30' },
  content: { certification: 'ccna', note: SEALED, days: 90 },
  ...more,
});
const asked = { partner: 'p1', principal: 'admin-1', key: 'k1', requestHash: 'h1' };
const entry = (id: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ id, partner: 'p1', at: at('10:00'), actor: 'admin-1', action: 'export', subject: 'people' },
  ...{ individual: 'i1', detail: { fields: ['status', 'profile'], note: SEALED } },
  ...more,
});
const disclosure = (id: string, more: Partial<Disclosure> = {}): Disclosure => ({
  ...{ id, individual: 'i1', partner: 'p1', viewer: 'admin-1', at: at('10:00'), released: ['status'] },
  ...more,
});

/** What is no fact, on an engine. `open` gives an empty database of the newest schema. */
export function operations(name: string, open: () => Promise<Database>): void {
  const opened = async () => {
    const database = await open();
    onTestFinished(() => database.close());
    return database;
  };
  describe(`operations on ${name}`, () => {
    test('the outbox: a message waits once, is one sender’s at a time, and is sent once', async () => {
      const database = await opened();
      const lease = { by: '2004-06-30', limit: 10, mostAttempts: 3 };
      const messages = [message('b'), message('a', { partner: 'p1' }), message('later', { dueOn: '2004-07-01' })];
      expect(await enqueue(database, [...messages, ...messages])).toEqual({ ok: true, value: ['b', 'a', 'later'] });
      expect(await enqueue(database, [message('b', { kind: 'another' })])).toEqual({ ok: true, value: [] });
      const claims = await Promise.all(
        [1, 2, 3].map(() => claim(database, { ...lease, limit: 1, now: at('10:00'), leaseUntil: at('10:05') })),
      );
      expect(claims.flat().toSorted((x, y) => (x.key < y.key ? -1 : 1))).toEqual([
        { ...message('a', { partner: 'p1' }), attempt: 1 },
        { ...message('b'), attempt: 1 },
      ]);
      // The first sender dies; what it says after its lease, when another has the message, is not heard.
      const again = await claim(database, { ...lease, now: at('10:05'), leaseUntil: at('10:10') });
      expect(again.map(({ key, attempt }) => [key, attempt])).toEqual([
        ['b', 2],
        ['a', 2],
      ]);
      const late = { ok: false, faults: [{ path: 'attempt', code: 'not-claimed' }] };
      expect(await succeed(database, { key: 'b', attempt: 1 }, at('10:06'))).toEqual(late);
      expect(await succeed(database, { key: 'b', attempt: 2 }, at('10:06'))).toEqual({ ok: true, value: true });
      expect(await succeed(database, { key: 'b', attempt: 2 }, at('10:07'))).toEqual(late);
      const a = { partner: 'p1', key: 'a', attempt: 2 };
      expect(await fail(database, a, { failure: '550 <i1@example.org>', retryAt: at('11:00') })).toMatchObject(
        notSealed,
      );
      expect(await fail(database, a, { failure: 'smtp-550', retryAt: at('11:00') })).toEqual({ ok: true, value: true });
      expect(await claim(database, { ...lease, now: at('10:59'), leaseUntil: at('11:05') })).toEqual([]);
      expect(await claim(database, { ...lease, now: at('11:00'), leaseUntil: at('11:05') })).toMatchObject([
        { key: 'a', attempt: 3 },
      ]);
      expect(await claim(database, { ...lease, now: at('12:00'), leaseUntil: at('12:05') })).toEqual([]);
    });

    test('the outbox: what is cancelled is not sent until it is enqueued again, and nothing to somebody erased', async () => {
      const database = await opened();
      const lease = { by: '2004-06-30', limit: 10, mostAttempts: 9, now: at('10:00'), leaseUntil: at('10:05') };
      await enqueue(database, [message('a'), message('b'), message('c')]);
      expect(await cancel(database, { keys: ['a', 'nothing'] }, at('09:00'))).toEqual({ ok: true, value: ['a'] });
      expect(await cancel(database, { partner: 'p1', keys: ['b'] }, at('09:00'))).toEqual({ ok: true, value: [] });
      expect((await claim(database, lease)).map(({ key }) => key)).toEqual(['b', 'c']);
      // It went out all the same: that is said, and it does not go out again.
      await cancel(database, { keys: ['c'] }, at('10:01'));
      expect(await succeed(database, { key: 'c', attempt: 1 }, at('10:02'))).toMatchObject({ ok: true });
      expect(
        await enqueue(
          database,
          ['a', 'b', 'c'].map((key) => message(key)),
        ),
      ).toEqual({ ok: true, value: ['a'] });
      expect((await claim(database, lease)).map(({ key }) => key)).toEqual(['a']);
      for (const content of ['Zsófia Quarterstaff', { to: 'z@example.org' }, { 'my name': 1 }, ['x'.repeat(201)]]) {
        expect(await enqueue(database, [message('d'), message('e', { content })])).toMatchObject(notSealed);
      }
      const recording = { recordedAt: at('12:00'), author: 'operator-1', source: 'operator' } as const;
      await append(database, recording, [{ kind: 'erasure', id: 'e', individual: 'i1', erasedOn: '2004-06-30' }]);
      const both = [message('f'), message('g', { individual: 'i2' }), message('h', { individual: undefined })];
      expect(await enqueue(database, both)).toEqual({ ok: true, value: ['g', 'h'] });
    });

    test('idempotency: a request is done once, answered again, and taken over when its doer died', async () => {
      const database = await opened();
      const now = { now: at('10:00'), staleBefore: at('09:59') };
      const both = await Promise.all([1, 2].map(() => begin(database, { ...asked, ...now })));
      expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { state: 'begun', begunAt: at('10:00') } }]);
      expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, faults: [{ path: 'key', code: 'in-flight' }] }]);
      const other = { ...asked, requestHash: 'h2', now: at('11:00'), staleBefore: at('11:00') };
      const another = { ok: false, faults: [{ path: 'key', code: 'another-request' }] };
      expect(await begin(database, other)).toEqual(another);
      const late = { ...asked, now: at('10:05'), staleBefore: at('10:04') };
      expect(await begin(database, late)).toEqual({ ok: true, value: { state: 'begun', begunAt: at('10:05') } });
      const receipt = { status: 201, answer: { sequence: 12, id: 'r1', name: SEALED } };
      const lost = { ok: false, faults: [{ path: 'begunAt', code: 'taken-over' }] };
      expect(await finish(database, asked, { begunAt: at('10:00'), ...receipt })).toEqual(lost);
      expect(await abandon(database, asked, at('10:00'))).toEqual(lost);
      const open = { status: 201, answer: { name: 'Zsófia Quarterstaff' } };
      expect(await finish(database, asked, { begunAt: at('10:05'), ...open })).toMatchObject(notSealed);
      expect(await finish(database, asked, { begunAt: at('10:05'), ...receipt })).toEqual({ ok: true, value: true });
      expect(await finish(database, asked, { begunAt: at('10:05'), ...receipt })).toEqual(lost);
      const replay = { ok: true, value: { state: 'answered', ...receipt } };
      expect(await begin(database, { ...asked, now: at('12:00'), staleBefore: at('12:00') })).toEqual(replay);
      expect(await begin(database, other)).toEqual(another);
      // Another principal's key of the same text is another key.
      const theirs = { ...asked, principal: 'admin-2', ...now };
      expect(await begin(database, theirs)).toMatchObject({ value: { state: 'begun' } });
      expect(await abandon(database, theirs, at('10:00'))).toEqual({ ok: true, value: true });
      expect(await begin(database, theirs)).toMatchObject({ value: { state: 'begun' } });
      expect(await finish(database, theirs, { begunAt: at('10:00'), status: 422, answer: null })).toMatchObject({
        ok: true,
      });
      expect(await begin(database, theirs)).toEqual({
        ok: true,
        value: { state: 'answered', status: 422, answer: null },
      });
    });

    test('the audit is read by time, by partner and by individual', async () => {
      const database = await opened();
      const entries = [
        entry('a'),
        entry('b', { at: at('09:00'), individual: undefined }),
        entry('c', { partner: undefined, at: at('11:00'), individual: 'i2' }),
        entry('d', { at: at('11:00') }),
      ];
      expect(await database.batch(insertAudit(entries))).toMatchObject({ ok: true });
      expect(await database.batch(insertAudit([entry('a')]))).toMatchObject({ ok: false, refusal: { code: 'unique' } });
      const open = insertAudit([entry('e', { detail: { name: 'Zsófia' } })]);
      expect(await database.batch(open)).toEqual({ ok: false, refusal: { code: 'guard', detail: 'not-sealed' } });
      const ids = async (question: Parameters<typeof readAudit>[1]) =>
        (await readAudit(database, question)).map(({ id }) => id).join('');
      expect(await readAudit(database, { limit: 2 })).toEqual([entries[1], entries[0]]);
      expect(await ids({ after: placeOfEntry(entry('a')) })).toBe('cd');
      expect(await ids({ from: at('10:00'), until: at('11:00') })).toBe('a');
      expect(await ids({ partner: 'p1' })).toBe('bad');
      expect(await ids({ individuals: ['i1', 'i3'] })).toBe('ad');
    });

    test('a person’s record is what it is in memory, and an erasure closes it', async () => {
      const [database, memory] = [await opened(), (await emptyLedgers())()];
      const [keys, others] = [await memoryKeys(), await memoryKeys()];
      await writeEverything(database, keys, 'i1');
      await writeEverything(memory, others, 'i1');
      const file = await recordOf({ ledger: database, keys }, crypto, 'i1');
      expect(file).toEqual(await recordOf({ ledger: memory, keys: others }, crypto, 'i1-earlier'));
      // Nine texts have the name.
      expect(JSON.stringify(file).split(NAME)).toHaveLength(10);
      expect(await openTextsNaming(database, ['i2'], [NAME])).toMatchObject([{ table: 'import_inbox', id: 'row-i1' }]);
      const erasure = { id: 'e', individual: 'i1', erasedOn: '2004-06-30' };
      expect(await erase({ ledger: database, keys }, operator, erasure)).toMatchObject({ ok: true });
      expect(JSON.stringify(await recordOf({ ledger: database, keys }, crypto, 'i1'))).not.toContain(NAME);
    });

    test('a purge lets go what is older, is written down, and leaves the rest to the triggers', async () => {
      const database = await opened();
      const now = '2004-07-07T10:00:00.000Z';
      const by = { now, author: 'operator-1' };
      const retention = { ...RETENTION, disclosures: 7, audit: 7, outbox: 7 };
      const shown = [disclosure('a', { at: at('09:59') }), disclosure('b', { at: at('10:00'), copiesUntil: now })];
      const many = Array.from({ length: 1100 }, (_, n) => entry(`e${n}`, { at: at('09:00') }));
      await database.batch([...insertDisclosures(shown), ...insertAudit([...many, entry('young')])]);
      await enqueue(
        database,
        ['sent', 'cancelled', 'waiting'].map((key) => message(key)),
      );
      await claim(database, { by: '2004-06-30', now, leaseUntil: now, limit: 9, mostAttempts: 9 });
      await succeed(database, { key: 'sent', attempt: 1 }, at('09:00'));
      await cancel(database, { keys: ['cancelled'] }, at('09:00'));
      const keys = ['k1', 'k2'].map((key) => ({ ...asked, key, now: at('09:00'), staleBefore: at('08:00') }));
      for (const key of keys) await begin(database, key);
      await finish(database, asked, { begunAt: at('09:00'), status: 201, answer: null });
      expect(await purge(database, { ...retention, audit: 0 }, by)).toEqual({
        ok: false,
        faults: [{ path: 'audit', code: 'days' }],
      });
      const purged = { disclosures: 1, audit: 1100, idempotencyKeys: 2, outbox: 2, inbox: 0 };
      expect(await purge(database, retention, by)).toEqual({ ok: true, value: purged });
      const none = { disclosures: 0, audit: 0, idempotencyKeys: 0, outbox: 0, inbox: 0 };
      expect(await purge(database, retention, by)).toEqual({ ok: true, value: none });
      expect(await readDisclosures(database, { individuals: ['i1', 'i2'] })).toEqual(shown.slice(1));
      expect(await readAudit(database)).toEqual([entry('young')]);
      const logs = 'select of_table, older_than from';
      const log = `${logs} purges union all ${logs} operation_purges order by 1`;
      const tables = ['audit', 'disclosures', 'idempotency_keys', 'outbox'];
      expect(await database.all({ sql: log, parameters: [] })).toEqual(
        tables.map((of_table) => ({ of_table, older_than: at('10:00') })),
      );
      for (const table of ['disclosures', 'audit', 'outbox']) {
        const all = { sql: `delete from ${table}`, parameters: [] };
        expect(await database.batch([all])).toEqual({ ok: false, refusal: { code: 'guard', detail: 'retention' } });
      }
    });
  });
}
