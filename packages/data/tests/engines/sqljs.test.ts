import initSqlJs from 'sql.js';
import { openMemory } from '../../src/engines/sqljs.ts';
import { contract } from './contract.ts';

contract('sql.js in memory', async () => openMemory(await initSqlJs()));
