import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append } from '../../src/ledger.ts';
import { recordOf } from '../../src/person.ts';
import type { Database } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { emptyLedgers } from '../databases.ts';
import { ordered, world } from '../ledger/worlds.ts';
import { instant, partnerOf } from '../ledger/written.ts';
import { runs } from '../runs.ts';
import { memoryKeys } from './everything.ts';

const empty = await emptyLedgers();

test('the facts of others change nothing in the file', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const facts = ordered(made, [0]).map((fact, index) => ({ fact, index }));
      const [whole, keys] = [empty(), await memoryKeys()];
      await writeAt(whole, facts);
      const file = await recordOf({ ledger: whole, keys }, crypto, 'i1');
      const ids: readonly string[] = file.ids;
      const own = new Set(
        facts.filter(({ fact }) => 'individual' in fact && ids.includes(fact.individual ?? '')).map(keyOf),
      );
      const about = facts.filter((each) => own.has(keyOf(each)) || own.has(correctedBy(each.fact)));
      const ends = new Set(about.filter(({ fact }) => fact.kind === 'end').map(keyOf));
      const mine = facts.filter((each) => about.includes(each) || ends.has(correctedBy(each.fact)));
      const alone = empty();
      await writeAt(alone, mine);
      expect(JSON.stringify(await recordOf({ ledger: alone, keys }, crypto, 'i1'))).toBe(JSON.stringify(file));
    }),
    runs(20, 500),
  );
}, 600_000);

type At = { readonly fact: Fact; readonly index: number };

function keyOf({ fact }: At): string {
  const id = fact.kind === 'void' ? [fact.of, fact.fact] : fact.id;
  return JSON.stringify([partnerOf(fact) ?? '', fact.kind, id]);
}

/** The fact that a correction is of; ids of the worlds are unique among all of a kind. */
function correctedBy(fact: Fact): string {
  return fact.kind === 'void' || fact.kind === 'end'
    ? JSON.stringify([fact.partner ?? '', fact.of, fact.fact])
    : 'none';
}

/** Each at an instant of its own, whichever others are written. */
async function writeAt(ledger: Database, facts: readonly At[]): Promise<void> {
  for (const { fact, index } of facts) {
    const recording = { partner: partnerOf(fact), recordedAt: instant(index), author: 'operator-1' };
    const outcome = await append(ledger, { ...recording, source: 'operator' }, [fact]);
    if (!outcome.ok) throw new Error(JSON.stringify([fact, outcome.faults]));
  }
}
