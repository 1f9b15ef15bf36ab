import { chmod, mkdir } from 'node:fs/promises';
import type { SqlJsStatic } from 'sql.js';
import { DatabaseFailure } from '../../port/database.ts';
import type { SqlJsConnection } from '../sqljs.ts';
import { JournalDatabase, type Notice, sizeOf } from './database.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { lockFolder } from './lock.ts';
import { encodeHead, positionOf, readJournal, replay } from './recover.ts';
import { filesIn, openSnapshot } from './snapshot.ts';

const MEBIBYTE = 2 ** 20;

/** Sizes are in bytes. */
export type JournalOptions = {
  /** Told what an operator should know: a torn tail that was cut off, a database that has become large. */
  readonly notice?: (notice: Notice) => void;
  /** How long the journal grows before a snapshot takes its place; 16 MiB. */
  readonly snapshotAfter?: number;
  /** The size of the database from which it is called large; 50 MiB. */
  readonly warnAt?: number;
  /** The size past which it does not grow; 200 MiB. What is there can still be read and let go. */
  readonly largest?: number;
  readonly disk?: Disk;
};

/**
 * Opens a data folder: snapshot, journal, lock. The folder is made, for its owner alone. Throws a `DatabaseFailure`: `locked`
 * where another process has it, `corrupt` where a file is damaged elsewhere than at the journal's end.
 */
export async function openJournal(
  sqlJs: SqlJsStatic,
  folder: string,
  options: JournalOptions = {},
): Promise<JournalDatabase> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const lock = lockFolder(filesIn(folder).lock, folder);
  try {
    return await recover(sqlJs, folder, options, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function recover(
  sqlJs: SqlJsStatic,
  folder: string,
  { notice = () => undefined, disk = nodeDisk, ...sizes }: JournalOptions,
  release: () => void,
): Promise<JournalDatabase> {
  const files = filesIn(folder);
  const snapshot = await disk.read(files.snapshot);
  const bytes = (await disk.read(files.journal)) ?? (await firstJournal(disk, files, snapshot));
  const journal = readJournal(files.journal, bytes);
  const connection = openSnapshot(sqlJs, files.snapshot, snapshot);
  bound(connection, sizes.largest ?? 200 * MEBIBYTE);
  replay(files.journal, journal, connection);
  if (journal.torn > 0) {
    await disk.cut(files.journal, journal.length);
    notice({ code: 'torn-tail', file: files.journal, offset: journal.length, bytes: journal.torn });
  }
  return new JournalDatabase({
    ...{ connection, disk, files, notice, release },
    appending: await disk.append(files.journal),
    position: positionOf(connection),
    base: journal.base,
    length: journal.length,
    snapshotAfter: sizes.snapshotAfter ?? 16 * MEBIBYTE,
    warnAt: sizes.warnAt ?? 50 * MEBIBYTE,
  });
}

async function firstJournal(
  disk: Disk,
  files: { readonly journal: string; readonly snapshot: string },
  snapshot: Uint8Array | undefined,
): Promise<Buffer> {
  if (snapshot) {
    throw new DatabaseFailure(
      'corrupt',
      `${files.journal} is missing beside ${files.snapshot}: what was written last would be lost. Put it back, or restore a back-up into an empty folder.`,
    );
  }
  await disk.replace(files.journal, encodeHead(0));
  return Buffer.from(encodeHead(0));
}

/** SQLite itself refuses to grow further; what is larger already keeps its size. */
function bound(connection: SqlJsConnection, largest: number): void {
  const [size] = connection.run({ sql: 'pragma page_size', parameters: [] });
  const pages = Math.floor(Math.max(largest, sizeOf(connection)) / Number(size?.['page_size']));
  connection.execute(`pragma max_page_count = ${pages}`);
}
