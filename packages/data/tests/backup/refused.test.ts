import fc from 'fast-check';
import initSqlJs from 'sql.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Chain } from '../../src/backup/form.ts';
import { readBackup, restore } from '../../src/backup.ts';
import { openMemory } from '../../src/engines/sqljs.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import type { Migration } from '../../src/migrations/migration.ts';
import { type Database, DatabaseFailure } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { emptyLedgers } from '../databases.ts';
import { writeEach } from '../ledger/written.ts';
import { runs } from '../runs.ts';
import { bytesOf } from './contract.ts';

const sqlJs = await initSqlJs();
const migrations = await readMigrations();
const empty = await emptyLedgers();
const FACTS = Array.from({ length: 40 }, (_, at): Fact => {
  return { kind: 'registration', individual: `i${at}`, id: 'é', registeredOn: '2003-01-01' };
});

function opened(): Database {
  const database = openMemory(sqlJs);
  onTestFinished(() => database.close());
  return database;
}

async function ledger(): Promise<Database> {
  const database = empty();
  onTestFinished(() => database.close());
  await writeEach(database, FACTS);
  return database;
}

/** That a file is refused, and the database is left without a table. */
async function expectRefused(bytes: Uint8Array, codes: readonly string[], database = opened()): Promise<void> {
  const outcome = await restore(database, migrations, () => [bytes]);
  expect(codes).toContain(outcome.ok ? 'restored' : outcome.faults[0]?.code);
  expect(await database.all({ sql: 'select name from sqlite_master', parameters: [] })).toEqual([]);
}

/** Lines with sums that fit, whatever they say. */
async function linked(...contents: readonly object[]): Promise<Uint8Array> {
  const chain = new Chain();
  let text = '';
  for (const content of contents) text += `${await chain.link(JSON.stringify(content))} ${JSON.stringify(content)}\n`;
  return Buffer.from(text);
}

describe('a damaged back-up', () => {
  test('with a flipped bit anywhere is refused, and where in it is told', async () => {
    const sound = await bytesOf(await ledger());
    const database = opened();
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(sound);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const line = Buffer.from(sound).subarray(0, at).toString().split('\n').length;
        const fault = line === 1 ? { path: 'backup', code: 'foreign' } : { path: `line[${line}]`, code: 'damaged' };
        expect(await restore(database, migrations, () => [bytes])).toEqual({ ok: false, faults: [fault] });
      }),
      runs(60, 2000),
    );
    await expectRefused(Buffer.concat([sound, Buffer.from('x')]), ['damaged'], database);
  });

  test('that is cut off anywhere, or comes in pieces of any size', async () => {
    const sound = await bytesOf(await ledger());
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 500 }), async (end, size) => {
        await expectRefused(sound.subarray(0, end), ['foreign', 'damaged', 'broken-off']);
        const pieces = Array.from({ length: Math.ceil(sound.length / size) }, (_, at) =>
          sound.subarray(at * size, (at + 1) * size),
        );
        expect(await readBackup(pieces)).toMatchObject({ ok: true, value: { sequence: 40 } });
      }),
      runs(20, 500),
    );
  });

  test('of which a line is missing, doubled, or in another place', async () => {
    const lines = Buffer.from(await bytesOf(await ledger()))
      .toString()
      .split(/(?<=\n)/);
    const [a = '', b = '', c = '', ...more] = lines;
    const rest = more.join('');
    for (const text of [a + c + rest, a + b + b + c + rest, a + c + b + rest, lines.slice(0, -1).join('')]) {
      await expectRefused(Buffer.from(text), ['damaged', 'broken-off']);
    }
  });
});

