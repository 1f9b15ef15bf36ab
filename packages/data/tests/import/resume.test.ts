import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type RowResult, readInbox, readPosition } from '../../src/import.ts';
import { append } from '../../src/ledger.ts';
import { type Database, DatabaseFailure } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { emptyLedgers } from '../databases.ts';
import { runs } from '../runs.ts';
import { type Asked, AT, imported } from './files.ts';

vi.setConfig({ testTimeout: 300_000 });
const empty = await emptyLedgers();

/** A program that ends before its n-th batch is written. */
function endingAt(database: Database, batches: number): Database {
  let left = batches;
  return {
    ...database,
    batch: (statements) => {
      if (left === 0) return Promise.reject(new DatabaseFailure('stopped', 'ended'));
      left -= 1;
      return database.batch(statements);
    },
  };
}

const FACTS = ['exam_results', 'affiliations', 'ends'];

async function contentOf(database: Database, tables = [...FACTS, 'import_inbox']): Promise<string> {
  const all = tables.map((table) => database.all({ sql: `select * from ${table}`, parameters: [] }));
  const bare = (rows: readonly object[]) => rows.map((row) => ({ ...row, sequence: 0 }));
  return JSON.stringify((await Promise.all(all)).map(bare));
}

async function ledger(): Promise<Database> {
  const database = empty();
  const operator = { recordedAt: AT, author: 'operator-1', source: 'operator' } as const;
  const people = Array.from({ length: 40 }, (_, at): Fact => {
    return { kind: 'registration', individual: `i${at}`, id: 'x', registeredOn: '2003-01-01' };
  });
  await append(database, operator, people);
  return database;
}

/** 1,200 rows: more than a chunk, over 7 partners and 50 individuals of whom 40 are known, many of them twice. */
const AFFILIATIONS = [
  'partner,individual,from,until',
  ...Array.from({ length: 1200 }, (_, at) => {
    const day = `2003-01-${String(1 + ((at * 5) % 28)).padStart(2, '0')}`;
    return `p${(at * 3) % 7},i${(at * 11) % 50},${day},${at % 3 === 0 ? '2004-01-01' : ''}`;
  }),
].join('\n');
const ASKED: Asked = { file: 'affiliations', partners: 'any' };

test('an import that is ended anywhere goes on, and comes to the same', async () => {
  const whole = await ledger();
  const { answer, said } = await imported(whole, AFFILIATIONS, ASKED);
  expect(new Set(said)).toEqual(new Set(['accepted', 'already', 'unfit unknown-individual individual']));
  for (const batches of process.env['STANDING_LONG'] === '1'
    ? Array.from({ length: 16 }, (_, at) => at)
    : [0, 3, 7, 8, 12]) {
    const database = await ledger();
    await expect(imported(endingAt(database, batches), AFFILIATIONS, ASKED)).rejects.toThrow('ended');
    const resumed = await imported(database, AFFILIATIONS, ASKED);
    expect(resumed.answer).toEqual(answer);
    expect(await contentOf(database)).toBe(await contentOf(whole));
    expect(resumed.said).toEqual(said.slice(said.length - resumed.said.length));
    expect(await readPosition(database, 'affiliations')).toMatchObject({ total: 1200, finishedAt: AT });
  }
});

test('another file is not taken for the rest of the first', async () => {
  const database = await ledger();
  await expect(imported(endingAt(database, 8), AFFILIATIONS, ASKED)).rejects.toThrow('ended');
  const refused = { ok: false, faults: [{ path: 'id', code: 'another-file' }] };
  const other = AFFILIATIONS.replace('i22', 'i23');
  expect((await imported(database, other, ASKED)).answer).toEqual(refused);
  expect((await imported(database, AFFILIATIONS.slice(0, 9000), ASKED)).answer).toEqual(refused);
  const results = 'individual,exam,takenOn,result\n';
  expect((await imported(database, results, { file: 'results', id: 'affiliations' })).answer).toEqual(refused);
  expect((await imported(database, AFFILIATIONS, ASKED)).answer).toMatchObject({ ok: true });
});

