import { cutAt } from '../ledger.ts';
import { readMigrations } from '../migrations/files.ts';
import { schemaOf } from '../migrations/migrate.ts';
import type { Database } from '../port/database.ts';
import { placeOf } from '../store/place.ts';
import { ENDED, verb } from './command.ts';
import { withLedger } from './ledger.ts';

/** Tables of machinery: they say nothing of how much is known. */
const UNCOUNTED = /^(sqlite_|_cf_|d1_|libsql_|schema_|due_projections$|import_recordings$|journal_position$)/;

export const status = verb({
  name: 'status',
  usage: '',
  does: 'says which engine the ledger is on, its schema, its size, what is in it and when it was last written to',
  options: {},
  words: { least: 0, most: 0 },
  run: ({ desk }) =>
    withLedger(desk, 'any', async ({ ledger, setting }) => {
      const { version, newest } = await schemaOf(ledger, await readMigrations());
      const { sequence, recordedAt } = await cutAt(ledger);
      await desk.give({
        engine: setting.database.engine,
        place: placeOf(setting.database),
        schema: version,
        newestSchema: newest,
        bytes: await sizeOf(ledger),
        recordings: sequence,
        lastRecordedAt: recordedAt,
        rows: await rowsOf(ledger),
      });
      return ENDED.done;
    }),
});

/** The size of the database in bytes, as a file; a journal beside it is not in it. */
async function sizeOf(ledger: Database): Promise<number> {
  const sql = 'select page_count * page_size as bytes from pragma_page_count, pragma_page_size';
  const [row] = await ledger.all({ sql, parameters: [] });
  return Number(row?.['bytes']);
}

/** How many rows each table has that has any. */
async function rowsOf(ledger: Database): Promise<Record<string, number>> {
  const sql = `select name from sqlite_master where type = 'table' order by name`;
  const rows: Record<string, number> = {};
  for (const { name } of await ledger.all({ sql, parameters: [] })) {
    const table = String(name);
    if (UNCOUNTED.test(table)) continue;
    const [counted] = await ledger.all({ sql: `select count(*) as n from "${table}"`, parameters: [] });
    const count = Number(counted?.['n']);
    if (count > 0) rows[table] = count;
  }
  return rows;
}
