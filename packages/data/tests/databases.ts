import initSqlJs from 'sql.js';
import { databaseOver } from '../src/engines/connection.ts';
import { connectSqlJs, openMemory } from '../src/engines/sqljs.ts';
import { readMigrations } from '../src/migrations/files.ts';
import { migrate } from '../src/migrations/migrate.ts';
import type { Database } from '../src/port/database.ts';

/** Gives empty databases of the newest schema, in memory; migrated once and copied. */
export async function emptyLedgers(): Promise<() => Database> {
  const sqlJs = await initSqlJs();
  const connection = connectSqlJs(sqlJs);
  await migrate(databaseOver(connection), await readMigrations());
  const bytes = connection.export();
  connection.close();
  return () => openMemory(sqlJs, bytes);
}
