import initSqlJs from 'sql.js';
import type { Database } from '../port/database.ts';
import type { Choice } from './choice.ts';
import { type JournalOptions, openJournal } from './journal/open.ts';
import { openNodeSqlite } from './node-sqlite.ts';
import { openMemory } from './sqljs.ts';

/** Opens the engine that was chosen, on Node; `migrate` comes next. `options` are the journal's. */
export async function openDatabase(choice: Choice, options?: JournalOptions): Promise<Database> {
  if (choice.engine === 'sqlite') return openNodeSqlite(choice.file);
  // Only a program that has such a server loads its client.
  if (choice.engine === 'libsql') return (await import('./libsql.ts')).openLibsql(choice);
  const sqlJs = await initSqlJs();
  return choice.engine === 'memory' ? openMemory(sqlJs) : openJournal(sqlJs, choice.folder, options);
}
