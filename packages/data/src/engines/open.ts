import { existsSync } from 'node:fs';
import initSqlJs from 'sql.js';
import { type Database, DatabaseFailure } from '../port/database.ts';
import type { Choice } from './choice.ts';
import { copyJournal } from './journal/copy.ts';
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

/**
 * Opens what is there to be read, while another process may be writing to it: for back-ups. Of a journal's folder it is a
 * copy in memory. Throws a `DatabaseFailure`: `other-schema` where nothing is there.
 */
export async function openBeside(choice: Choice): Promise<Database> {
  if (choice.engine === 'journal') return copyJournal(await initSqlJs(), choice.folder);
  if (choice.engine === 'sqlite' && !existsSync(choice.file)) {
    throw new DatabaseFailure('other-schema', `${choice.file} is missing: no ledger is kept there.`);
  }
  return openDatabase(choice);
}
