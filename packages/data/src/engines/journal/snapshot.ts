import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import { DatabaseFailure } from '../../port/database.ts';
import { connectSqlJs, type SqlJsConnection } from '../sqljs.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { encodeHead, positionOf } from './recover.ts';

/** The files of a data folder. */
export function filesIn(folder: string) {
  return { snapshot: join(folder, 'ledger.sqlite'), journal: join(folder, 'journal'), lock: join(folder, 'lock') };
}

/** Opens a snapshot, or an empty database. Throws `corrupt` where the file is no sound database of this engine. */
export function openSnapshot(sqlJs: SqlJsStatic, file: string, bytes: Uint8Array | undefined): SqlJsConnection {
  const connection = connectSqlJs(sqlJs, bytes);
  if (bytes === undefined) {
    const position = 'create table journal_position (sequence integer not null) strict';
    connection.execute(`pragma query_only = off; ${position}; insert into journal_position values (0);`);
    connection.execute('pragma query_only = on');
    return connection;
  }
  const fault = faultIn(connection);
  if (fault === undefined) return connection;
  connection.close();
  throw new DatabaseFailure('corrupt', `${file} is damaged: ${fault}. Nothing was changed. Restore the last back-up.`);
}

function faultIn(connection: SqlJsConnection): string | undefined {
  try {
    const [row] = connection.run({ sql: 'pragma quick_check(1)', parameters: [] });
    const answer = String(row?.['quick_check']);
    return answer === 'ok' && Number.isInteger(positionOf(connection)) ? undefined : answer;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Makes a data folder of a back-up. The folder must exist and be empty: nothing is ever written over. */
export async function restore(
  sqlJs: SqlJsStatic,
  folder: string,
  bytes: Uint8Array,
  disk: Disk = nodeDisk,
): Promise<void> {
  const found = await readdir(folder);
  if (found.length > 0) {
    throw new DatabaseFailure('other-schema', `${folder} is not empty (${found[0]}): restore into an empty folder.`);
  }
  const { snapshot, journal } = filesIn(folder);
  const connection = openSnapshot(sqlJs, 'The back-up', bytes);
  const base = positionOf(connection);
  connection.close();
  // The journal last: a folder with a snapshot alone is refused, so that half a restoration is seen.
  await disk.replace(snapshot, bytes);
  await disk.replace(journal, encodeHead(base));
}
