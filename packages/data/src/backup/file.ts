import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '@standing/domain';
import type { Database } from '../port/database.ts';
import { readBackup, type Summary } from './check.ts';
import type { Bytes } from './form.ts';
import { backup } from './write.ts';

/**
 * Writes a back-up into a file (0600), reads it again from its beginning, and puts it in the place of what stood there: the
 * old file or the new one is there, whole. Throws what the ledger or the disk throws; nothing of it is left then.
 */
export async function writeBackup(database: Database, file: string, madeAt: string): Promise<Result<Summary>> {
  const temporary = `${file}.new`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      for await (const bytes of backup(database, madeAt)) await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const read = await readBackup(backupFile(temporary)());
    if (read.ok) await rename(temporary, file);
    const folder = await open(dirname(file), 'r');
    await folder.sync().finally(() => folder.close());
    return read;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A file for `readBackup` and `restore`: from its beginning at each call. */
export function backupFile(file: string): () => Bytes {
  return () => createReadStream(file);
}
