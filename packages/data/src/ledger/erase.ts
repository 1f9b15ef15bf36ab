import type { Result } from '@standing/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Database, DatabaseFailure } from '../port/database.ts';
import { erasedIndividuals, eraseKeys } from '../sealing/keys.ts';
import { compiler, listed } from '../statements/compiler.ts';
import { erasures } from '../statements/erasure.ts';
import type { Recording } from '../statements/recording.ts';
import { append, type Recorded } from './append.ts';
import { cutAt, everyId, read } from './load.ts';

/** The ledger and, in a database of its own, the keys of what is sealed in it. */
export type Erasing = { readonly ledger: Database; readonly keys: Database };

/** What is let go of somebody who was erased: the rest stays, under a bare id. */
const LET_GO = ['profiles', 'import_inbox', 'outbox', 'idempotency_keys'] as const;

/**
 * Erases an individual, under every id that it was merged with: the fact is recorded, the keys are deleted, and with them
 * every text that was sealed, in whatever copy; sealed profiles, rows of files, messages and kept answers are let go, and
 * overwritten where the engine's files are ours. What partners' past decisions rest on stays under a bare id. Refused as
 * `append` refuses, and with `erased-already` where every id was; one that was merged since is erased with what is left
 * of the others. Broken off in between, `finishErasures` does the rest.
 */
export async function erase(
  { ledger, keys }: Erasing,
  recording: Recording,
  erasure: { readonly id: string; readonly individual: string; readonly erasedOn: string },
): Promise<Result<Recorded>> {
  const cut = await cutAt(ledger);
  const { ids } = await everyId(ledger, [erasure.individual], cut);
  const before = new Set((await read(ledger, erasures, { individuals: ids }, cut)).map(({ individual }) => individual));
  const facts = ids
    .filter((individual) => !before.has(individual))
    .map((individual) => ({ kind: 'erasure' as const, ...erasure, individual }));
  const recorded: Result<Recorded> =
    facts.length > 0
      ? await append(ledger, recording, facts)
      : { ok: false, faults: [{ path: 'individual', code: 'erased-already' }] };
  if (!recorded.ok && facts.length > 0) return recorded;
  await eraseKeys(keys, ids);
  await letGo(ledger, listed(ids));
  return recorded;
}

/**
 * Does what erasures still lack, after a crash or a back-up that was put back; to be run at each start, and idle where nothing
 * is to do. Of a back-up that is older than an erasure only the keys know: whose they have let go is recorded as erased
 * again, under `recording` and its day. Gives how many individuals were ever erased.
 */
export async function finishErasures({ ledger, keys }: Erasing, recording: Recording): Promise<number> {
  const known = await read(ledger, erasures, 'all', await cutAt(ledger));
  const inLedger = new Set(known.map(({ individual }) => individual));
  const inKeys = new Set(await erasedIndividuals(keys));
  const erased = new Set([...inLedger, ...inKeys]);
  if (erased.size === 0) return 0;
  for (const some of pagesOf([...inKeys].filter((id) => !inLedger.has(id)))) await eraseAgain(ledger, recording, some);
  for (const some of pagesOf([...inLedger].filter((id) => !inKeys.has(id)))) await eraseKeys(keys, some);
  await letGo(ledger, sql`(select individual_id from erasures)`);
  return erased.size;
}

/** In parts of 500: some engines take no more statements at once. */
function pagesOf(all: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(all.length / 500) }, (_, at) => all.slice(at * 500, (at + 1) * 500));
}

async function eraseAgain(ledger: Database, recording: Recording, individuals: readonly string[]): Promise<void> {
  const erasedOn = recording.recordedAt.slice(0, 10);
  const facts = individuals.map((individual) => ({ kind: 'erasure' as const, id: 'again', individual, erasedOn }));
  const recorded = await append(ledger, recording, facts);
  if (recorded.ok) return;
  throw new DatabaseFailure('broken', `Who was erased could not be erased again: ${recorded.faults[0]?.code}.`);
}

/** Lets go of what there is about some individuals; where a crash came in between, the files are overwritten all the same. */
async function letGo(ledger: Database, individuals: RawBuilder<unknown>): Promise<void> {
  const of = (table: string) => sql`from ${sql.table(table)} where individual_id in ${individuals}`;
  const left = LET_GO.map((table) => sql`select 1 ${of(table)}`);
  const rows = await ledger.all(sql`${sql.join(left, sql` union all `)} limit 1`.compile(compiler));
  if (rows.length > 0) await ledger.batch(LET_GO.map((table) => sql`delete ${of(table)}`.compile(compiler)));
  await ledger.forget?.();
}
