import { BOOKKEEPING, checkWhole, tablesOf } from '../migrations/migrate.ts';
import type { Database } from '../port/database.ts';

/** A table of the ledger: its columns in their order, and those by which its rows are told apart. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Its rows stand under a recording; they are only appended. */
  readonly isFacts: boolean;
};

/** What `migrate` writes itself, and what is made anew of the facts (`rebuild` of `@standing/data/due`). */
const LEFT_OUT = new Set([...BOOKKEEPING, 'due_days', 'due_projections']);

/** The tables that are in a back-up, in the order of their making: what is referred to comes first. Throws `corrupt` where a restoration was broken off. */
export async function backedUp(database: Database): Promise<Table[]> {
  const all = await tablesOf(database);
  checkWhole(all);
  const names = all.filter((name) => !LEFT_OUT.has(name));
  const tables: Table[] = [];
  for (const name of names) {
    const rows = await database.all({
      sql: 'select name, pk from pragma_table_info(?) order by cid',
      parameters: [name],
    });
    const columns = rows.map((row) => String(row['name']));
    const key = rows.filter((row) => Number(row['pk']) > 0).sort((a, b) => Number(a['pk']) - Number(b['pk']));
    if (key.length === 0) throw new TypeError(`The table ${name} has no primary key: it cannot be read in pages`);
    const isFacts = columns.includes('sequence');
    tables.push({ name, columns, key: key.map((row) => String(row['name'])), isFacts });
  }
  return tables;
}
