import { sql } from 'kysely';
import { type Json, readJson } from '../operations/json.ts';
import type { Database, Row } from '../port/database.ts';
import { compiler, listed } from '../statements/compiler.ts';
import type { Opener } from './opener.ts';

/** A row of a table, by the names that the file gives its columns; what is empty or absent is left out. */
type Entry = { readonly [name: string]: Json };

type Shape = {
  readonly table: string;
  /** What orders rows within an individual. */
  readonly order: string;
  /** Column by name in the file. Texts of the others may be sealed. */
  readonly columns: { readonly [name: string]: string };
  /** Columns with JSON in them. */
  readonly json: { readonly [name: string]: string };
};

const INBOX: Shape = {
  table: 'import_inbox',
  order: 'id',
  columns: {
    ...{ id: 'id', file: 'kind', code: 'code', column: 'column_name', importId: 'import_id', line: 'line' },
    ...{ receivedAt: 'received_at', settledAt: 'settled_at', outcome: 'outcome', reason: 'reason', author: 'author' },
  },
  json: { fields: 'fields' },
};

const OUTBOX: Shape = {
  table: 'outbox',
  order: 'partner_id, id',
  columns: {
    ...{ key: 'id', partner: 'partner_id', kind: 'kind', dueOn: 'due_on', attempts: 'attempts' },
    ...{ sentAt: 'sent_at', cancelledAt: 'cancelled_at', failure: 'failure' },
  },
  json: { content: 'content' },
};

/** The client's key is its own secret. */
const ANSWERS: Shape = {
  table: 'idempotency_keys',
  order: 'partner_id, principal, begun_at, key',
  columns: { partner: 'partner_id', principal: 'principal', begunAt: 'begun_at', status: 'status' },
  json: { answer: 'answer' },
};

export const inboxOf = reader(INBOX);
export const outboxOf = reader(OUTBOX);
export const answersOf = reader(ANSWERS);

function reader(shape: Shape): (ledger: Database, ids: readonly string[], opener: Opener) => Promise<Entry[]> {
  const { table, order } = shape;
  return async (ledger, ids, opener) => {
    const rows = await ledger.all(
      sql`select * from ${sql.table(table)} where individual_id in ${listed(ids)}
        order by individual_id, ${sql.raw(order)}`.compile(compiler),
    );
    const entries: Entry[] = [];
    for (const row of rows) entries.push(await entryOf(shape, row, opener));
    return entries;
  };
}

async function entryOf({ columns, json }: Shape, row: Row, opener: Opener): Promise<Entry> {
  const individual = String(row['individual_id']);
  const entry: Record<string, Json> = { individual };
  for (const [name, column] of Object.entries(columns)) {
    const value = row[column] ?? '';
    if (value !== '') entry[name] = typeof value === 'string' ? await opener.text(individual, value) : value;
  }
  for (const [name, column] of Object.entries(json)) {
    if (row[column] !== null) entry[name] = await opener.json(individual, readJson(row[column]));
  }
  return entry;
}