test('how far it is is told as it goes, after it is durable', async () => {
  const database = await ledger();
  const totals: number[] = [];
  const onProgress = async ({ total }: { total: number }) => {
    totals.push(total);
    expect((await readPosition(database, 'affiliations'))?.total).toBe(total);
  };
  await imported(database, AFFILIATIONS, { ...ASKED, onProgress });
  expect(totals).toEqual([1000, 1200]);
});

test('two writers of the same rows write them once', async () => {
  const database = await ledger();
  const both = ['a', 'b'].map((id) => imported(database, AFFILIATIONS, { ...ASKED, id }));
  const [one, other] = await Promise.all(both);
  const accepted = (of: { said: string[] } | undefined) => of?.said.filter((each) => each === 'accepted').length ?? 0;
  const alone = await ledger();
  expect(accepted(one) + accepted(other)).toBe(accepted(await imported(alone, AFFILIATIONS, ASKED)));
  const facts = ({ rows }: { rows: readonly RowResult[] }) => rows.filter(({ outcome }) => outcome === 'unfit').length;
  expect(one && facts(one)).toBe(other && facts(other));
});

const individual = fc.constantFrom('i1', 'i2', 'i45', '');
const day = fc.constantFrom('2003-01-01', '2003-01-02', '2003-02-30');
const ids = fc.constantFrom('', '', '', 'a', 'b');
const affiliation = fc
  .tuple(fc.constantFrom('p1', 'p2'), individual, day, fc.constantFrom('', '', '2004-01-01', '2004-02-01'), ids)
  .map((cells) => cells.join(','));
const result = fc
  .tuple(individual, fc.constantFrom('x', 'y'), day, fc.constantFrom('pass', 'fail', 'pas"s'), ids)
  .map((cells) => cells.join(','));
const HEADERS = { affiliations: 'partner,individual,from,until,id', results: 'individual,exam,takenOn,result,id' };

test.each([
  ['affiliations', affiliation],
  ['results', result],
] as const)(
  'a dry run of %s says what the real run does, writes nothing, and the same file again brings nothing',
  async (file, row) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), async (first, second) => {
        const database = await ledger();
        const text = (rows: readonly string[]) => [HEADERS[file], ...rows].join('\n');
        const asked = { file, partners: 'any' } as const;
        await imported(database, text(first), { ...asked, id: 'first' });
        const before = await contentOf(database);
        const dry = await imported(database, text(second), { ...asked, id: 'second', mode: 'dry' });
        expect(await contentOf(database)).toBe(before);
        expect(await readPosition(database, 'second')).toBeUndefined();
        const real = await imported(database, text(second), { ...asked, id: 'second' });
        expect(dry.rows).toEqual(real.rows);
        const after = await contentOf(database, FACTS);
        const again = await imported(database, text(second), { ...asked, id: 'third' });
        const { said } = real;
        // An id that stood for something else keeps its row out, until another row has said the same: it may fit the next time.
        const isOther = (at: number) => said[at] === 'unfit differs id';
        const expected = said.map((each, at) => (isOther(at) ? again.said[at] : each.replace(/^accepted$/, 'already')));
        expect(again.said).toEqual(expected);
        const last = await contentOf(database, FACTS);
        expect(again.said.includes('accepted') || last === after).toBe(true);
        expect((await imported(database, text(second), { ...asked, id: 'fourth' })).said).not.toContain('accepted');
        expect(await contentOf(database, FACTS)).toBe(last);
        await database.close();
      }),
      runs(20, 2000),
    );
  },
);

test('a dry run over several chunks knows what the rows before said', async () => {
  const database = await ledger();
  const dry = await imported(database, AFFILIATIONS, { ...ASKED, mode: 'dry' });
  const real = await imported(database, AFFILIATIONS, ASKED);
  expect(dry.rows).toEqual(real.rows);
  expect(await readInbox(database)).not.toEqual([]);
});
