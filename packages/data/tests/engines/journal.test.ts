import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { openJournal } from '../../src/engines/journal/open.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { temporaryFolder } from '../folder.ts';
import { contract } from './contract.ts';
import { sameImport } from './import.ts';
import { operations } from './operations.ts';

const open = async () => openJournal(await initSqlJs(), join(await temporaryFolder(), 'data'));
contract('sql.js with a journal', open);
const migrated = async () => {
  const database = await open();
  await migrate(database, await readMigrations());
  return database;
};
sameImport('sql.js with a journal', migrated);
operations('sql.js with a journal', migrated);
contract('sql.js with a journal that is cut at every turn', async () =>
  openJournal(await initSqlJs(), join(await temporaryFolder(), 'data'), { snapshotAfter: 0 }),
);
