import initSqlJs from 'sql.js';
import type { JournalDatabase } from '../../src/engines/journal/database.ts';
import { type JournalOptions, openJournal } from '../../src/engines/journal/open.ts';
import type { Database, Statement, Value } from '../../src/port/database.ts';

const sqlJs = await initSqlJs();

export const statement = (sql: string, ...parameters: readonly Value[]): Statement => ({ sql, parameters });

export const TABLE = statement(
  'create table if not exists notes (id text primary key, text text not null) strict, without rowid',
);

/** Opens a folder with a table of notes in it. */
export async function openNotes(folder: string, options?: JournalOptions): Promise<JournalDatabase> {
  const database = await openJournal(sqlJs, folder, options);
  const known = await database.all(statement(`select name from sqlite_master where name = 'notes'`));
  if (known.length === 0) {
    await database.batch([TABLE]);
  }
  return database;
}

export function note(id: string, text = 'a note'): Statement {
  return statement('insert into notes (id, text) values (?, ?)', id, text);
}

export async function notesIn(database: Database): Promise<string[]> {
  return (await database.all(statement('select id from notes order by id'))).map(({ id }) => String(id));
}
