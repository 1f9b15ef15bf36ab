import { cutAt } from '../ledger.ts';
import { appliedTo } from '../migrations/migrate.ts';
import { type Database, DatabaseFailure, type Row, type Statement, type Value } from '../port/database.ts';
import { Chain, type End, FORM, type Head, MAX_LINE, type Page } from './form.ts';
import { backedUp, type Table } from './tables.ts';

/** So much text is wanted in a page, in UTF-16 units, and so many rows at most: they are restored in one batch. */
const PAGE = 2 ** 18;
const MOST_ROWS = 400;

/**
 * The whole ledger as lines of text, read through the port a page at a time: from any engine, to be put into any by
 * `restore`. Writers need not stop: the facts are those up to one recording. What is no fact (audit, outbox, how far imports
 * are) is read before, as it stands then: an import that goes on after a restoration meets rows again whose facts are
 * there, and passes none over. Keys of individuals are another database's, and in no back-up. `madeAt` is the caller's
 * instant. Throws a `DatabaseFailure`: `other-schema` where there is no ledger.
 */
export async function* backup(database: Database, madeAt: string): AsyncGenerator<Uint8Array> {
  const schema = await appliedTo(database);
  if (schema.length === 0) throw new DatabaseFailure('other-schema', 'There is no ledger here to back up.');
  const lines = new Lines();
  yield await lines.encoded({ standing: 'back-up', form: FORM, schema, madeAt });
  const tables = await backedUp(database);
  for (const table of tables) if (!table.isFacts) yield* lines.ofTable(database, table, undefined);
  const { sequence, recordedAt } = await cutAt(database);
  for (const table of tables) if (table.isFacts) yield* lines.ofTable(database, table, sequence);
  yield await lines.encoded({ sequence, recordedAt, rows: lines.counts });
}

/** Makes the lines of one back-up, and counts the rows in them. */
class Lines {
  readonly counts: { [table: string]: number } = {};
  readonly #chain = new Chain();
  readonly #encoder = new TextEncoder();

  async encoded(content: Head | Page | End): Promise<Uint8Array> {
    const text = JSON.stringify(content);
    if (text.length > MAX_LINE) throw new TypeError('A row is too long for a back-up');
    return this.#encoder.encode(`${await this.#chain.link(text)} ${text}\n`);
  }

  async *ofTable(database: Database, table: Table, upTo: number | undefined): AsyncGenerator<Uint8Array> {
    const { name, columns } = table;
    this.counts[name] = 0;
    for await (const rows of pagesOf(database, table, upTo)) {
      this.counts[name] += rows.length;
      yield await this.encoded({ table: name, columns, rows });
    }
  }
}

type Rows = readonly (readonly Value[])[];

/** The rows of a table by its key, in pages; it begins with a few, for nobody knows how long they are. */
async function* pagesOf(database: Database, table: Table, upTo: number | undefined): AsyncGenerator<Rows> {
  let limit = 10;
  let last: Row | undefined;
  do {
    const found = await database.all(selectPage(table, upTo, last, limit));
    const rows = found.map((row) => table.columns.map((column) => row[column] ?? null));
    const length = JSON.stringify(rows).length;
    const size = Math.ceil(rows.length / Math.ceil(length / PAGE));
    for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
    last = found.length < limit ? undefined : found.at(-1);
    limit = Math.max(1, Math.min(MOST_ROWS, limit * 8, Math.floor((PAGE * rows.length) / length)));
  } while (last !== undefined);
}

function selectPage(
  { name, key, columns, isFacts }: Table,
  upTo: number | undefined,
  last: Row | undefined,
  limit: number,
): Statement {
  const list = (names: readonly string[]) => names.map((each) => `"${each}"`).join(', ');
  const after = last && `(${list(key)}) > (${key.map(() => '?').join(', ')})`;
  const known = isFacts && '"sequence" <= ?';
  const where = [after, known].filter(Boolean).join(' and ');
  return {
    sql: `select ${list(columns)} from "${name}"${where && ` where ${where}`} order by ${list(key)} limit ?`,
    parameters: [...(last ? key.map((column) => last[column] ?? null) : []), ...(isFacts ? [upTo ?? 0] : []), limit],
  };
}
