import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { openJournal } from '../../src/engines/journal/open.ts';
import { openNodeSqlite } from '../../src/engines/node-sqlite.ts';
import { openMemory } from '../../src/engines/sqljs.ts';
import { temporaryFolder } from '../folder.ts';
import { backups } from './contract.ts';

const sqlJs = await initSqlJs();
backups('sql.js in memory', async () => openMemory(sqlJs));
backups('sql.js with a journal', async () => openJournal(sqlJs, join(await temporaryFolder(), 'data')));
backups('node:sqlite', async () => openNodeSqlite(join(await temporaryFolder(), 'ledger.sqlite')));
