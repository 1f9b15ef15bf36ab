import { join } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import { DatabaseFailure } from '../../port/database.ts';
import { connectSqlJs, IN_MEMORY, type SqlJsConnection } from '../sqljs.ts';
import { positionOf } from './recover.ts';

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
  if (fault === undefined) {
    connection.execute(IN_MEMORY);
    return connection;
  }
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
