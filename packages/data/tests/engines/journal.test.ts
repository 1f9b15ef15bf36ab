import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { openJournal } from '../../src/engines/journal/open.ts';
import { temporaryFolder } from '../folder.ts';
import { contract } from './contract.ts';

contract('sql.js with a journal', async () => openJournal(await initSqlJs(), join(await temporaryFolder(), 'data')));
contract('sql.js with a journal that is cut at every turn', async () =>
  openJournal(await initSqlJs(), join(await temporaryFolder(), 'data'), { snapshotAfter: 0 }),
);
