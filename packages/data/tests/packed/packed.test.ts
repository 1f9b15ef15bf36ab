import fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '../../src/ledger.ts';
import { type PackedRecord, pack, unpack, unpackAll } from '../../src/packed.ts';
import { emptyLedgers } from '../databases.ts';
import { ordered, world } from '../ledger/worlds.ts';
import { evaluated, writeEach } from '../ledger/written.ts';
import { latestEdition, network } from '../network/network.ts';
import { writeNetwork } from '../network/written.ts';
import { runs } from '../runs.ts';

const empty = await emptyLedgers();
/** 2005-06-30 as a day’s number. */
const AS_OF = 12_964;
const edition = latestEdition();

test('a network evaluated from the packed form is as from the ledger, and as it was made', {
  timeout: 120_000,
}, async () => {
  const members = [...network({ seed: 3, partners: 12, individuals: 150, results: 700 }, edition)];
  const database = empty();
  await writeNetwork(database, members);
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
      await database.close();
    }),
    runs(20, 300),
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
  expect(unpack(Uint8Array.from(bytes, (byte, at) => (at === 4 ? 1 : byte)))).toEqual({
    ok: false,
    faults: [{ path: '', code: 'version', received: '1' }],
  });
  expect(unpack(new Uint8Array())).toMatchObject({ faults: [{ code: 'magic' }] });
});

async function allOf(pieces: Iterable<Uint8Array>): Promise<ReturnType<typeof unpack>[]> {
  const records: ReturnType<typeof unpack>[] = [];
  for await (const record of unpackAll(pieces)) records.push(record);
  return records;
}

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('records one behind the other come back from pieces of any size, up to the first that is damaged', async () => {
  const records = Array.from({ length: 5 }, (_, at): PackedRecord => {
    const exams = Array.from({ length: at * 3 }, (__, n) => ({
      exam: `x${n}`,
      takenOn: '2004-02-29',
      result: 'pass' as const,
    }));
    return {
      facts: { individuals: [{ id: `i${at}`, exams, agreements: [], awards: [] }], partners: [] },
      elsewhere: [],
      sequence: at,
    };
  });
  const packed = records.map(pack);
  const whole = Uint8Array.from(packed.flatMap((bytes) => [...bytes]));
  for (const size of [1, 7, 64, whole.length]) {
    expect(await allOf(cut(whole, size))).toEqual(records.map((value) => ({ ok: true, value })));
    expect((await allOf(cut(whole.subarray(0, -1), size))).map(({ ok }) => ok)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  }
  const second = packed[0]?.length ?? 0;
  for (const [offset, code] of [
    [0, 'magic'],
    [4, 'version'],
    [5, 'checksum'],
  ] as const) {
    const damaged = Uint8Array.from(whole, (byte, at) => (at === second + offset ? byte ^ 1 : byte));
    const [first, refused, ...more] = await allOf(cut(damaged, 11));
    expect([first?.ok, refused, more]).toMatchObject([true, { ok: false, faults: [{ code }] }, []]);
  }
  const header = [...new TextEncoder().encode('STPK'), 2, 1, 255, 255, 255, 255, 127];
  expect(await allOf(cut(Uint8Array.from(header), 4))).toEqual([{ ok: false, faults: [{ path: '', code: 'length' }] }]);
  expect(await allOf([])).toEqual([]);
});
