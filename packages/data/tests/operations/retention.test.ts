import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append } from '../../src/ledger.ts';
import { insertAudit, insertDisclosures, purge, RETENTION, type Retention } from '../../src/operations.ts';
import type { Database, Row, Statement, Value } from '../../src/port/database.ts';
import { emptyLedgers } from '../databases.ts';
import { runs } from '../runs.ts';

const empty = await emptyLedgers();
const START = Date.parse('2004-01-01T00:00:00.000Z');
const HOUR = 3_600_000;
const at = (hours: number) => new Date(START + hours * HOUR).toISOString();
const by = (hours: number) => ({ now: at(hours), author: 'operator-1' });
const sql = (text: string, ...parameters: readonly Value[]): Statement => ({ sql: text, parameters });

/** An hour at which something happened, or that it did not. */
const hour = fc.integer({ min: 0, max: 200 });
const maybe = fc.option(hour, { nil: undefined });
const days = fc.integer({ min: 1, max: 5 });

const rows = fc.record({
  disclosures: fc.array(hour, { maxLength: 6 }),
  audit: fc.array(hour, { maxLength: 6 }),
  idempotencyKeys: fc.array(fc.record({ begun: hour, isDone: fc.boolean() }), { maxLength: 6 }),
  outbox: fc.array(fc.record({ sent: maybe, cancelled: maybe }), { maxLength: 6 }),
  inbox: fc.array(fc.record({ received: hour, settled: maybe }), { maxLength: 6 }),
});
type Rows = typeof rows extends fc.Arbitrary<infer R> ? R : never;

const retention: fc.Arbitrary<Retention> = fc.record({
  ...{ disclosures: days, audit: days, idempotencyKeys: days, outbox: days, inbox: days },
});

