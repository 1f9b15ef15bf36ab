import type { Program } from '@standing/domain';
import { projectedFrom, refresh, verify as verifyDueDays } from '../due/projection.ts';
import type { Database } from '../port/database.ts';
import { type Desk, ENDED, verb } from './command.ts';
import { programsOf, projecting } from './days.ts';
import { withLedger } from './ledger.ts';

export const verify = verb({
  name: 'verify',
  usage: '[--program <id>]',
  does: 'holds the database against itself, and due days against a replay of everybody; names what differs',
  options: { program: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run({ options, desk }) {
    const programs = programsOf(desk, options.program);
    return await withLedger(desk, 'look', async ({ ledger }) => {
      let faults = await ofDatabase(ledger, desk);
      for (const program of programs) faults += await ofDueDays(ledger, desk, program);
      desk.say(faults === 0 ? 'Nothing differs.' : `${faults} differences.`);
      return faults === 0 ? ENDED.done : ENDED.look;
    });
  },
});

/** What the engine itself finds: damaged pages and indexes, references that lead nowhere. */
async function ofDatabase(ledger: Database, desk: Desk): Promise<number> {
  const look = (sql: string) => ledger.all({ sql, parameters: [] });
  const damage = (await look('select * from pragma_quick_check limit 100')).filter(
    (row) => row['quick_check'] !== 'ok',
  );
  const lost = await look('select * from pragma_foreign_key_check limit 100');
  await desk.give(...damage.map((row) => ({ damage: row['quick_check'] })));
  await desk.give(...lost.map((row) => ({ reference: row })));
  return damage.length + lost.length;
}

async function ofDueDays(ledger: Database, desk: Desk, program: Program): Promise<number> {
  const from = await projectedFrom(ledger, program.id);
  if (from === undefined) {
    desk.say(`Due days of ${program.id} were never worked out: "rebuild" does.`);
    return 0;
  }
  // What was recorded since is worked out first; whatever was there before is held against the replay as it is.
  await refresh(ledger, projecting(desk, program, from));
  const outcome = await verifyDueDays(ledger, program);
  if (!outcome.ok) {
    desk.say(`${program.id}: facts were recorded while it was verified. Call it again.`);
    return 1;
  }
  await desk.give(...outcome.value.map((difference) => ({ program: program.id, ...difference })));
  return outcome.value.length;
}
