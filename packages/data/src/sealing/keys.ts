import type { Database, Statement } from '../port/database.ts';

const TABLE = `create table if not exists individual_keys (
  individual_id text not null primary key check (individual_id <> ''),
  key text check (key <> '')
) strict, without rowid`;

/** The key of an individual as text; `erased` where there was one; undefined where there never was. */
export type KeptKey = string | 'erased' | undefined;

/**
 * Makes the table of keys, where it is not there. It stands in a database of its own, which is in no journal and in no
 * back-up of the ledger: deleting a key is then final.
 */
export async function prepareKeys(keys: Database): Promise<void> {
  await keys.batch([statement(TABLE)]);
}

export async function keyOf(keys: Database, individual: string): Promise<KeptKey> {
  const [row] = await keys.all(statement('select key from individual_keys where individual_id = ?', individual));
  if (row === undefined) return undefined;
  return row['key'] === null ? 'erased' : String(row['key']);
}

/** Keeps a key where there is none, and gives the one that is kept: of two at once the first. */
export async function keepKey(keys: Database, individual: string, key: string): Promise<KeptKey> {
  const insert = 'insert into individual_keys (individual_id, key) values (?, ?) on conflict do nothing';
  await keys.batch([statement(insert, individual, key)]);
  return keyOf(keys, individual);
}

/** Deletes keys for good; no key is kept for these individuals afterwards. */
export async function eraseKeys(keys: Database, individuals: readonly string[]): Promise<void> {
  const erase =
    'insert into individual_keys (individual_id, key) values (?, null) on conflict do update set key = null';
  await keys.batch(individuals.map((individual) => statement(erase, individual)));
}

/** The individuals whose keys were deleted. */
export async function erasedIndividuals(keys: Database): Promise<string[]> {
  const rows = await keys.all(statement('select individual_id from individual_keys where key is null'));
  return rows.map((row) => String(row['individual_id']));
}

function statement(sql: string, ...parameters: readonly string[]): Statement {
  return { sql, parameters };
}
