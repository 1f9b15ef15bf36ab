import type { Fault, Result } from '@standing/domain';
import { sql } from 'kysely';
import type { Database, Statement } from '../port/database.ts';
import { refused } from '../port/refusal.ts';
import { compiler } from '../statements/compiler.ts';

/** How long what is no fact is kept: whole days, 1 to 36,500. */
export type Retention = {
  /** After the look. */
  readonly disclosures: number;
  /** After it happened. */
  readonly audit: number;
  /** After the request began. */
  readonly idempotencyKeys: number;
  /** After a message was sent or cancelled; one that waits is kept. */
  readonly outbox: number;
  /** After a row was settled, or came in where it still waits. */
  readonly inbox: number;
};

/** Three years of who saw and did what, a year and a month of what was sent or did not fit, a week of answers. */
export const RETENTION: Retention = { disclosures: 1096, audit: 1096, idempotencyKeys: 7, outbox: 396, inbox: 396 };

/** How many rows of each were let go. */
export type Purged = { readonly [K in keyof Retention]: number };

/** So many rows are deleted in one batch. */
const BATCH = 500;

type Purge = { readonly table: string; readonly log: string; readonly key: string; readonly instant: string };

const PURGES: { readonly [K in keyof Retention]: Purge } = {
  disclosures: { table: 'disclosures', log: 'purges', key: 'individual_id, id', instant: 'disclosed_at' },
  audit: { table: 'audit', log: 'purges', key: 'partner_id, id', instant: 'happened_at' },
  idempotencyKeys: {
    ...{ table: 'idempotency_keys', log: 'operation_purges' },
    ...{ key: 'partner_id, principal, key', instant: 'begun_at' },
  },
  // The instants are written as in the indexes.
  outbox: {
    ...{ table: 'outbox', log: 'operation_purges' },
    ...{ key: 'partner_id, id', instant: 'coalesce(sent_at, cancelled_at)' },
  },
  inbox: {
    ...{ table: 'import_inbox', log: 'operation_purges' },
    ...{ key: 'id', instant: 'coalesce(settled_at, received_at)' },
  },
};

const DAY = 86_400_000;

/**
 * Lets go what is older than its retention, in batches; where there is such a thing, the purge is written down first. The
 * triggers of the tables keep everything else, also against this function. Broken off, it is called again; at the same
 * instant again, it changes nothing. Refused: `days`, `instant`.
 */
export async function purge(
  database: Database,
  retention: Retention,
  { now, author }: { readonly now: string; readonly author: string },
): Promise<Result<Purged>> {
  const faults = faultsOf(retention, now);
  if (faults.length > 0) return { ok: false, faults };
  const purged = { disclosures: 0, audit: 0, idempotencyKeys: 0, outbox: 0, inbox: 0 };
  for (const name of Object.keys(PURGES) as (keyof Retention)[]) {
    const olderThan = new Date(Date.parse(now) - retention[name] * DAY).toISOString();
    if ((await database.all(selectOlder(PURGES[name], olderThan, 1))).length === 0) continue;
    const written = await database.batch([writeDown(PURGES[name], { olderThan, now, author })]);
    if (!written.ok) return refused(name, written.refusal);
    for (let gone = BATCH; gone === BATCH; purged[name] += gone) {
      const outcome = await database.batch([deleteOlder(PURGES[name], olderThan)]);
      if (!outcome.ok) return refused(name, outcome.refusal);
      gone = outcome.rows[0]?.length ?? 0;
    }
  }
  return { ok: true, value: purged };
}

function faultsOf(retention: Retention, now: string): Fault[] {
  const isDays = (days: number) => Number.isInteger(days) && days >= 1 && days <= 36_500;
  const wrong = (Object.keys(PURGES) as (keyof Retention)[]).filter((name) => !isDays(retention[name]));
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(now) && !Number.isNaN(Date.parse(now));
  return [
    ...wrong.map((name) => ({ path: name, code: 'days' })),
    ...(isInstant ? [] : [{ path: 'now', code: 'instant' }]),
  ];
}

function writeDown(
  { table, log }: Purge,
  { olderThan, now, author }: { readonly olderThan: string; readonly now: string; readonly author: string },
): Statement {
  return sql`insert into ${sql.table(log)} (id, of_table, older_than, purged_at, author)
    values (${`${table}:${olderThan}`}, ${table}, ${olderThan}, ${now}, ${author})
    on conflict (id) do nothing`.compile(compiler);
}

/** In an order, so that a journal that is played again deletes the same rows. */
function selectOlder({ table, key, instant }: Purge, olderThan: string, limit: number): Statement {
  return sql`select ${sql.raw(key)} from ${sql.table(table)} where ${sql.raw(instant)} < ${olderThan}
    order by ${sql.raw(instant)}, ${sql.raw(key)} limit ${limit}`.compile(compiler);
}

function deleteOlder(purge: Purge, olderThan: string): Statement {
  const { sql: select, parameters } = selectOlder(purge, olderThan, BATCH);
  return {
    sql: `delete from ${purge.table} where (${purge.key}) in (${select}) returning 1 as gone`,
    parameters,
  };
}
