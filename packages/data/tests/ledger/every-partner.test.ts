import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type At, append, everyPartner, load, type PartnerRecord } from '../../src/ledger.ts';
import type { Database } from '../../src/port/database.ts';
import { emptyLedgers } from '../databases.ts';
import { latestEdition, network } from '../network/network.ts';
import { writeNetwork } from '../network/written.ts';
import { runs } from '../runs.ts';
import { ordered, world } from './worlds.ts';
import { instant, writeEach } from './written.ts';

const empty = await emptyLedgers();

async function every(database: Database, at?: At, rows?: number): Promise<PartnerRecord[]> {
  const records: PartnerRecord[] = [];
  for await (const record of everyPartner(database, at, rows)) records.push(record);
  return records;
}

/** The same partners, loaded one by one. */
function loaded(database: Database, records: readonly PartnerRecord[], at: At): Promise<PartnerRecord[]> {
  return Promise.all(
    records.map(async ({ facts }) => {
      const record = await load(database, { partners: facts.partners.map(({ id }) => id) }, at);
      return { facts: record.facts, elsewhere: record.elsewhere, sequence: record.sequence };
    }),
  );
}

test('every partner is as it is when it is loaded by itself, on every day and known at every instant', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.nat(30),
      fc.constantFrom(undefined, '2003-06-01', '2004-06-30'),
      async (made, cut, asOf) => {
        const database = empty();
        await writeEach(database, ordered(made, [0]));
        for (const at of [{}, { asOf, knownAt: instant(cut) }]) {
          const whole = await every(database, at);
          expect(whole).toEqual(await loaded(database, whole, at));
          const ids = whole.flatMap(({ facts }) => facts.partners.map(({ id }) => id));
          expect(ids).toEqual([...new Set(ids)].sort());
          // However few rows are read at a time.
          for (const rows of [1, 3]) expect(await every(database, at, rows)).toEqual(whole);
        }
      },
    ),
    runs(30, 2000),
  );
});

test('a network of partners among whom people have moved comes whole', async () => {
  const members = [...network({ seed: 5, partners: 30, individuals: 400, results: 1500 }, latestEdition())];
  const database = empty();
  await writeNetwork(database, members);
  const whole = await every(database, {}, 50);
  expect(whole.map(({ facts }) => facts.partners[0]?.id)).toEqual(members.map(({ partner }) => partner.id));
  expect(whole).toEqual(await loaded(database, whole, {}));
  expect(whole.some(({ elsewhere }) => elsewhere.length > 0)).toBe(true);
});

test('what is recorded while it runs is not seen, and an empty ledger has nobody', async () => {
  const database = empty();
  expect(await every(database)).toEqual([]);
  const recording = { recordedAt: instant(0), author: 'operator-1', source: 'operator' } as const;
  const hire = (partner: string, individual: string) =>
    append(database, { ...recording, partner }, [
      { kind: 'affiliation', partner, id: individual, individual, from: '2003-01-01' },
    ]);
  for (const partner of ['p1', 'p2', 'p3']) await hire(partner, 'i1');
  const seen: string[] = [];
  for await (const { facts } of everyPartner(database, {}, 1)) {
    await hire('p3', `late-${seen.length}`);
    await hire('p4', `late-${seen.length}`);
    seen.push(...facts.partners.map(({ id, affiliations }) => `${id} ${affiliations.length}`));
  }
  expect(seen).toEqual(['p1 1', 'p2 1', 'p3 1']);
});
