/** How many statements stay prepared: more than the program has. */
const MOST = 200;

/** Statements by their text, so that each is parsed once; the one that was used longest ago goes first. */
export class Prepared<S> {
  readonly #kept = new Map<string, S>();
  readonly #prepare: (sql: string) => S;
  readonly #free: (statement: S) => void;

  constructor(prepare: (sql: string) => S, free: (statement: S) => void) {
    this.#prepare = prepare;
    this.#free = free;
  }

  get(sql: string): S {
    const statement = this.#kept.get(sql) ?? this.#prepare(sql);
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#drop(oldest);
    return statement;
  }

  clear(): void {
    for (const sql of [...this.#kept.keys()]) this.#drop(sql);
  }

  #drop(sql: string): void {
    const statement = this.#kept.get(sql);
    this.#kept.delete(sql);
    if (statement !== undefined) this.#free(statement);
  }
}
