/** The public names of `@standing/data` that need Node. */

/** Reads `STANDING_DATABASE`, and opens what it names. */
export { type Choice, parseDatabase } from './engines/choice.ts';
export type { JournalDatabase, Notice } from './engines/journal/database.ts';
export { type JournalOptions, openJournal } from './engines/journal/open.ts';
/** Makes a data folder of a back-up. */
export { restore } from './engines/journal/snapshot.ts';
export { openKeyFile, openNodeSqlite } from './engines/node-sqlite.ts';
export { openDatabase } from './engines/open.ts';
export { readMigrations } from './migrations/files.ts';
