import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { D1Binding } from '../../src/engines/d1.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { backups } from '../backup/contract.ts';
import { emptyLedgers } from '../databases.ts';
import { type Edge, startEdge } from '../edge/edge.ts';
import { temporaryFolder } from '../folder.ts';
import { MISSING, SERVER, startServer } from '../libsql/server.ts';
import { contract } from './contract.ts';
import { sameImport } from './import.ts';
import { sameLedger } from './ledger.ts';
import { operations } from './operations.ts';

// The time limit of everything here: a workerd that does not start would wait for ever.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const started: { edge?: Edge } = {};
const edge = (): Edge => {
  if (!started.edge) throw new Error('workerd does not run');
  return started.edge;
};

beforeAll(async () => {
  started.edge = await startEdge();
});
afterAll(() => started.edge?.stop());

contract('D1', async () => edge().open(edge().next('d1')));
contract('a Durable Object', async () => edge().open(edge().next('object')));

const migrated = async (engine: 'd1' | 'object') => {
  const path = edge().next(engine);
  await edge().migrate(path);
  return edge().open(path);
};
sameLedger('D1', () => migrated('d1'));
sameLedger('a Durable Object', () => migrated('object'));
operations('D1', () => migrated('d1'));
operations('a Durable Object', () => migrated('object'));
sameImport('D1', () => migrated('d1'));
sameImport('a Durable Object', () => migrated('object'));

backups('D1', async () => edge().open(edge().next('d1')));
backups('a Durable Object', async () => edge().open(edge().next('object')));

const migrations = await readMigrations();
const schema = { sql: `select type, name, sql from sqlite_master order by name`, parameters: [] };
const ours = (rows: readonly object[]) =>
  rows.map((row) => JSON.stringify(row).replace(/;"}$/, '"}')).filter((row) => !/"name":"(_cf|d1_|sqlite_)/.test(row));
const expected = ours(await (await emptyLedgers())().all(schema));

describe.each(['d1', 'object'] as const)('the migrations in %s', (engine) => {
  test('make the schema of every other engine, once', async () => {
    const path = edge().next(engine);
    const names = migrations.map(({ name }) => name);
    expect(await edge().migrate(path)).toEqual({ from: 0, to: names.length, applied: names });
    expect(await edge().migrate(path)).toEqual({ from: names.length, to: names.length, applied: [] });
    expect(ours(await edge().open(path).all(schema))).toEqual(expected);
  });
});

test('what wrangler would apply, the files whole, is the same schema, and ours has nothing to add', async () => {
  const path = edge().next('d1');
  const binding = (await edge().miniflare.getD1Database(path.replace('/d1/', ''))) as unknown as D1Binding;
  const run = (sql: string) => binding.prepare(sql).all();
  await run('create table d1_migrations (id integer primary key autoincrement, name text unique, applied_at text)');
  for (const { name, sql } of migrations) {
    await run(`${sql}\ninsert into d1_migrations (name) values ('${name}.sql');`);
  }
  expect(ours(await edge().open(path).all(schema))).toEqual(expected);
  expect(await edge().migrate(path)).toMatchObject({ from: migrations.length, applied: [] });
});

test.skipIf(SERVER === undefined)(
  `a worker asks a libSQL server${SERVER === undefined ? ` (${MISSING})` : ''}`,
  async () => {
    const server = await startServer({ folder: await temporaryFolder() });
    onTestFinished(() => server.stop());
    const path = `/libsql/${encodeURIComponent(server.url)}`;
    expect(await edge().migrate(path)).toMatchObject({ from: 0, to: migrations.length });
    expect(ours(await edge().open(path).all(schema))).toEqual(expected);
    await server.stop();
    await expect(edge().open(path).all(schema)).rejects.toMatchObject({ code: 'unreachable' });
  },
);

test.each(['d1', 'object'] as const)('%s keeps what was answered when workerd ends and starts anew', async (engine) => {
  const folder = await temporaryFolder();
  const first = await startEdge(folder);
  const path = first.next(engine);
  await first.migrate(path);
  const insert = `insert into recordings values ('', 1, '2004-06-30T12:00:00.000Z', 'feed', 'operator') returning sequence`;
  expect(await first.open(path).batch([{ sql: insert, parameters: [] }])).toEqual({
    ok: true,
    rows: [[{ sequence: 1 }]],
  });
  await first.stop();
  const second = await startEdge(folder);
  const database = second.open(path);
  expect(await database.all({ sql: 'select author from recordings', parameters: [] })).toEqual([{ author: 'feed' }]);
  await second.stop();
});
