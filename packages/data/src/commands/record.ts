import { writeFile } from 'node:fs/promises';
import { recordOf } from '../person/record-of.ts';
import { CannotGoOn, ENDED, verb } from './command.ts';
import { withLedger } from './ledger.ts';

export const record = verb({
  name: 'record',
  usage: '<individual> [--file <file>]',
  does: 'gives everything that is kept about a person, under any of its ids, as one JSON document for that person',
  options: { file: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run({ options, words: [individual = ''], desk }) {
    return await withLedger(desk, 'look', async ({ ledger, keys }) => {
      const {
        format,
        version,
        individual: one,
        ids,
        ...rest
      } = await recordOf({ ledger, keys: await keys() }, crypto, individual);
      if (Object.values(rest).every((list) => list.length === 0))
        throw new CannotGoOn(`Nothing is kept about ${individual}.`);
      const whole = { format, version, individual: one, ids, ...rest };
      if (options.file === undefined) await desk.give(whole);
      else {
        const path = desk.path(options.file);
        // It holds names: for its owner's eyes, and never over another file.
        await writeFile(path, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
        desk.say(`The record of ${one} is in ${path}: ${rest.facts.length} facts.`);
      }
      return ENDED.done;
    });
  },
});
