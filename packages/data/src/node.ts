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
/** A ledger with its keys, as `STANDING_DATA` and `STANDING_DATABASE` name it: for programs that have a ledger, and no other. */
export { sentenceOf } from './store/failure.ts';
export { noticeOf } from './store/notice.ts';
export { openStore, type Store } from './store/open.ts';
export { placeOf } from './store/place.ts';
export { readSetting, type Setting, type SettingRead } from './store/setting.ts';
export { UPKEEP, type UpkeepOptions, upkeep } from './store/upkeep.ts';
