import type { Result } from '@standing/domain';
import type { Database } from '../port/database.ts';
import { eraseKeys } from '../sealing/keys.ts';
import { compiler, listed } from '../statements/compiler.ts';
import { erasures } from '../statements/erasure.ts';
import type { Recording } from '../statements/recording.ts';
import { append, type Recorded } from './append.ts';
import { cutAt, everyId, read } from './load.ts';

/** The ledger and, in a database of its own, the keys of what is sealed in it. */
export type Erasing = { readonly ledger: Database; readonly keys: Database };

/**
 * Erases an individual, under every id that it was merged with: the fact is recorded, the keys are deleted, the sealed
 * profiles and the rows of files that wait are let go. What partners' past decisions rest on stays under a bare id. Refused as `append` refuses; `unique` says
 * that an erasure with this id is there. Where it is broken off in between, `finishErasures` does the rest.
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

/** Does what recorded erasures still lack, after a crash or a back-up that was put back; to be run at each start. */
export async function finishErasures(erasing: Erasing): Promise<void> {
  const erased = await read(erasing.ledger, erasures, 'all', await cutAt(erasing.ledger));
  if (erased.length > 0) await letGo(erasing, [...new Set(erased.map(({ individual }) => individual))]);
}

async function letGo({ ledger, keys }: Erasing, individuals: readonly string[]): Promise<void> {
  await eraseKeys(keys, individuals);
  await ledger.batch([
    compiler.deleteFrom('profiles').where('individual_id', 'in', listed(individuals)).compile(),
    compiler.deleteFrom('import_inbox').where('individual_id', 'in', listed(individuals)).compile(),
  ]);
}
