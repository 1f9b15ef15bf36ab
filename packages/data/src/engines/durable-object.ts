import type { Database, Row, Statement } from '../port/database.ts';
import { databaseAsking } from './asked.ts';
import { answerCall, type Fetcher, openCalled } from './calls.ts';
import { settled } from './connection.ts';
import { edgeFailureOf } from './edge-failure.ts';

/** As much of a Durable Object's storage as is used here; its class must be one with SQLite. */
export type DurableStorage = {
  readonly sql: { exec(sql: string, ...bindings: unknown[]): { toArray(): unknown[] } };
  transactionSync<T>(work: () => T): T;
};

/** The SQLite inside a Durable Object. The runtime holds an answer back until what it shows is on several disks. */
export function openDurableObject(storage: DurableStorage): Database {
  const run = ({ sql, parameters }: Statement) => storage.sql.exec(sql, ...parameters).toArray() as Row[];
  return databaseAsking({
    all: (statement) => settled(() => run(statement)),
    batch: (statements) =>
      settled(() => ({ ok: true, rows: storage.transactionSync(() => statements.map((statement) => run(statement))) })),
    failure: edgeFailureOf,
    close: () => undefined,
  });
}

/**
 * The object that keeps a database and answers a worker. A worker exports it, binds it under `new_sqlite_classes`, and
 * names the object itself: one for everything, or one a partner.
 */
export class LedgerObject {
  readonly #database: Database;

  constructor(state: { readonly storage: DurableStorage }) {
    this.#database = openDurableObject(state.storage);
  }

  fetch(request: Request): Promise<Response> {
    return answerCall(this.#database, request);
  }
}

/** The database that such an object keeps, from the worker: give it the stub, `env.LEDGER.get(env.LEDGER.idFromName(…))`. */
export function openLedgerObject(stub: Fetcher): Database {
  return openCalled(stub, edgeFailureOf);
}
