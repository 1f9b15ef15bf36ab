import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { openJournal } from '../../src/engines/journal/open.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { temporaryFolder } from '../folder.ts';
import { contract } from './contract.ts';
import { operations } from './operations.ts';

contract('sql.js with a journal', async () => openJournal(await initSqlJs(), join(await temporaryFolder(), 'data')));
contract('sql.js with a journal that is cut at every turn', async () =>
  openJournal(await initSqlJs(), join(await temporaryFolder(), 'data'), { snapshotAfter: 0 }),
);

operations('sql.js with a journal', async () => {
  const database = await openJournal(await initSqlJs(), join(await temporaryFolder(), 'data'));
  await migrate(database, await readMigrations());
  return database;
});
