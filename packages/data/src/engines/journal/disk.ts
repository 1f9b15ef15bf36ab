import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file to the end of which is written. */
export type Appending = {
  append(bytes: Uint8Array): Promise<void>;
  /** What was appended is on the disk once this has answered. */
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** What the journal does with files, so that a test can let any of it fail. */
export type Disk = {
  /** The whole file, undefined where there is none. */
  read(path: string): Promise<Buffer | undefined>;
  /** Puts a whole file in the place of another: after a crash there is the old one or the new one, both whole. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** Cuts a file off, durably. */
  cut(path: string, length: number): Promise<void>;
  append(path: string): Promise<Appending>;
};

/** The files of this machine; each is its owner's alone (0600). */
export const nodeDisk: Disk = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  },
  async replace(path, bytes) {
    const temporary = `${path}.new`;
    try {
      await synced(temporary, 'w', (file) => file.writeFile(bytes));
    } catch (error) {
      // Half a file would take room on a disk that has none. Where it cannot be removed, the first error is the one to tell.
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await rename(temporary, path);
    await synced(dirname(path), 'r', () => Promise.resolve());
  },
  cut: (path, length) => synced(path, 'r+', (file) => file.truncate(length)),
  async append(path) {
    const file = await open(path, 'a', 0o600);
    return {
      append: (bytes) => file.appendFile(bytes),
      sync: () => file.datasync(),
      close: () => file.close(),
    };
  },
};

async function synced(path: string, flags: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}
