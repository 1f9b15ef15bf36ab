import { readMigrations } from '../migrations/files.ts';
import { migrate, schemaOf } from '../migrations/migrate.ts';
import { noticeOf } from '../store/notice.ts';
import { isThere, openStore, type Store } from '../store/open.ts';
import { placeOf } from '../store/place.ts';
import type { Setting } from '../store/setting.ts';
import { CannotGoOn, type Desk } from './command.ts';

/**
 * Opens the ledger for one piece of work, and closes it whatever becomes of that. Where there is none, `make` makes one, and
 * the others make nothing and refuse. A ledger of an older schema is left for `migrate`; only `any` takes it as it is.
 */
export async function withLedger<T>(
  desk: Desk,
  use: 'make' | 'look' | 'any',
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { setting, say } = desk;
  if (use !== 'make' && !(await isThere(setting))) throw noLedger(setting);
  const store = await openStore(setting, { notice: (notice) => say(noticeOf(notice)) });
  try {
    const migrations = await readMigrations();
    const { version, newest } = await schemaOf(store.ledger, migrations);
    if (version === 0 && use !== 'make') throw noLedger(setting);
    if (version > 0 && version < newest && use !== 'any') {
      throw new CannotGoOn(
        `${placeOf(setting.database)} has schema ${version}, and this program knows ${newest}: make a back-up, then "standing-ledger migrate".`,
      );
    }
    if (version === 0) await migrate(store.ledger, migrations);
    return await work(store);
  } finally {
    await store.close();
  }
}

export function noLedger({ database }: Setting): CannotGoOn {
  return new CannotGoOn(`There is no ledger yet: ${placeOf(database)}. An import makes one, and so does npm start.`);
}
