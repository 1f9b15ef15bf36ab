import { projectedFrom, rebuild as rebuildDueDays } from '../due/projection.ts';
import { ENDED, verb } from './command.ts';
import { dayOf, programsOf, projecting } from './days.ts';
import { withLedger } from './ledger.ts';

export const rebuild = verb({
  name: 'rebuild',
  usage: '[--from <day>] [--program <id>]',
  does: 'works out all due days anew, from the day they begin with now, else from --from or today',
  options: { from: { type: 'string' }, program: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run({ options, desk }) {
    const asked = dayOf('--from', options.from);
    const programs = programsOf(desk, options.program);
    return await withLedger(desk, 'look', async ({ ledger }) => {
      for (const program of programs) {
        const from = asked ?? (await projectedFrom(ledger, program.id)) ?? desk.now().slice(0, 10);
        await rebuildDueDays(ledger, projecting(desk, program, from));
        desk.say(`Due days of ${program.id} are worked out anew, from ${from} on.`);
      }
      return ENDED.done;
    });
  },
});
