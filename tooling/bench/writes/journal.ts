import { join } from 'node:path';
import { openJournal } from '@standing/data/source/src/engines/journal/open.ts';
import { readMigrations } from '@standing/data/source/src/migrations/files.ts';
import { migrate } from '@standing/data/source/src/migrations/migrate.ts';
import initSqlJs from 'sql.js';
import type { Open } from '../race/contender.ts';
import { type Writing, writing } from './transactions.ts';

/** The embedded default: in memory, with a journal that is synced once for all who wait. */
export const open: Open<Writing> = async () => {
  const sqlJs = await initSqlJs();
  return writing(async (folder) => {
    const database = await openJournal(sqlJs, join(folder, 'journal'));
    await migrate(database, await readMigrations());
    return database;
  });
};
