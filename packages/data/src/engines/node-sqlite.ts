import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Database, DatabaseFailure, type Row, type Value } from '../port/database.ts';
import { failureOf } from '../port/refusal.ts';
import { type Connection, databaseOver, SETTINGS, settled } from './connection.ts';
import { Prepared } from './prepared.ts';

/** Each commit is on the disk before it is answered; another process may read, and waits its turn to write. */
const DURABLE = 'pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;';

const FORGETTING =
  'pragma journal_mode = delete; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 5000;';

/**
 * A SQLite file by Node's own SQLite: no bound but the disk's. The folder is made for its owner alone (0700), the file
 * too (0600). Throws a `DatabaseFailure` where the file is no database.
 */
export function openNodeSqlite(file: string): Database {
  const connection = connectNodeSqlite(file, DURABLE);
  return { ...databaseOver(connection), forget: () => settled(() => emptyLog(connection, file)) };
}

/** The same for the keys of individuals: what is deleted is overwritten, and no log keeps an older page. */
export function openKeyFile(file: string): Database {
  return databaseOver(connectNodeSqlite(file, FORGETTING));
}

/** The log keeps older pages until it is begun anew, which a reader can hold up. */
function emptyLog(connection: Connection, file: string): void {
  const [row] = connection.run({ sql: 'pragma wal_checkpoint(truncate)', parameters: [] });
  if (row?.['busy'] === 0) return;
  throw new DatabaseFailure(
    'busy',
    `Another program reads ${file}, and its log (-wal) still has what was deleted: it goes at the next start, or when all have closed the file.`,
  );
}

function connectNodeSqlite(file: string, settings: string): Connection {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives its journal the rights of the file.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  try {
    const database = new DatabaseSync(file);
    const prepared = new Prepared<StatementSync>(
      (sql) => database.prepare(sql),
      () => undefined,
    );
    database.exec(settings);
    database.exec(SETTINGS);
    return {
      run: ({ sql, parameters }) =>
        prepared
          .get(sql)
          .all(...(parameters as Value[]))
          .map((row) => ({ ...row }) as Row),
      execute: (sql) => database.exec(sql),
      close: () => database.close(),
    };
  } catch (error) {
    throw failureOf(error);
  }
}
