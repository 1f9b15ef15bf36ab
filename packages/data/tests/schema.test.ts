import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import { openMemory } from '../src/engines/sqljs.ts';
import { readMigrations } from '../src/migrations/files.ts';
import { migrate } from '../src/migrations/migrate.ts';

/** What is no fact: bookkeeping, what may be purged, and what changes as work is done. Profiles go when erased. */
const OTHERWISE =
  /^(sqlite_|schema_)|^(disclosures|audit|outbox|idempotency_keys|api_key_uses|imports|import_inbox|due_days|due_projections|profiles)$/;

const database = openMemory(await initSqlJs());
await migrate(database, await readMigrations());
const tables = await database.all({ sql: `select name from sqlite_master where type = 'table'`, parameters: [] });
const facts = tables.map(({ name }) => String(name)).filter((name) => !OTHERWISE.test(name));

test.each(facts)('%s can be neither changed nor deleted', async (name) => {
  const triggers = await database.all({
    sql: `select sql from sqlite_master where type = 'trigger' and tbl_name = ?`,
    parameters: [name],
  });
  const forbids = (event: string) => `before ${event} on ${name}\nbegin select raise(abort, 'guard: append-only'); end`;
  const found = ['update', 'delete'].filter((event) =>
    triggers.some(({ sql }) => String(sql).includes(forbids(event))),
  );
  expect(found).toEqual(['update', 'delete']);
});

test('they are all there', () => expect(facts.length).toBeGreaterThan(20));
