import { join } from 'node:path';
import { transact } from '@standing/data/source/src/engines/connection.ts';
import { nodeDisk } from '@standing/data/source/src/engines/journal/disk.ts';
import { connectSqlJs, type SqlJsConnection } from '@standing/data/source/src/engines/sqljs.ts';
import { readMigrations } from '@standing/data/source/src/migrations/files.ts';
import { migrate } from '@standing/data/source/src/migrations/migrate.ts';
import type { Database } from '@standing/data/source/src/port/database.ts';
import initSqlJs from 'sql.js';
import type { Open } from '../race/contender.ts';
import { type Writing, writing } from './transactions.ts';

/** What sql.js offers by itself: the whole database is exported and put in the place of the last, once for all who wait. */
export const open: Open<Writing> = async () => {
  const sqlJs = await initSqlJs();
  return writing(async (folder) => {
    const database = wholeFile(connectSqlJs(sqlJs), join(folder, 'whole.sqlite'));
    await migrate(database, await readMigrations());
    return database;
  });
};

function wholeFile(connection: SqlJsConnection, file: string): Database {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const saved = (): Promise<void> => {
    // Whoever comes while one is written waits for the next, together with all others who came.
    next ??= last.then(() => {
      next = undefined;
      last = nodeDisk.replace(file, connection.export());
      return last;
    });
    return next;
  };
  return {
    all: (statement) => Promise.resolve(connection.run(statement)),
    batch: async (statements) => {
      const outcome = transact(connection, statements);
      await saved();
      return outcome;
    },
    close: () => Promise.resolve(connection.close()),
  };
}
