import { access } from 'node:fs/promises';
import { writeBackup } from '../backup/file.ts';
import { openBeside } from '../engines/open.ts';
import { isThere } from '../store/open.ts';
import { backupFaults, shown } from './backup-words.ts';
import { CannotGoOn, ENDED, verb } from './command.ts';
import { noLedger } from './ledger.ts';

export const backup = verb({
  name: 'backup',
  usage: '<file>',
  does: 'writes the ledger of any engine into a new file, while the server runs, too; keys of individuals are not in it',
  options: {},
  words: { least: 1, most: 1 },
  async run({ words: [file = ''], desk }) {
    const path = desk.path(file);
    if (await exists(path)) throw new CannotGoOn(`${path} is there, and no back-up is written over: name another.`);
    if (!(await isThere(desk.setting))) throw noLedger(desk.setting);
    const ledger = await openBeside(desk.setting.database);
    try {
      const written = await writeBackup(ledger, path, desk.now());
      if (!written.ok) throw new CannotGoOn(`${path} ${backupFaults(written.faults)}`);
      await desk.give(shown(path, written.value));
      desk.say(`The ledger is in ${path}, up to recording ${written.value.sequence}.`);
      return ENDED.done;
    } finally {
      await ledger.close();
    }
  },
});

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
