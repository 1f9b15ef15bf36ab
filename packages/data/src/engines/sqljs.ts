import type { Statement as SqlJsStatement, SqlJsStatic } from 'sql.js';
import type { Database, Row, Statement, Value } from '../port/database.ts';
import { type Connection, databaseOver, SETTINGS } from './connection.ts';
import { Prepared } from './prepared.ts';

/** A connection to a database in memory, which can be taken out as a SQLite file. */
export type SqlJsConnection = Connection & { export(): Uint8Array };

/**
 * A database in memory by sql.js, which the caller has made ready (`initSqlJs()`; in workerd with `instantiateWasm`). It
 * is gone when it is closed. `bytes` is a SQLite file to begin with; it is copied.
 */
export function openMemory(sqlJs: SqlJsStatic, bytes?: Uint8Array): Database {
  return databaseOver(connectSqlJs(sqlJs, bytes));
}

/** Its files lie in memory: nothing of them is to be synced or locked, and what takes a transaction back need be no file. */
export const IN_MEMORY = 'pragma journal_mode = memory; pragma synchronous = off; pragma locking_mode = exclusive;';

export function connectSqlJs(sqlJs: SqlJsStatic, bytes?: Uint8Array): SqlJsConnection {
  // sql.js would write into a Node Buffer that it is given.
  const database = new sqlJs.Database(bytes && Uint8Array.from(bytes));
  const prepared = new Prepared<SqlJsStatement>(
    (sql) => database.prepare(sql),
    (statement) => statement.free(),
  );
  database.exec(SETTINGS);
  // Of a file that was given nobody knows yet whether it is a database: whoever checks it sets this.
  if (bytes === undefined) database.exec(IN_MEMORY);
  return {
    run: (statement) => runSqlJs(prepared.get(statement.sql), statement),
    execute: (sql) => void database.exec(sql),
    export: () => {
      prepared.clear();
      const file = database.export();
      // Older versions of sql.js open the database anew here, with the settings of a new one.
      database.exec(SETTINGS);
      return file;
    },
    close: () => {
      prepared.clear();
      database.close();
    },
  };
}

function runSqlJs(prepared: SqlJsStatement, { parameters }: Statement): Row[] {
  try {
    prepared.bind(parameters as Value[]);
    const rows: Row[] = [];
    while (prepared.step()) rows.push(prepared.getAsObject() as Row);
    return rows;
  } finally {
    prepared.reset();
  }
}
