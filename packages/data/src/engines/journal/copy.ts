import type { SqlJsStatic } from 'sql.js';
import { type Database, DatabaseFailure } from '../../port/database.ts';
import { databaseOver } from '../connection.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { readJournal, replay } from './recover.ts';
import { filesIn, openSnapshot } from './snapshot.ts';

/**
 * A data folder as it stands, in memory, without its lock: another process may be writing to it, and what is written to the copy
 * goes nowhere. Throws a `DatabaseFailure`: `corrupt` as `openJournal`, `other-schema` where the folder has no journal.
 */
export async function copyJournal(sqlJs: SqlJsStatic, folder: string, disk: Disk = nodeDisk): Promise<Database> {
  const files = filesIn(folder);
  // The journal first: a snapshot that takes its place meanwhile has all that is in it.
  const bytes = await disk.read(files.journal);
  if (bytes === undefined)
    throw new DatabaseFailure('other-schema', `${files.journal} is missing: no ledger is kept there.`);
  const journal = readJournal(files.journal, bytes);
  const connection = openSnapshot(sqlJs, files.snapshot, await disk.read(files.snapshot));
  replay(files.journal, journal, connection);
  return databaseOver(connection);
}
