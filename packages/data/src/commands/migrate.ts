import { readMigrations } from '../migrations/files.ts';
import { migrate as migrateLedger } from '../migrations/migrate.ts';
import { openStore } from '../store/open.ts';
import { ENDED, verb } from './command.ts';

export const migrate = verb({
  name: 'migrate',
  usage: '',
  does: 'brings the ledger to the schema of this program, or makes an empty one; make a back-up before',
  options: {},
  words: { least: 0, most: 0 },
  async run({ desk }) {
    const store = await openStore(desk.setting);
    try {
      const migrated = await migrateLedger(store.ledger, await readMigrations());
      await desk.give(migrated);
      const { from, to } = migrated;
      desk.say(
        from === to ? `The ledger has schema ${to}, the newest.` : `The ledger went from schema ${from} to ${to}.`,
      );
      return ENDED.done;
    } finally {
      await store.close();
    }
  },
});
