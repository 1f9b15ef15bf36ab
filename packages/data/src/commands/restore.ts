import { readBackup, schemaFaults } from '../backup/check.ts';
import { backupFile } from '../backup/file.ts';
import { restore as restoreLedger } from '../backup/restore.ts';
import { finishErasures } from '../ledger.ts';
import { readMigrations } from '../migrations/files.ts';
import { migrate } from '../migrations/migrate.ts';
import { openStore } from '../store/open.ts';
import { placeOf } from '../store/place.ts';
import { backupFaults, shown } from './backup-words.ts';
import { CannotGoOn, ENDED, verb } from './command.ts';

export const restore = verb({
  name: 'restore',
  usage: '<file> [--author <who>]',
  does: 'puts a back-up where nothing is yet, on any engine, brings it to the schema of this program and erases again who was erased since',
  options: { author: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run({ options, words: [file = ''], desk }) {
    const path = desk.path(file);
    const { database } = desk.setting;
    if (database.engine === 'memory') throw new CannotGoOn('What is put into memory: is gone at once. Name an engine.');
    const migrations = await readMigrations();
    // Before anything is opened: what is no back-up makes no folder.
    const read = await readBackup(backupFile(path)());
    const faults = read.ok ? schemaFaults(read.value.schema, migrations) : read.faults;
    if (faults.length > 0) throw new CannotGoOn(`${path} ${backupFaults(faults)}`);
    const store = await openStore(desk.setting);
    try {
      const restored = await restoreLedger(store.ledger, migrations, backupFile(path));
      if (!restored.ok) throw new CannotGoOn(`${placeOf(database)}: ${path} ${backupFaults(restored.faults)}`);
      await migrate(store.ledger, migrations);
      const again = { recordedAt: desk.now(), author: options.author ?? desk.author, source: 'program' } as const;
      const erased = await finishErasures({ ledger: store.ledger, keys: await store.keys() }, again);
      await desk.give(shown(path, restored.value));
      const people = erased > 0 ? ` ${erased} individuals are erased in it.` : '';
      desk.say(`The ledger is in ${placeOf(database)}, up to recording ${restored.value.sequence}.${people}`);
      return ENDED.done;
    } finally {
      await store.close();
    }
  },
});
