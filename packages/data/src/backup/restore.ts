import type { Result } from '@standing/domain';
import { appliedTo, BOOKKEEPING, ENGINES_OWN, migrate, RESTORATION, tablesOf } from '../migrations/migrate.ts';
import type { Migration } from '../migrations/migration.ts';
import { type Database, DatabaseFailure, type Statement } from '../port/database.ts';
import { MAX_PARAMETERS } from '../port/portable.ts';
import { isPage, readBackup, refused, type Summary, schemaFaults } from './check.ts';
import { type Bytes, contentsOf, type Page } from './form.ts';
import { backedUp, type Table } from './tables.ts';

/**
 * Puts a back-up into an empty database: one without tables, or with those of the back-up's schema or of an earlier one
 * and no row in them. `open` gives the file from its beginning, several times: it is read whole before anything is
 * written. The schema is then the back-up's: `migrate` comes next, and then `finishErasures`. Refused, with the database
 * as it was, as `readBackup` refuses; with `newer-schema` or `other-schema` (`path` says whether of the back-up or of
 * the database); with `not-empty` (`received` is a table with something in it, or one that is not ours). Broken off on the
 * way it throws, and leaves a database that `migrate` refuses as `corrupt`, and that no back-up goes into.
 */
export async function restore(
  database: Database,
  migrations: readonly Migration[],
  open: () => Bytes,
): Promise<Result<Summary>> {
  const read = await readBackup(open());
  if (!read.ok) return read;
  const { schema, rows } = read.value;
  const faults = schemaFaults(schema, migrations);
  if (faults.length > 0) return { ok: false, faults };
  const target = await targetFault(database, schema);
  if (target) return target;
  await migrate(database, migrations.slice(0, schema.length));
  const tables = new Map((await backedUp(database)).map((table) => [table.name, table]));
  const unknown = Object.keys(rows).find((table) => !tables.has(table));
  if (unknown !== undefined) return refused('backup', 'other-schema', undefined, unknown);
  await fill(database, tables, rows, open);
  return read;
}

/** What keeps the back-up out of the database. */
async function targetFault(database: Database, schema: readonly string[]): Promise<Result<never> | undefined> {
  const tables = await tablesOf(database);
  const applied = await appliedTo(database);
  const full = (table: string) => refused('database', 'not-empty', undefined, table);
  if (tables[0] !== undefined && applied.length === 0) return full(tables[0]);
  for (const table of tables) {
    if (BOOKKEEPING.has(table)) continue;
    const [row] = await database.all(plain(`select 1 as n from "${table}" limit 1`));
    if (row !== undefined || table === RESTORATION) return full(table);
  }
  const other = applied.find((name, index) => name !== schema[index]);
  return other === undefined ? undefined : refused('database', 'other-schema', schema.at(-1), other);
}

/**
 * The triggers are away meanwhile, for they judge what is new: a decision beside one that was taken back would be
 * refused. References, keys and checks hold. What is no fact comes last, for it may refer to facts.
 */
async function fill(
  database: Database,
  tables: ReadonlyMap<string, Table>,
  counts: Summary['rows'],
  open: () => Bytes,
): Promise<void> {
  const triggers = await database.all(
    plain(`select name, tbl_name, sql from sqlite_master where type = 'trigger' order by rowid`),
  );
  const ours = triggers.filter(({ tbl_name }) => !ENGINES_OWN.test(String(tbl_name)));
  await write(database, [
    plain(`create table ${RESTORATION} (one integer primary key) strict`),
    ...ours.map(({ name }) => plain(`drop trigger "${name}"`)),
  ]);
  for (const isFacts of [true, false]) {
    for await (const { content } of contentsOf(open())) {
      if (!isPage(content)) continue;
      const table = tables.get(content.table);
      if (table?.isFacts === isFacts) await write(database, insertsOf(table, content));
    }
  }
  for (const [table, count] of Object.entries(counts)) {
    const [row] = await database.all(plain(`select count(*) as n from "${table}"`));
    if (row?.['n'] !== count) throw notWhole(`${table} has ${row?.['n']} rows, not ${count}`);
  }
  await write(database, [...ours.map(({ sql }) => plain(String(sql))), plain(`drop table ${RESTORATION}`)]);
}

function insertsOf({ name, columns }: Table, page: Page): Statement[] {
  // The names go into the statement: they are the table's own, or nothing is written.
  if (page.columns.join() !== columns.join()) throw notWhole(`${name} has other columns`);
  const many = Math.floor(MAX_PARAMETERS / columns.length);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const into = `insert into "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) values `;
  return Array.from({ length: Math.ceil(page.rows.length / many) }, (_, at) => {
    const rows = page.rows.slice(at * many, (at + 1) * many);
    return { sql: into + rows.map(() => row).join(', '), parameters: rows.flat() };
  });
}

async function write(database: Database, statements: readonly Statement[]): Promise<void> {
  const outcome = await database.batch(statements);
  if (!outcome.ok) throw notWhole(`${outcome.refusal.code} ${outcome.refusal.detail}`);
}

function notWhole(why: string): DatabaseFailure {
  return new DatabaseFailure('corrupt', `The back-up does not go into the database, which is not whole now: ${why}.`);
}

function plain(sql: string): Statement {
  return { sql, parameters: [] };
}
