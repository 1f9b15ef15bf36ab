/** The public names of `@standing/data` that need Node. */

/** A back-up as a file. */
export { backupFile, writeBackup } from './backup/file.ts';
/** Reads `STANDING_DATABASE`, and opens what it names. */
export { type Choice, parseDatabase } from './engines/choice.ts';
export type { JournalDatabase, Notice } from './engines/journal/database.ts';
export { type JournalOptions, openJournal } from './engines/journal/open.ts';
export { openKeyFile, openNodeSqlite } from './engines/node-sqlite.ts';
export { openBeside, openDatabase } from './engines/open.ts';
export { readMigrations } from './migrations/files.ts';
