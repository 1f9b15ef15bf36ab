import type { Database, Outcome, Row, Statement } from '../port/database.ts';
import { DatabaseFailure } from '../port/database.ts';
import { checkStatement, isReading, refusedText } from '../port/portable.ts';
import { failureOf, refusalOf } from '../port/refusal.ts';

/** An open SQLite in this process, whose calls return at once. Outside of `transact` it is set to read only. */
export type Connection = {
  /** Runs one statement to its end and gives its rows. */
  run(statement: Statement): Row[];
  /** Runs SQL of ours without parameters: transactions and settings. */
  execute(sql: string): void;
  close(): void;
};

/** What each connection is set to when it is opened. What is deleted is overwritten: a free page may go into a back-up. */
export const SETTINGS =
  'pragma foreign_keys = on; pragma recursive_triggers = on; pragma secure_delete = on; pragma query_only = on;';

/** All or none. `more` is what the engine itself writes in the same transaction. */
export function transact(
  connection: Connection,
  statements: readonly Statement[],
  more: readonly Statement[] = [],
): Outcome {
  const text = refusedText(statements);
  if (text) return { ok: false, refusal: text };
  const isWriting = !statements.every(isReading);
  if (isWriting) connection.execute('pragma query_only = off');
  try {
    connection.execute(isWriting ? 'begin immediate' : 'begin');
    const rows = statements.map((statement) => connection.run(statement));
    for (const statement of isWriting ? more : []) connection.run(statement);
    connection.execute('commit');
    return { ok: true, rows };
  } catch (error) {
    rollBack(connection);
    const refusal = refusalOf(error);
    if (refusal) return { ok: false, refusal };
    throw failureOf(error);
  } finally {
    if (isWriting) connection.execute('pragma query_only = on');
  }
}

function rollBack(connection: Connection): void {
  try {
    connection.execute('rollback');
  } catch (error) {
    // SQLite has rolled back by itself where the disk is full or failed, and where the transaction never began.
    if (!/no transaction is active/.test(String(error))) throw failureOf(error);
  }
}

export function readAll(connection: Connection, statement: Statement): Row[] {
  try {
    return connection.run(statement);
  } catch (error) {
    throw failureOf(error);
  }
}

/** The port over a connection that keeps what it is given by itself: in memory, or in SQLite's own file. */
export function databaseOver(connection: Connection): Database {
  const state = { isOpen: true };
  const open = () => {
    if (!state.isOpen) throw new DatabaseFailure('closed', 'The database has been closed.');
  };
  return {
    all: (statement) =>
      settled(() => {
        checkStatement(statement, 'read');
        open();
        return readAll(connection, statement);
      }),
    batch: (statements) =>
      settled(() => {
        for (const statement of statements) checkStatement(statement, 'write');
        open();
        return transact(connection, statements);
      }),
    close: () =>
      settled(() => {
        if (state.isOpen) connection.close();
        state.isOpen = false;
      }),
  };
}

/** What a call at once gives or throws, as a promise. */
export function settled<T>(call: () => T): Promise<T> {
  return new Promise((resolve) => resolve(call()));
}
