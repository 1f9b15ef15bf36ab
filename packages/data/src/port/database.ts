/** What every engine can bind and give back alike. Bytes are written as text; a yes is 1, a no is 0. */
export type Value = string | number | null;

/** One SQL statement with its parameters, as Kysely's `compile()` makes them. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/** A row by the names of its columns. */
export type Row = { readonly [column: string]: Value };

/**
 * Why a batch was not applied. `unique`, `reference` and `check` come from constraints, `guard` from a trigger, `text`
 * from text that is no Unicode. `detail` names the column, the constraint or the guard, never a value.
 */
export type Refusal = {
  readonly code: 'unique' | 'reference' | 'check' | 'guard' | 'text';
  readonly detail: string;
};

/** Either the rows of each statement, in order, or why nothing of it was applied. */
export type Outcome =
  | { readonly ok: true; readonly rows: readonly (readonly Row[])[] }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The port. To read and write every engine has the first three and no more: no transaction with a callback, for not all of
 * them could keep it.
 * A promise that is rejected means broken machinery (`DatabaseFailure`) or a statement that no engine may be given.
 */
export type Database = {
  /** The rows of one reading statement (`select`, `with`). What it shows is as durable as a batch that was answered. */
  all(statement: Statement): Promise<readonly Row[]>;
  /** All of the statements or none, in order, as one transaction; answered once it is durable. */
  batch(statements: readonly Statement[]): Promise<Outcome>;
  close(): Promise<void>;
  /**
   * Overwrites what was deleted in the files of this engine: older pages, logs, journals. Absent where the files are not in
   * this program's hands.
   */
  forget?(): Promise<void>;
};

/** `code` is for programs, the message for people: it says what happened, where, and what to do. */
export class DatabaseFailure extends Error {
  readonly code:
    | 'broken'
    | 'busy'
    | 'closed'
    | 'corrupt'
    | 'full'
    | 'locked'
    | 'newer-schema'
    | 'other-schema'
    | 'stopped'
    | 'unauthorized'
    | 'unreachable';

  constructor(code: DatabaseFailure['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseFailure';
    this.code = code;
  }
}
