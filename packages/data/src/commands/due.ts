import { dueBetween, refresh } from '../due/projection.ts';
import { CannotGoOn, ENDED, verb } from './command.ts';
import { dayOf, programsOf, projecting } from './days.ts';
import { withLedger } from './ledger.ts';

const USAGE = '--from <day> --by <day> [--as-of <day>] [--program <id>]';

export const due = verb({
  name: 'due',
  usage: USAGE,
  does: 'lists what is due in these days: ends of awards and their reminders, anniversaries; as it stands on --as-of, or on --from',
  options: {
    from: { type: 'string' },
    by: { type: 'string' },
    'as-of': { type: 'string' },
    program: { type: 'string' },
  },
  words: { least: 0, most: 0 },
  async run({ options, desk }) {
    const [from, by] = [dayOf('--from', options.from), dayOf('--by', options.by)];
    if (from === undefined || by === undefined)
      throw new CannotGoOn(`Called as: standing-ledger due ${USAGE}`, { code: ENDED.usage });
    const asOf = dayOf('--as-of', options['as-of']) ?? from;
    const [earliest = from] = [from, asOf].sort();
    const programs = programsOf(desk, options.program);
    return await withLedger(desk, 'look', async ({ ledger }) => {
      for (const program of programs) {
        await refresh(ledger, projecting(desk, program, earliest));
        const days = await dueBetween(ledger, { program: program.id, from, by, asOf });
        for (const day of days) await desk.give({ program: program.id, ...day });
        desk.say(`${program.id}: ${days.length} due from ${from} to ${by}, as of ${asOf}.`);
      }
      return ENDED.done;
    });
  },
});
