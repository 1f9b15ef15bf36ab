import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyPartner, load, type PartnerRecord } from '../../src/ledger.ts';
import type { Database } from '../../src/port/database.ts';
import { emptyLedgers } from '../databases.ts';
import { ordered, world } from '../ledger/worlds.ts';
import { said, writeEach } from '../ledger/written.ts';
import { runs } from '../runs.ts';

const { seed } = runs(0, 0);

async function everyOf(database: Database): Promise<PartnerRecord[]> {
  const records: PartnerRecord[] = [];
  for await (const record of everyPartner(database)) records.push(record);
  return records;
}

/** The ledger on an engine gives what it gives in memory. `open` gives an empty database of the newest schema. */
export function sameLedger(name: string, open: () => Promise<Database>): void {
  test(`the ledger on ${name} is the ledger in memory`, async () => {
    const [made] = fc.sample(world, { seed, numRuns: 1 });
    if (made === undefined) throw new Error('There is no world');
    const facts = ordered(made, [0]);
    const [memory, database] = [(await emptyLedgers())(), await open()];
    await writeEach(memory, facts);
    await writeEach(database, facts);
    for (const who of [{ partners: ['p1', 'p2'] }, { individuals: ['i1', 'i2', 'i3', 'I2'] }]) {
      for (const at of [{}, { asOf: '2004-06-30' }, { knownAt: '2006-01-01T00:00:00.010Z' }]) {
        expect(said(await load(database, who, at))).toBe(said(await load(memory, who, at)));
      }
    }
    expect(await everyOf(database)).toEqual(await everyOf(memory));
    await database.close();
  });
}
