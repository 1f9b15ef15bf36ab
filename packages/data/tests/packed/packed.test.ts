import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, load } from '../../src/ledger.ts';
import { pack, unpack } from '../../src/packed.ts';
import type { Database } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { emptyLedgers } from '../databases.ts';
import { ordered, world } from '../ledger/worlds.ts';
import { evaluated, instant, writeEach } from '../ledger/written.ts';
import { latestEdition, type Member, network } from '../network/network.ts';
import { runs } from '../runs.ts';

const empty = await emptyLedgers();
/** 2005-06-30 as a day’s number. */
const AS_OF = 12_964;
const edition = latestEdition();

/** The facts of the contract as the ledger takes them, those of the program's book and those of the partner's. */
function factsOf({ partner, individuals }: Member): { readonly program: Fact[]; readonly partner: Fact[] } {
  return {
    program: individuals.flatMap(({ id, exams, agreements = [] }): Fact[] => [
      ...exams.map((exam, at): Fact => ({ ...exam, kind: 'exam-result', individual: id, id: exam.id ?? `r${at}` })),
      ...agreements.map((each, at): Fact => ({ ...each, kind: 'agreement', individual: id, id: `a${at}` })),
    ]),
    partner: [
      ...partner.affiliations.map(
        (each, at): Fact => ({ ...each, kind: 'affiliation', partner: partner.id, id: `a${at}` }),
      ),
      ...(partner.holdings ?? []).map(
        (each, at) => ({ ...each, kind: 'holding', partner: partner.id, id: `h${at}` }) as Fact,
      ),
      ...(partner.renewals ?? []).map(
        (each, at) => ({ ...each, kind: 'renewal', partner: partner.id, id: `r${at}` }) as Fact,
      ),
    ],
  };
}

async function written(members: readonly Member[]): Promise<Database> {
  const database = empty();
  const people = new Set<string>();
  for (const [at, member] of members.entries()) {
    const fresh = member.individuals.filter(({ id }) => !people.has(id));
    for (const { id } of fresh) people.add(id);
    const facts = factsOf({ ...member, individuals: fresh });
    const recording = { recordedAt: instant(at), author: 'operator-1', source: 'operator' } as const;
    for (const [partner, some] of [
      ['', facts.program],
      [member.partner.id, facts.partner],
    ] as const) {
      const outcome = some.length === 0 ? undefined : await append(database, { ...recording, partner }, some);
      if (outcome?.ok === false) throw new Error(JSON.stringify(outcome.faults));
    }
  }
  return database;
}

test('a network evaluated from the packed form is as from the ledger, and as it was made', {
  timeout: 120_000,
}, async () => {
  const members = [...network({ seed: 3, partners: 12, individuals: 150, results: 700 }, edition)];
  const database = await written(members);
  let [packedSize, jsonSize] = [0, 0];
  for (const { partner, individuals } of members) {
    const record = await load(database, { partners: [partner.id] });
    const bytes = pack(record);
    const again = unpack(bytes);
    if (!again.ok) throw new Error(JSON.stringify(again.faults));
    const answer = evaluated(record.facts, AS_OF);
    expect(evaluated(again.value.facts, AS_OF)).toBe(answer);
    expect(evaluated({ individuals, partners: [partner] }, AS_OF)).toBe(answer);
    expect(again.value.elsewhere).toEqual(record.elsewhere);
    packedSize += bytes.length;
    jsonSize += JSON.stringify({ facts: record.facts, elsewhere: record.elsewhere }).length;
  }
  expect(packedSize * 4).toBeLessThan(jsonSize);
});

test('every record comes back as it was packed', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const database = empty();
      await writeEach(database, ordered(made, [0]));
      for (const who of [{ partners: ['p1'] }, { partners: ['p1', 'p2'] }, { individuals: ['i1', 'i2'] }]) {
        const { facts, elsewhere, sequence } = await load(database, who);
        const again = unpack(pack({ facts, elsewhere, sequence }));
        expect(again).toEqual({ ok: true, value: { facts, elsewhere, sequence } });
      }
    }),
    runs(20, 2000),
  );
});

test('what is damaged, cut short or of another version is refused', () => {
  const facts = {
    individuals: [{ id: 'i1', exams: [{ exam: 'x', takenOn: '2199-12-31', result: 'pass' as const }] }],
    partners: [],
  };
  const bytes = pack({ facts, elsewhere: [], sequence: 9 });
  for (let at = 0; at < bytes.length; at += 1) {
    expect(unpack(bytes.subarray(0, at)).ok).toBe(false);
    for (const bit of [1, 128]) {
      const flipped = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ bit : byte));
      expect(unpack(flipped).ok).toBe(false);
    }
  }
  expect(unpack(Uint8Array.from([...bytes, 0]))).toMatchObject({ faults: [{ code: 'truncated' }] });
  expect(unpack(Uint8Array.from(bytes, (byte, at) => (at === 4 ? 2 : byte)))).toEqual({
    ok: false,
    faults: [{ path: '', code: 'version', received: '2' }],
  });
  expect(unpack(new Uint8Array())).toMatchObject({ faults: [{ code: 'magic' }] });
});
