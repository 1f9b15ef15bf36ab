import type { Result } from '@standing/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Outcome, Row, Statement } from '../port/database.ts';
import { refused } from '../port/refusal.ts';
import { chunked, compiler, listed } from '../statements/compiler.ts';
import { changeOne } from './change-one.ts';
import { type Json, readJson } from './json.ts';

/** A message to send. It names people by id: the address is looked up when it goes out. */
export type Message = {
  /** Says what is sent about which thing to whom (and of which end date): the same key is never sent twice. */
  readonly key: string;
  /** Under whose book; absent: the program's. */
  readonly partner?: string | undefined;
  /** Whom it is for or about; absent: nobody in particular. */
  readonly individual?: string | undefined;
  readonly kind: string;
  /** From which day on it may go out: `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly content: Json;
};

/** A message that is somebody's to send now. `attempt` counts from 1 and tells this claim from a later one. */
export type Claimed = Message & { readonly attempt: number };
/** Which claim is spoken of. */
export type Claim = Pick<Claimed, 'key' | 'partner' | 'attempt'>;

/**
 * The statements that enqueue messages, for a batch of the caller's; their rows are the messages that were not there. One
 * that is there already stays as it is, but one that was cancelled and never sent waits again. Nothing is enqueued for
 * somebody who was erased.
 */
export function insertMessages(messages: readonly Message[]): Statement[] {
  return chunked(messages, 6).map((part) => {
    const rows = part.map(
      ({ partner = '', key, individual = '', kind, dueOn, content }) =>
        sql`(${partner}, ${key}, ${individual}, ${kind}, ${dueOn}, ${JSON.stringify(content)})`,
    );
    return sql`insert into outbox (partner_id, id, individual_id, kind, due_on, content)
      select column1, column2, column3, column4, column5, column6 from (values ${sql.join(rows)})
      where not exists (select 1 from erasures where erasures.individual_id = column3)
      on conflict (partner_id, id) do update set individual_id = excluded.individual_id, kind = excluded.kind,
        due_on = excluded.due_on, content = excluded.content, leased_until = null, cancelled_at = null
        where outbox.cancelled_at is not null and outbox.sent_at is null
      returning id`.compile(compiler);
  });
}

/** Enqueues messages and gives the keys of those that were not there. Refused by the table: `guard` (`not-sealed`), `check`. */
export async function enqueue(database: Database, messages: readonly Message[]): Promise<Result<readonly string[]>> {
  return keysOf(await database.batch(insertMessages(messages)), 'messages');
}

/** `by` is the day up to which messages are due; `now` and `leaseUntil` are instants. */
export type ClaimOptions = {
  readonly by: string;
  readonly now: string;
  readonly leaseUntil: string;
  readonly limit: number;
  readonly mostAttempts: number;
};

/**
 * Claims messages that are due, the longest due first: nobody else is given them before `leaseUntil`. A sender that dies
 * leaves them to the next one after that; `mostAttempts` ends it.
 */
export async function claim(
  database: Database,
  { by, now, leaseUntil, limit, mostAttempts }: ClaimOptions,
): Promise<Claimed[]> {
  const outcome = await database.batch([
    sql`update outbox set attempts = attempts + 1, leased_until = ${leaseUntil} where (partner_id, id) in (
      select partner_id, id from outbox where sent_at is null and cancelled_at is null and due_on <= ${by}
      and (leased_until is null or leased_until <= ${now}) and attempts < ${mostAttempts}
      order by due_on, partner_id, id limit ${limit}) returning *`.compile(compiler),
  ]);
  const rows = outcome.ok ? outcome.rows.flat() : [];
  // The rows of `returning` have no order.
  return rows.map(readClaimed).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** It went out, even if it was cancelled meanwhile. Refused with `not-claimed` where a later claim took it over, or it was sent. */
export function succeed(database: Database, claimed: Claim, at: string): Promise<Result<true>> {
  return settle(database, claimed, sql`sent_at = ${at}, leased_until = null, failure = null`);
}

/**
 * It did not go out, for a reason that is a code (`smtp-550`; an answer in full would hold an address), and may be claimed
 * again from `retryAt` on. Refused as `succeed` is.
 */
export function fail(
  database: Database,
  claimed: Claim,
  { failure, retryAt }: { readonly failure: string; readonly retryAt: string },
): Promise<Result<true>> {
  return settle(database, claimed, sql`failure = ${failure}, leased_until = ${retryAt}`);
}

function settle(
  database: Database,
  { partner = '', key, attempt }: Claim,
  what: RawBuilder<unknown>,
): Promise<Result<true>> {
  const statement =
    sql`update outbox set ${what} where partner_id = ${partner} and id = ${key} and attempts = ${attempt}
    and sent_at is null returning id`.compile(compiler);
  return changeOne(database, statement, { path: 'attempt', code: 'not-claimed' });
}

/** Messages by key, of one partner's book or the program's. */
export type Keys = { readonly partner?: string | undefined; readonly keys: readonly string[] };

/**
 * The statement that cancels messages which were not sent yet, for the batch of the facts that move what they are about; its
 * rows are the messages.
 */
export function cancelMessages({ partner = '', keys }: Keys, at: string): Statement {
  return sql`update outbox set cancelled_at = ${at} where partner_id = ${partner} and id in ${listed(keys)}
    and sent_at is null and cancelled_at is null returning id`.compile(compiler);
}

/** Cancels them, and gives the keys of those that had waited. */
export async function cancel(database: Database, keys: Keys, at: string): Promise<Result<readonly string[]>> {
  return keysOf(await database.batch([cancelMessages(keys, at)]), 'keys');
}

function keysOf(outcome: Outcome, path: string): Result<readonly string[]> {
  if (!outcome.ok) return refused(path, outcome.refusal);
  return { ok: true, value: outcome.rows.flat().map(({ id }) => String(id)) };
}

function readClaimed(row: Row): Claimed {
  return {
    key: String(row['id']),
    ...(row['partner_id'] !== '' && { partner: String(row['partner_id']) }),
    ...(row['individual_id'] !== '' && { individual: String(row['individual_id']) }),
    kind: String(row['kind']),
    dueOn: String(row['due_on']),
    content: readJson(row['content']),
    attempt: Number(row['attempts']),
  };
}

function orderOf({ dueOn, partner = '', key }: Message): string {
  return JSON.stringify([dueOn, partner, key]);
}
