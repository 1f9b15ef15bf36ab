import type { Result } from '@standing/domain';
import { sql } from 'kysely';
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
 * `append` refuses; `unique` says that an erasure with this id is there. Broken off in between, `finishErasures` does the rest.
 */
export async function erase(
  { ledger, keys }: Erasing,
  recording: Recording,
  erasure: { readonly id: string; readonly individual: string; readonly erasedOn: string },
): Promise<Result<Recorded>> {
  const { ids } = await everyId(ledger, [erasure.individual], await cutAt(ledger));
  const facts = ids.map((individual) => ({ kind: 'erasure' as const, ...erasure, individual }));
  const recorded = await append(ledger, recording, facts);
  if (recorded.ok) await letGo({ ledger, keys }, ids);
  return recorded;
}

/**
 * Does what erasures still lack, after a crash or a back-up that was put back; to be run at each start. Of a back-up that is older
 * than an erasure only the keys know: what they have let go is recorded as erased again, under `recording` and its day. Gives how many
 * individuals were ever erased.
 */
export async function finishErasures(erasing: Erasing, recording: Recording): Promise<number> {
  const { ledger, keys } = erasing;
  const erased = await read(ledger, erasures, 'all', await cutAt(ledger));
  const known = new Set(erased.map(({ individual }) => individual));
  if (known.size > 0) await letGo(erasing, [...known]);
  let count = known.size;
  for (let page = await erasedIndividuals(keys, ''); page.length > 0; ) {
    const again = page.filter((individual) => !known.has(individual));
    if (again.length > 0) await eraseAgain(erasing, recording, again);
    count += again.length;
    page = await erasedIndividuals(keys, page.at(-1) ?? '');
  }
  return count;
}

async function eraseAgain(erasing: Erasing, recording: Recording, individuals: readonly string[]): Promise<void> {
  const erasedOn = recording.recordedAt.slice(0, 10);
  const facts = individuals.map((individual) => ({ kind: 'erasure' as const, id: 'again', individual, erasedOn }));
  const recorded = await append(erasing.ledger, recording, facts);
  if (!recorded.ok)
    throw new DatabaseFailure('broken', `Who was erased could not be erased again: ${recorded.faults[0]?.code}`);
  await letGo(erasing, individuals);
}

async function letGo({ ledger, keys }: Erasing, individuals: readonly string[]): Promise<void> {
  await eraseKeys(keys, individuals);
  const left = LET_GO.map(
    (table) => sql`select 1 from ${sql.table(table)} where individual_id in ${listed(individuals)}`,
  );
  const rows = await ledger.all(sql`${sql.join(left, sql` union all `)} limit 1`.compile(compiler));
  if (rows.length > 0) {
    await ledger.batch(
      LET_GO.map((table) => compiler.deleteFrom(table).where('individual_id', 'in', listed(individuals)).compile()),
    );
  }
  await ledger.forget?.();
}
