import { join } from 'node:path';
import { openNodeSqlite } from '@standing/data/source/src/engines/node-sqlite.ts';
import { readMigrations } from '@standing/data/source/src/migrations/files.ts';
import { migrate } from '@standing/data/source/src/migrations/migrate.ts';
import type { Open } from '../race/contender.ts';
import { type Writing, writing } from './transactions.ts';

/** SQLite's own file: a write-ahead log with `synchronous = full`, one sync a transaction. */
export const open: Open<Writing> = () =>
  Promise.resolve(
    writing(async (folder) => {
      const database = openNodeSqlite(join(folder, 'node.sqlite'));
      await migrate(database, await readMigrations());
      return database;
    }),
  );
