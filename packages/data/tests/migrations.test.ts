import { DatabaseSync } from 'node:sqlite';
import { build } from 'esbuild';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import { openNodeSqlite } from '../src/engines/node-sqlite.ts';
import { openMemory } from '../src/engines/sqljs.ts';
import { readMigrations } from '../src/migrations/files.ts';
import { migrate } from '../src/migrations/migrate.ts';
import { type Migration, statementsOf } from '../src/migrations/migration.ts';
import type { Database, Statement } from '../src/port/database.ts';
import { temporaryFolder } from './folder.ts';

const migrations = await readMigrations();
const sqlJs = await initSqlJs();
const statement = (sql: string): Statement => ({ sql, parameters: [] });
const schema = statement('select type, name, sql from sqlite_master order by name');
const newest = Number(migrations.at(-1)?.name.slice(0, 4));
const next = (sql: string): Migration[] => [
  ...migrations,
  {
    name: '0099_next',
    sql: `${sql}\n\ninsert into schema_versions (version, name) values (99, '0099_next');`,
  },
];

async function migrated(): Promise<Database> {
  const database = openMemory(sqlJs);
  await migrate(database, migrations);
  return database;
}

test('an empty database gets the newest schema once', async () => {
  const database = openMemory(sqlJs);
  const names = migrations.map(({ name }) => name);
  expect(await migrate(database, migrations)).toEqual({ from: 0, to: newest, applied: names });
  expect(await migrate(database, migrations)).toEqual({ from: newest, to: newest, applied: [] });
  expect(await database.all(statement('select name from schema_versions order by version'))).toEqual(
    names.map((name) => ({ name })),
  );
});

test('an older database gets what it lacks', async () => {
  const database = openMemory(sqlJs);
  await migrate(database, migrations.slice(0, 2));
  expect(await migrate(database, migrations)).toMatchObject({ from: 2, to: newest });
  expect(await database.all(schema)).toEqual(await (await migrated()).all(schema));
});

test('the files whole, as wrangler applies them, make the same schema, and ours goes on from there', async () => {
  const file = `${await temporaryFolder()}/whole.sqlite`;
  const whole = new DatabaseSync(file);
  whole.exec('create table d1_migrations (id integer primary key autoincrement, name text unique, applied_at text)');
  for (const { name, sql } of migrations) {
    whole.exec(`${sql}\ninsert into d1_migrations (name) values ('${name}.sql');`);
  }
  whole.close();
  const database = openNodeSqlite(file);
  expect(await migrate(database, migrations)).toEqual({ from: newest, to: newest, applied: [] });
  const ours = (rows: readonly object[]) =>
    rows.filter((row) => 'name' in row && !/^(d1_|sqlite_)/.test(String(row.name))).map((row) => JSON.stringify(row));
  expect(ours(await database.all(schema)).length).toBeGreaterThan(100);
  // How they stand in the schema differs by the semicolon alone.
  const bare = (rows: string[]) => rows.map((row) => row.replace(/;"}$/, '"}'));
  expect(bare(ours(await database.all(schema)))).toEqual(bare(ours(await (await migrated()).all(schema))));
  await database.close();
});

test('a bundle has the same files as the folder', async () => {
  const bundle = await build({
    stdin: {
      contents: `export { MIGRATIONS } from './src/migrations/bundled.ts';`,
      resolveDir: new URL('..', import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    loader: { '.sql': 'text' },
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  const { MIGRATIONS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(MIGRATIONS).toEqual(migrations);
});

describe('what is refused', () => {
  test('an older program refuses a newer schema', async () => {
    const database = openMemory(sqlJs);
    await migrate(database, next('create table later (id text primary key) strict;'));
    const before = await database.all(schema);
    await expect(migrate(database, migrations)).rejects.toMatchObject({
      code: 'newer-schema',
      message: expect.stringMatching(
        new RegExp(`schema 99 .0099_next.; this one knows ${newest} .* restore the back-up`),
      ),
    });
    expect(await database.all(schema)).toEqual(before);
  });

  test('another program’s database, or another history of ours, is left alone', async () => {
    const foreign = openMemory(sqlJs);
    await foreign.batch([statement('create table customers (id text) strict')]);
    await expect(migrate(foreign, migrations)).rejects.toMatchObject({
      code: 'other-schema',
      message: expect.stringContaining('customers'),
    });
    const other = await migrated();
    const renamed = migrations.map((migration, index) =>
      index === 3 ? { ...migration, name: '0004_otherwise' } : migration,
    );
    await expect(migrate(other, renamed)).rejects.toMatchObject({ code: 'other-schema' });
  });

  test('a migration that loses a row is not applied, nor any of it', async () => {
    const database = await migrated();
    await database.batch([
      statement(
        `insert into purges values ('p1', 'audit', '2004-01-01T00:00:00.000Z', '2004-02-01T00:00:00.000Z', 'operator')`,
      ),
    ]);
    const losing = next(
      'create table added (id text) strict;\n\ndrop trigger purges_not_deleted;\n\ndelete from purges;',
    );
    await expect(migrate(database, losing)).rejects.toThrow(/0099_next was not applied: it would change how many rows/);
    expect(await database.all(statement('select id from purges'))).toEqual([{ id: 'p1' }]);
    expect(await database.all(statement(`select name from sqlite_master where name = 'added'`))).toEqual([]);
    expect(await migrate(database, migrations)).toMatchObject({ from: newest, applied: [] });
  });

  test('a first one that is missing, two in the wrong order, or a blank line inside a statement', async () => {
    await expect(migrate(openMemory(sqlJs), migrations.slice(1))).rejects.toThrow(/should be number 1/);
    await expect(migrate(openMemory(sqlJs), [...migrations, ...migrations.slice(-1)])).rejects.toThrow(
      /should not follow/,
    );
    expect(() => statementsOf({ name: '0001_x', sql: 'create table x (\n\n  a text);' })).toThrow(/blank line/);
  });
});

test('what the files hold is portable and additive', () => {
  const statements = migrations.flatMap((migration) => statementsOf(migration).map(({ sql }) => sql));
  const tables = statements.filter((sql) => /^create table/.test(sql));
  expect(tables.length).toBeGreaterThan(25);
  expect(tables.filter((sql) => !/\) strict(, without rowid)?$/.test(sql))).toEqual([]);
  const forbidden = /\bcascade\b|\btemp\b|\bfts\d|^\s*(begin|pragma|drop|alter|update|delete)\b|'now'|random/im;
  const allowed = /^begin select raise.*$|^alter table \w+ add column /gm;
  expect(statements.filter((sql) => forbidden.test(sql.replaceAll(allowed, '')))).toEqual([]);
  // D1 allows no longer patterns, and five parts of a compound select.
  const patterns = statements.flatMap((sql) =>
    [...sql.matchAll(/(?:glob|like) '([^']*)'/g)].map(([, text]) => text ?? ''),
  );
  expect(patterns.filter((pattern) => pattern.length > 50)).toEqual([]);
  expect(statements.filter((sql) => sql.length > 100_000)).toEqual([]);
});

test('a partner’s id leads every key and index of a partner’s data', async () => {
  const database = await migrated();
  const tables = await database.all(statement(`select name, sql from sqlite_master where type = 'table'`));
  const ofPartners = tables.filter(({ sql }) => /^create table \w+ \(\n {2}partner_id/i.test(String(sql)));
  expect(ofPartners.length).toBeGreaterThan(15);
  expect(ofPartners.filter(({ sql }) => !/primary key \(partner_id/.test(String(sql)))).toEqual([]);
});
