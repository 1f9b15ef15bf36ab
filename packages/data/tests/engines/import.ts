import { expect, test } from 'vitest';
import { type DueDay, dueBetween, rebuild, refresh, verify } from '../../src/due.ts';
import { readInbox, readPosition } from '../../src/import.ts';
import { append, load } from '../../src/ledger.ts';
import { type Database, DatabaseFailure } from '../../src/port/database.ts';
import type { Recording } from '../../src/statements/recording.ts';
import { emptyLedgers } from '../databases.ts';
import { type Asked, AT, imported } from '../import/files.ts';
import { program } from '../ledger/written.ts';

const operator: Recording = { recordedAt: AT, author: 'operator-1', source: 'operator' };
const LATER = '2006-01-01T00:00:00.000Z';
const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at));
const text = (columns: string, rows: readonly string[]) => `${columns}\n${rows.join('\n')}\n`;
const day = (at: number) => `2003-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;

/** As long as an id may be, of letters that take three bytes. */
const long = (name: string, at: number) => `${name}${at}`.padEnd(200, '名');

const PEOPLE = text(
  'individual,registeredOn',
  lines(110, (at) => `i${at},2003-01-01`),
);
const RESULTS = text(
  'individual,exam,takenOn,result',
  lines(150, (at) => `i${at % 120},${at % 2 ? '640-801' : '640-861'},${day(at)},${at % 5 ? 'pass' : 'fail'}`),
);
const TWO_PARTS = text(
  'individual,exam,takenOn,result',
  lines(1100, (at) => `i${at % 110},642-${at},${day(at)},pass`),
);
const FILES: readonly (readonly [Asked, string])[] = [
  // Nobody is known yet, and then most are: what waited is tried again.
  [{ file: 'results', id: 'early' }, RESULTS],
  [{ file: 'people' }, PEOPLE],
  [{ file: 'results', mode: 'dry' }, RESULTS],
  [{ file: 'results' }, RESULTS],
  [
    { file: 'awards' },
    text(
      'individual,certification,validFrom,validUntil',
      lines(60, (at) => `i${at},ccna,${day(at)},2006-12-01`),
    ),
  ],
  [{ file: 'agreements' }, text('individual,agreement,acceptedOn', ['i1,career-certifications,2003-12-01'])],
  [
    { file: 'affiliations', partners: 'any' },
    text(
      'partner,individual,from,until',
      lines(120, (at) => `p${at % 5},i${at % 90},2003-01-01,${at >= 90 ? '2004-01-01' : ''}`),
    ),
  ],
  // A whole part of the longest rows, so that no list in a statement is longer.
  [
    { file: 'results', id: 'long' },
    text(
      'individual,exam,takenOn,result,id',
      lines(1000, (at) => `${at % 2 ? 'i1' : long('j', at)},${long('x', at)},${day(at)},pass,${long('r', at)}`),
    ),
  ],
];

/** A workerd or a server answers hundreds of calls, on a machine that may be busy. */
const PATIENCE = 180_000;

/** An import on an engine says and leaves what it says and leaves in memory. `open` gives an empty database of the newest schema. */
export function sameImport(name: string, open: () => Promise<Database>): void {
  test(`imports and due days on ${name} are those in memory`, { timeout: PATIENCE }, async () => {
    const [memory, database] = [(await emptyLedgers())(), await open()];
    for (const [asked, file] of FILES) {
      expect(await imported(database, file, asked)).toEqual(await imported(memory, file, asked));
    }
    expect(await readInbox(database)).toEqual(await readInbox(memory));
    const who = { partners: ['p0', 'p1', 'p2', 'p3', 'p4'] };
    expect((await load(database, who)).facts).toEqual((await load(memory, who)).facts);

    // Ended between two batches, it goes on.
    const asked: Asked = { file: 'results', id: 'ended' };
    await expect(imported(endingAt(database, 1), TWO_PARTS, asked)).rejects.toThrow('ended');
    expect(await readPosition(database, 'ended')).toMatchObject({ total: 1000 });
    expect((await imported(database, TWO_PARTS, asked)).answer).toEqual(
      (await imported(memory, TWO_PARTS, asked)).answer,
    );

    const question = { program, from: '2003-12-01', now: LATER };
    for (const each of [memory, database]) {
      await append(each, { ...operator, partner: 'p1' }, [
        { kind: 'holding', partner: 'p1', id: 'h', specialization: 'vpn-security', approvedOn: '2004-02-01' },
      ]);
      await refresh(each, question);
      const back = { of: 'verified-award', fact: 'ccna:2003-01-01', reason: 'another person’s' };
      await append(each, operator, [{ kind: 'void', individual: 'i0', ...back }]);
      await refresh(each, question);
    }
    const due = (each: Database): Promise<DueDay[]> =>
      dueBetween(each, { program: program.id, from: '2003-12-01', by: '2009-12-31', asOf: '2005-01-01' });
    const found = await due(database);
    expect(found.length).toBeGreaterThan(50);
    expect(found).toEqual(await due(memory));
    expect(await verify(database, program)).toEqual({ ok: true, value: [] });
    await rebuild(database, question);
    expect(await due(database)).toEqual(found);
    await database.close();
  });
}

/** A program that ends before its n-th batch is written. */
function endingAt(database: Database, batches: number): Database {
  let left = batches;
  return {
    all: (statement) => database.all(statement),
    close: () => database.close(),
    batch: (statements) => {
      left -= 1;
      return left < 0 ? Promise.reject(new DatabaseFailure('stopped', 'ended')) : database.batch(statements);
    },
  };
}