describe('what is no back-up of this program', () => {
  const HEAD = { standing: 'back-up', form: 1, schema: migrations.map(({ name }) => name), madeAt: 'x' };
  const END = { sequence: 0, recordedAt: null, rows: {} };
  test.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', Buffer.from(''), 'foreign'],
    ['a line end', Buffer.from('\n\n'), 'foreign'],
    ['a table', Buffer.from('individual,exam\ni1,640-801\n'), 'foreign'],
    ['a database', Buffer.from(`SQLite format 3\0${'\0'.repeat(5000)}`), 'foreign'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x0a, 0xff]), 'foreign'],
    ['something else in such lines', linked({ standing: 'snapshot' }, END), 'foreign'],
    ['a newer form', linked({ ...HEAD, form: 2 }, END), 'newer-form'],
    ['a newer schema', linked({ ...HEAD, schema: [...HEAD.schema, '0099_later'] }, END), 'newer-schema'],
    ['another history', linked({ ...HEAD, schema: ['0001_other'] }, END), 'other-schema'],
    ['a page in the place of the end', linked(HEAD, { table: 'audit', columns: [], rows: [] }), 'broken-off'],
    ['rows that are not as many', linked(HEAD, { ...END, rows: { audit: 1 } }), 'damaged'],
    ['values that are none', linked(HEAD, { table: 'audit', columns: ['id'], rows: [[{}]] }, END), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    await expectRefused(await bytes, [code]);
  });

  test('tables and columns that the schema has not are refused before any statement names them', async () => {
    const page = (table: string, column: string) => ({ table, columns: [column], rows: [['x']] });
    const evil = 'audit" (id) select 1; --';
    const named = await linked(HEAD, page(evil, 'id'), { ...END, rows: { [evil]: 1 } });
    expect(await restore(opened(), migrations, () => [named])).toMatchObject({ faults: [{ code: 'other-schema' }] });
    const columned = await linked(HEAD, page('audit', evil), { ...END, rows: { audit: 1 } });
    await expect(restore(opened(), migrations, () => [columned])).rejects.toThrow(/audit has other columns/);
  });
});

describe('where a back-up does not go', () => {
  const into = async (database: Database) => {
    const bytes = await bytesOf(await ledger());
    return restore(database, migrations, () => [bytes]);
  };

  test('into a database with anything in it, which stays as it is', async () => {
    const full = await ledger();
    const before = await bytesOf(full);
    const fault = { path: 'database', code: 'not-empty' };
    expect(await into(full)).toEqual({ ok: false, faults: [{ ...fault, received: 'recordings' }] });
    expect(Buffer.compare(await bytesOf(full), before)).toBe(0);
    const foreign = opened();
    await foreign.batch([{ sql: 'create table customers (id text) strict', parameters: [] }]);
    expect(await into(foreign)).toEqual({ ok: false, faults: [{ ...fault, received: 'customers' }] });
  });

  test('into a newer schema; an older back-up is restored as it is, and migrated afterwards', async () => {
    const old = migrations.slice(0, 5);
    const source = opened();
    await migrate(source, old);
    await writeEach(source, FACTS);
    const bytes = await bytesOf(source);
    expect(await restore(empty(), migrations, () => [bytes])).toMatchObject({
      faults: [{ path: 'database', code: 'other-schema', received: migrations[5]?.name }],
    });
    const target = opened();
    await migrate(target, migrations.slice(0, 2));
    expect(await restore(target, migrations, () => [bytes])).toMatchObject({ ok: true, value: { sequence: 40 } });
    expect(await migrate(target, migrations)).toMatchObject({ from: 5, applied: migrations.slice(5).map(nameOf) });
  });

  test('a restoration that is broken off is seen, by the next start and the next restoration', async () => {
    const database = opened();
    let left = migrations.length + 2;
    const ending: Database = {
      ...database,
      batch: (statements) => {
        left -= 1;
        return left < 0 ? Promise.reject(new DatabaseFailure('stopped', 'ended')) : database.batch(statements);
      },
    };
    await expect(into(ending)).rejects.toThrow('ended');
    await expect(migrate(database, migrations)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/broken off.*Restore it again, into an empty database/),
    });
    expect(await into(database)).toMatchObject({ faults: [{ code: 'not-empty' }] });
    await expect(bytesOf(database)).rejects.toMatchObject({ code: 'corrupt' });
  });
});

const nameOf = ({ name }: Migration) => name;
