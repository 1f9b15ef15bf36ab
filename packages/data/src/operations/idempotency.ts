import type { Result } from '@standing/domain';
import { sql } from 'kysely';
import type { Database } from '../port/database.ts';
import { refused } from '../port/refusal.ts';
import { compiler } from '../statements/compiler.ts';
import { changeOne } from './change-one.ts';
import { type Json, readJson } from './json.ts';

/** Whose key it is: a principal (who signed in, or an API key) at a partner, or at none. */
export type IdempotencyKey = {
  readonly partner?: string | undefined;
  readonly principal: string;
  readonly key: string;
};

/** A request that is to be answered once. */
export type Asked = IdempotencyKey & {
  /** A keyed hash (HMAC) of the request: what was asked cannot be guessed from it. */
  readonly requestHash: string;
  /** The caller's clock. */
  readonly now: string;
  /** A request that began then or earlier and has no answer died: it is taken over. */
  readonly staleBefore: string;
  /** Of whom the request speaks, where it is one individual: the answer goes with the erasure. */
  readonly individual?: string | undefined;
};

/** The request is the caller's to do (`begunAt` tells this doing from a later one), or was answered before. */
export type Begun =
  | { readonly state: 'begun'; readonly begunAt: string }
  | { readonly state: 'answered'; readonly status: number; readonly answer: Json };

/**
 * Begins a request, or gives the answer that it had. Refused with `in-flight` while another does it, and with
 * `another-request` where the key stands for a request of another hash.
 */
export async function begin(database: Database, asked: Asked): Promise<Result<Begun>> {
  const { partner = '', principal, key, requestHash, now, staleBefore, individual = '' } = asked;
  const outcome = await database.batch([
    sql`insert into idempotency_keys (partner_id, principal, key, request_hash, begun_at, individual_id)
      values (${partner}, ${principal}, ${key}, ${requestHash}, ${now}, ${individual})
      on conflict (partner_id, principal, key) do update set begun_at = excluded.begun_at
        where idempotency_keys.status is null and idempotency_keys.request_hash = excluded.request_hash
        and idempotency_keys.begun_at <= ${staleBefore} and idempotency_keys.begun_at < excluded.begun_at
      returning begun_at`.compile(compiler),
    sql`select request_hash, status, answer from idempotency_keys
      where partner_id = ${partner} and principal = ${principal} and key = ${key}`.compile(compiler),
  ]);
  if (!outcome.ok) return refused('key', outcome.refusal);
  const [made, [row] = []] = outcome.rows;
  if (made?.length === 1) return { ok: true, value: { state: 'begun', begunAt: now } };
  if (row?.['request_hash'] !== requestHash) return { ok: false, faults: [{ path: 'key', code: 'another-request' }] };
  if (row['status'] === null) return { ok: false, faults: [{ path: 'key', code: 'in-flight' }] };
  const answer = row['answer'] === null ? null : readJson(row['answer']);
  return { ok: true, value: { state: 'answered', status: Number(row['status']), answer } };
}

/**
 * Keeps the answer: a receipt that names by id what was written, and what else it says sealed for the individual. Refused
 * with `taken-over` where the request is not this caller's any more, and as the table refuses (`guard`, `not-sealed`).
 */
export function finish(
  database: Database,
  { partner = '', principal, key }: IdempotencyKey,
  { begunAt, status, answer }: { readonly begunAt: string; readonly status: number; readonly answer: Json },
): Promise<Result<true>> {
  const text = answer === null ? null : JSON.stringify(answer);
  const statement = sql`update idempotency_keys set status = ${status}, answer = ${text} where partner_id = ${partner}
    and principal = ${principal} and key = ${key} and begun_at = ${begunAt} and status is null returning key`;
  return changeOne(database, statement.compile(compiler), { path: 'begunAt', code: 'taken-over' });
}

/** Lets a request go that came to nothing: it may be sent again at once. Refused with `taken-over`, as above. */
export function abandon(
  database: Database,
  { partner = '', principal, key }: IdempotencyKey,
  begunAt: string,
): Promise<Result<true>> {
  const statement = sql`delete from idempotency_keys where partner_id = ${partner} and principal = ${principal}
    and key = ${key} and begun_at = ${begunAt} and status is null returning key`;
  return changeOne(database, statement.compile(compiler), { path: 'begunAt', code: 'taken-over' });
}
