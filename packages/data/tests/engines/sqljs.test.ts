import initSqlJs from 'sql.js';
import { openMemory } from '../../src/engines/sqljs.ts';
import { emptyLedgers } from '../databases.ts';
import { contract } from './contract.ts';
import { operations } from './operations.ts';

contract('sql.js in memory', async () => openMemory(await initSqlJs()));

const empty = await emptyLedgers();
operations('sql.js in memory', async () => empty());
