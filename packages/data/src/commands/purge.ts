import { purge as purgeOlder, RETENTION, type Retention } from '../operations/retention.ts';
import { CannotGoOn, ENDED, verb } from './command.ts';
import { withLedger } from './ledger.ts';

const NAMES = Object.keys(RETENTION) as (keyof Retention)[];
const DEFAULTS = NAMES.map((name) => `${name}=${RETENTION[name]}`).join(', ');

export const purge = verb({
  name: 'purge',
  usage: '[--keep <what>=<days>]… [--author <who>]',
  does: `lets go what is older than its retention, in days: ${DEFAULTS}`,
  options: { keep: { type: 'string', multiple: true, default: [] }, author: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run({ options, desk }) {
    const retention = { ...RETENTION, ...Object.fromEntries(options.keep.map(keptFor)) };
    return await withLedger(desk, 'look', async ({ ledger }) => {
      const by = { now: desk.now(), author: options.author ?? desk.author };
      const outcome = await purgeOlder(ledger, retention, by);
      if (!outcome.ok) {
        const { path, code } = outcome.faults[0] ?? {};
        const why = code === 'days' ? `${path} is kept for 1 to 36500 whole days` : `${path}: ${code}`;
        throw new CannotGoOn(`Nothing was let go: ${why}.`, { code: code === 'days' ? ENDED.usage : ENDED.failed });
      }
      await desk.give(outcome.value);
      const count = Object.values(outcome.value).reduce((sum, gone) => sum + gone, 0);
      desk.say(count === 0 ? 'Nothing is older than its retention.' : `${count} rows were let go.`);
      return ENDED.done;
    });
  },
});

/** `audit=400`, as it is given on the command line. */
function keptFor(given: string): readonly [keyof Retention, number] {
  const [, what, days] = /^(\w+)=(\d{1,6})$/.exec(given) ?? [];
  const name = NAMES.find((each) => each === what);
  if (name !== undefined) return [name, Number(days)];
  throw new CannotGoOn(`--keep is <what>=<days>, and what is one of ${NAMES.join(', ')}.`, { code: ENDED.usage });
}
