import { join } from 'node:path';
import { openNodeSqlite } from '../../src/engines/node-sqlite.ts';
import type { Database } from '../../src/port/database.ts';
import { openNotes, TABLE } from '../journal/written.ts';

export type Engine = 'journal' | 'journal-cut' | 'sqlite';

/** Opens notes in a folder; `journal-cut` takes a snapshot every 100 kB. */
export async function openOn(engine: string, folder: string): Promise<Database> {
  if (engine !== 'sqlite')
    return openNotes(join(folder, 'data'), { snapshotAfter: engine === 'journal' ? 2 ** 24 : 1e5 });
  const database = openNodeSqlite(join(folder, 'data', 'ledger.sqlite'));
  await database.batch([TABLE]);
  return database;
}
