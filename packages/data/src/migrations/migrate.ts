import { type Database, DatabaseFailure, type Row, type Statement } from '../port/database.ts';
import { checkNumbers, type Migration, statementsOf, versionOf } from './migration.ts';

/** What was there before, and which migrations were applied now. */
export type Migrated = { readonly from: number; readonly to: number; readonly applied: readonly string[] };

/** Tables that engines keep for themselves; the rest is the schema's. */
export const ENGINES_OWN = /^(sqlite_|_cf_|d1_|journal_position$)/;
/** A table that is there while a back-up is being restored: who finds it finds a database that is not whole. */
export const RESTORATION = 'restoration';
/** They grow with each migration. */
export const BOOKKEEPING = new Set(['schema_versions', 'schema_counts']);

/**
 * Brings a database to the newest schema, one migration a batch. Within that batch the rows of every table are counted
 * again: a migration that lost or doubled one is not applied. What `wrangler d1 migrations apply` did counts as done:
 * the files record their version themselves. Throws a `DatabaseFailure`: `newer-schema` where a newer program was here,
 * `other-schema` where the database is not ours, `broken` where a migration fails.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<Migrated> {
  checkNumbers(migrations);
  const applied = await checkedCount(database, migrations);
  const pending = migrations.slice(applied);
  for (const migration of pending) await apply(database, migration);
  const [from, to] = [migrations[applied - 1], migrations.at(-1)].map((last) => (last ? versionOf(last) : 0));
  return { from: from ?? 0, to: to ?? 0, applied: pending.map(({ name }) => name) };
}

/** The schema that a database has (0: it is empty), and the newest one. Throws as `migrate` does, and changes nothing. */
export async function schemaOf(
  database: Database,
  migrations: readonly Migration[],
): Promise<{ readonly version: number; readonly newest: number }> {
  checkNumbers(migrations);
  const applied = migrations[(await checkedCount(database, migrations)) - 1];
  const last = migrations.at(-1);
  return { version: applied ? versionOf(applied) : 0, newest: last ? versionOf(last) : 0 };
}

/** How many of them were applied before; they are the first. */
async function checkedCount(database: Database, migrations: readonly Migration[]): Promise<number> {
  const tables = await tablesOf(database);
  if (tables.length === 0) return 0;
  checkWhole(tables);
  if (!tables.includes('schema_versions')) {
    throw new DatabaseFailure('other-schema', `This is no database of Standing: it has the table ${tables[0]}.`);
  }
  const rows = await versionsOf(database);
  const last = rows.at(-1);
  const newest = migrations.map(versionOf).at(-1) ?? 0;
  if (Number(last?.['version'] ?? 0) > newest) {
    throw new DatabaseFailure(
      'newer-schema',
      `A newer program has changed this database to schema ${last?.['version']} (${last?.['name']}); this one knows ${newest} and leaves it as it is. Run the newer program, or restore the back-up that was made before it.`,
    );
  }
  rows.forEach((row, index) => {
    const known = migrations[index]?.name;
    if (row['name'] === known) return;
    throw new DatabaseFailure(
      'other-schema',
      `Schema ${row['version']} of this database is ${row['name']}, and ${known} in this program: they do not belong together.`,
    );
  });
  return rows.length;
}

/** Throws `corrupt` for a database that does not hold the whole of a back-up. */
export function checkWhole(tables: readonly string[]): void {
  if (!tables.includes(RESTORATION)) return;
  throw new DatabaseFailure(
    'corrupt',
    'A restoration into this database was broken off: it does not hold the whole back-up. Restore it again, into an empty database.',
  );
}

function versionsOf(database: Database): Promise<readonly Row[]> {
  return database.all(reading('select version, name from schema_versions order by version'));
}

/** The names of the migrations that were applied to a database; none where it has no table of ours. */
export async function appliedTo(database: Database): Promise<string[]> {
  const isOurs = (await tablesOf(database)).includes('schema_versions');
  return isOurs ? (await versionsOf(database)).map(({ name }) => String(name)) : [];
}

async function apply(database: Database, migration: Migration): Promise<void> {
  const counts = await countsOf(database);
  const version = versionOf(migration);
  const statements = [...statementsOf(migration), ...counts.map((count) => counted(version, count))];
  const outcome = await database.batch(statements);
  if (outcome.ok) return;
  const { code, detail } = outcome.refusal;
  const why = detail === 'rows_kept' ? 'it would change how many rows a table has' : `${code} ${detail}`;
  throw new DatabaseFailure('broken', `${migration.name} was not applied: ${why}.`);
}

type Count = { readonly table: string; readonly rows: number };

async function countsOf(database: Database): Promise<Count[]> {
  const tables = (await tablesOf(database)).filter((table) => !BOOKKEEPING.has(table));
  const counts: Count[] = [];
  for (const table of tables) {
    const [row] = await database.all(reading(`select count(*) as n from "${table}"`));
    counts.push({ table, rows: Number(row?.['n']) });
  }
  return counts;
}

/** A check of the table refuses the row, and with it the batch, when the counts differ. */
function counted(version: number, { table, rows }: Count): Statement {
  return {
    sql: `insert into schema_counts (version, name, rows_before, rows_after) select ?, ?, ?, count(*) from "${table}"`,
    parameters: [version, table, rows],
  };
}

/** The tables of the schema, in the order of their making. */
export async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.all(reading(`select name from sqlite_master where type = 'table' order by rowid`));
  return rows.map((row: Row) => String(row['name'])).filter((name) => !ENGINES_OWN.test(name));
}

function reading(sql: string): Statement {
  return { sql, parameters: [] };
}
