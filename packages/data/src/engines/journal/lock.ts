import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseFailure } from '../../port/database.ts';
import { failureOf } from '../../port/refusal.ts';

/**
 * Takes a folder for this process alone. The lock is one of the operating system, held through SQLite on a file of its
 * own: it is gone with the process, however that ends, and no stale file is left that somebody must judge.
 */
export function lockFolder(file: string, folder: string): { release(): void } {
  closeSync(openSync(file, 'a', 0o600));
  const lock = new DatabaseSync(file);
  const cause = refusalOf(lock);
  if (cause === undefined) return { release: () => lock.close() };
  if (!/database is locked/.test(String(cause))) {
    lock.close();
    throw failureOf(cause);
  }
  const holder = lock.prepare('pragma user_version').get()?.['user_version'];
  lock.close();
  throw new DatabaseFailure(
    'locked',
    `${folder} is in use by another process (${String(holder)}). One process may write to a folder: stop that one, or give this one another folder.`,
    { cause },
  );
}

/** Takes the lock; what SQLite says where somebody else has it, or where the disk is full. */
function refusalOf(lock: DatabaseSync): unknown {
  try {
    lock.exec(`pragma user_version = ${process.pid}`);
    lock.exec('begin immediate');
    return undefined;
  } catch (error) {
    return error;
  }
}
