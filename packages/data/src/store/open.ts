import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import type { Notice } from '../engines/journal/database.ts';
import { filesIn } from '../engines/journal/snapshot.ts';
import { openKeyFile } from '../engines/node-sqlite.ts';
import { openDatabase } from '../engines/open.ts';
import { openMemory } from '../engines/sqljs.ts';
import type { Database } from '../port/database.ts';
import { prepareKeys } from '../sealing/keys.ts';
import type { Setting } from './setting.ts';

/** The ledger of a setting, and beside it the keys of individuals. */
export type Store = {
  readonly setting: Setting;
  readonly ledger: Database;
  /** The keys; their file, `keys.sqlite` in the data folder, is made when they are first asked for. */
  keys(): Promise<Database>;
  /** Waits for what is under way; what was answered is on the disk. */
  close(): Promise<void>;
};

/** Opens the ledger of a setting, and makes it where there is none; `migrate` comes next. Throws what the engine throws. */
export async function openStore(
  setting: Setting,
  options: { readonly notice?: (notice: Notice) => void } = {},
): Promise<Store> {
  // A folder that is there keeps its rights: it may be somebody's home. What is made in it is its owner's alone.
  await mkdir(setting.folder, { recursive: true, mode: 0o700 });
  const ledger = await openDatabase(setting.database, options);
  const state: { keys?: Promise<Database> } = {};
  return {
    setting,
    ledger,
    keys() {
      state.keys ??= openKeys(setting);
      return state.keys;
    },
    async close() {
      await ledger.close();
      await (await state.keys)?.close();
    },
  };
}

async function openKeys({ folder, database }: Setting): Promise<Database> {
  const keys = database.engine === 'memory' ? openMemory(await initSqlJs()) : openKeyFile(join(folder, 'keys.sqlite'));
  await prepareKeys(keys);
  return keys;
}

/** Whether there is anything where a setting says; a server is only known once it is asked. */
export async function isThere({ database }: Setting): Promise<boolean> {
  if (database.engine === 'journal') {
    const { journal, snapshot } = filesIn(database.folder);
    return (await exists(journal)) || (await exists(snapshot));
  }
  return database.engine === 'sqlite' ? await exists(database.file) : true;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
