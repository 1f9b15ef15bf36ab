import type { Program } from '@standing/domain';
import { countWaiting, refresh } from '../due/projection.ts';
import { catalogueOf } from '../import/catalogue.ts';
import { retryInbox } from '../import/retry.ts';
import { finishErasures } from '../ledger.ts';
import type { Store } from './open.ts';

/** What a start does at most; what is left is said, with the command that does it. */
export const UPKEEP = {
  /** Rows of the inbox. */
  rows: 5_000,
  /** Individuals and partners whose due days are worked out. */
  owners: 3_000,
} as const;

export type UpkeepOptions = {
  readonly programs: readonly Program[];
  /** The first day whose due days are of interest, where there is no projection yet. */
  readonly from: string;
  /** The caller's clock: an instant `2004-06-30T12:00:00.000Z`. */
  readonly now: () => string;
  readonly most?: { readonly [Bound in keyof typeof UPKEEP]: number };
};

/**
 * What a ledger needs at each start: erasures finished, all of them; rows of the inbox tried again whose lack has come
 * (an edition may have brought it); due days of whom something was recorded since. Gives a sentence for each that had
 * something to do.
 */
export async function* upkeep(store: Store, options: UpkeepOptions): AsyncGenerator<string> {
  const { programs, now, most = UPKEEP } = options;
  const again = { recordedAt: now(), author: 'standing', source: 'program' } as const;
  const erased = await finishErasures({ ledger: store.ledger, keys: await store.keys() }, again);
  if (erased > 0) yield `Erasures: ${erased} in all, none unfinished.`;

  const retrying = { author: 'standing', source: 'operator', now, catalogue: catalogueOf(programs) } as const;
  const { accepted, already, unfit } = await retryInbox(store.ledger, { ...retrying, most: most.rows });
  const tried = accepted + already + unfit;
  const isMore = tried >= most.rows ? ' More may wait: "standing-ledger inbox retry".' : '';
  if (tried > 0) yield `Inbox: ${tried} rows tried again, ${accepted + already} went in.${isMore}`;

  for (const program of programs) {
    const question = { program, from: options.from, now: now() };
    const waiting = await countWaiting(store.ledger, question, most.owners + 1);
    if (waiting > most.owners) {
      yield `Due days of ${program.id}: more than ${most.owners} individuals and partners wait: "standing-ledger rebuild".`;
    } else if (waiting > 0) {
      await refresh(store.ledger, question);
      yield `Due days of ${program.id}: ${waiting} individuals and partners worked out.`;
    }
  }
}