async function written({ disclosures, audit, idempotencyKeys, outbox, inbox }: Rows): Promise<Database> {
  const database = empty();
  const instant = (hours: number | undefined) => (hours === undefined ? null : at(hours));
  const outcome = await database.batch([
    ...insertDisclosures(
      disclosures.map((hours, n) => ({
        ...{ id: `${n}`, individual: 'i1', viewer: 'u1', at: at(hours), released: [] },
      })),
    ),
    ...insertAudit(
      audit.map((hours, n) => ({
        ...{ id: `${n}`, at: at(hours), actor: 'u1', action: 'look', subject: '', detail: null },
      })),
    ),
    ...idempotencyKeys.map(({ begun, isDone }, n) =>
      sql(
        `insert into idempotency_keys (partner_id, principal, key, request_hash, begun_at, status) values ('', 'u1', ?, 'h', ?, ?)`,
        ...[`${n}`, at(begun), isDone ? 200 : null],
      ),
    ),
    ...outbox.map(({ sent, cancelled }, n) =>
      sql(
        `insert into outbox (partner_id, id, individual_id, kind, due_on, content, sent_at, cancelled_at) values ('', ?, 'i1', 'k', '2004-01-01', '{}', ?, ?)`,
        ...[`${n}`, instant(sent), instant(cancelled)],
      ),
    ),
    ...inbox.map(({ received, settled }, n) =>
      sql(
        `insert into import_inbox (id, kind, fields, individual_id, partner_id, code, import_id, line, received_at, settled_at, outcome) values (?, 'results', '{}', 'i1', '', 'day', 'f', 1, ?, ?, ?)`,
        ...[`${n}`, at(received), instant(settled), settled === undefined ? null : 'accepted'],
      ),
    ),
  ]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return database;
}

const COLUMNS = {
  disclosures: 'id from disclosures',
  audit: 'id from audit',
  idempotencyKeys: 'key as id from idempotency_keys',
  outbox: 'id from outbox',
  inbox: 'id from import_inbox',
} as const;

async function left(database: Database): Promise<Record<keyof Retention, string[]>> {
  const ids = async (columns: string) =>
    (await database.all(sql(`select ${columns} order by 1`))).map(({ id }: Row) => String(id));
  const entries = Object.entries(COLUMNS).map(async ([name, columns]) => [name, await ids(columns)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** The ids of what happened since, or has not happened. */
function kept(hours: readonly (number | undefined)[], now: number, keeping: number): string[] {
  return hours.flatMap((each, n) => (each === undefined || each >= now - keeping * 24 ? [`${n}`] : []));
}

function expected(made: Rows, keep: Retention, now: number): Record<keyof Retention, string[]> {
  return {
    disclosures: kept(made.disclosures, now, keep.disclosures),
    audit: kept(made.audit, now, keep.audit),
    idempotencyKeys: kept(
      made.idempotencyKeys.map(({ begun }) => begun),
      now,
      keep.idempotencyKeys,
    ),
    outbox: kept(
      made.outbox.map(({ sent, cancelled }) => sent ?? cancelled),
      now,
      keep.outbox,
    ),
    inbox: kept(
      made.inbox.map(({ received, settled }) => settled ?? received),
      now,
      keep.inbox,
    ),
  };
}

const counts = (ids: Record<keyof Retention, string[]>) =>
  Object.fromEntries(Object.entries(ids).map(([name, some]) => [name, some.length]));

/** Everything that is in the database, and every purge that was written down. */
async function everything(database: Database): Promise<string> {
  const tables = ['disclosures', 'audit', 'idempotency_keys', 'outbox', 'import_inbox', 'purges', 'operation_purges'];
  return JSON.stringify(
    await Promise.all(tables.map((table) => database.all(sql(`select * from ${table} order by 1, 2, 3`)))),
  );
}

test('a purge lets go exactly what is older than its retention, and again nothing', async () => {
  await fc.assert(
    fc.asyncProperty(rows, retention, hour, async (made, keep, now) => {
      const database = await written(made);
      const before = counts(await left(database));
      const purged = await purge(database, keep, by(now));
      expect(await left(database)).toEqual(expected(made, keep, now));
      const after = counts(await left(database));
      const gone = Object.entries(before).map(([name, count]) => [name, count - (after[name] ?? 0)]);
      expect(purged).toEqual({ ok: true, value: Object.fromEntries(gone) });
      const then = await everything(database);
      expect(await purge(database, keep, by(now))).toMatchObject({ ok: true });
      expect(await everything(database)).toBe(then);
    }),
    runs(50, 1500),
  );
}, 600_000);

test('whatever was purged, the triggers keep the rest, and give up what belongs to somebody erased', async () => {
  await fc.assert(
    fc.asyncProperty(rows, retention, hour, async (made, keep, now) => {
      const database = await written(made);
      await purge(database, keep, by(now));
      const before = await left(database);
      for (const [name, columns] of Object.entries(COLUMNS)) {
        const table = columns.split(' from ')[1];
        // A request without an answer may be given up at any time.
        const isKept = name === 'idempotencyKeys' ? 'status is not null' : 'true';
        const [row] = await database.all(sql(`select count(*) as n from ${table} where ${isKept}`));
        const outcome = await database.batch([sql(`delete from ${table} where ${isKept}`)]);
        expect(outcome.ok).toBe(row?.['n'] === 0);
      }
      expect(await left(database)).toEqual(before);
      const operator = { recordedAt: at(300), author: 'operator-1', source: 'operator' } as const;
      await append(database, operator, [{ kind: 'erasure', id: 'e', individual: 'i1', erasedOn: '2004-02-01' }]);
      for (const table of ['outbox', 'import_inbox']) {
        expect(await database.batch([sql(`delete from ${table}`)])).toMatchObject({ ok: true });
      }
    }),
    runs(20, 500),
  );
});

test('settings that are no whole days, and an instant that is none, are refused', async () => {
  const database = empty();
  for (const wrong of [0, -1, 1.5, 36_501, Number.NaN]) {
    expect(await purge(database, { ...RETENTION, inbox: wrong }, by(1))).toEqual({
      ok: false,
      faults: [{ path: 'inbox', code: 'days' }],
    });
  }
  for (const now of ['2004-06-30', '', '2004-13-45T00:00:00.000Z']) {
    expect(await purge(database, RETENTION, { now, author: 'o' })).toEqual({
      ok: false,
      faults: [{ path: 'now', code: 'instant' }],
    });
  }
});
