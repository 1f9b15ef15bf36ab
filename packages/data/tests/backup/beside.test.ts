import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { expect, onTestFinished, test } from 'vitest';
import { backup, restore } from '../../src/backup.ts';
import { openMemory } from '../../src/engines/sqljs.ts';
import { append, load } from '../../src/ledger.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { backupFile, openBeside, openDatabase, writeBackup } from '../../src/node.ts';
import type { Database } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { emptyLedgers } from '../databases.ts';
import { temporaryFolder } from '../folder.ts';
import { note, notesIn, openNotes } from '../journal/written.ts';
import { instant, said, writeEach } from '../ledger/written.ts';
import { MADE } from './contract.ts';

const migrations = await readMigrations();
const empty = await emptyLedgers();
const registered = (at: number): Fact => {
  return { kind: 'registration', individual: `i${at}`, id: 'r', registeredOn: '2003-01-01' };
};

test('a back-up that is made while others write has the facts up to one recording', async () => {
  const database = empty();
  await writeEach(
    database,
    Array.from({ length: 300 }, (_, at) => registered(at)),
  );
  let next = 300;
  // Somebody writes between any two pages, about individuals of pages that were read and of pages to come.
  const busy: Database = {
    ...database,
    all: async (statement) => {
      const rows = await database.all(statement);
      const recording = { recordedAt: instant(next), author: 'operator-1', source: 'operator' } as const;
      await append(database, recording, [registered(next), { ...registered(next % 300), id: `again${next}` } as Fact]);
      next += 1;
      return rows;
    },
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of backup(busy, MADE)) pieces.push(piece);
  const target = openMemory(await initSqlJs());
  const restored = await restore(target, migrations, () => pieces);
  const value = restored.ok ? restored.value : undefined;
  expect(value?.sequence).toBeGreaterThan(300);
  expect(value?.sequence).toBeLessThan(next);
  const who = { individuals: Array.from({ length: next }, (_, at) => `i${at}`) };
  const then = await load(database, who, { knownAt: value?.recordedAt ?? '' });
  expect(said(await load(target, who))).toBe(said(then));
});

test('the folder of a journal is read beside its writer: all that was answered, and nothing by half', async () => {
  const folder = await temporaryFolder();
  const database = await openNotes(folder, { snapshotAfter: 20_000 });
  const state = { isOver: false, answered: [] as string[] };
  const writing = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; !state.isOver; n += 1) {
      await database.batch([note(`${writer}-${n}-a`), note(`${writer}-${n}-b`, 'x'.repeat(300))]);
      state.answered.push(`${writer}-${n}-a`, `${writer}-${n}-b`);
    }
  });
  for (let round = 0; round < 10 || state.answered.length < 400; round += 1) {
    const before = [...state.answered];
    const copy = await openBeside({ engine: 'journal', folder });
    const notes = new Set(await notesIn(copy));
    await copy.close();
    expect(before.filter((id) => !notes.has(id))).toEqual([]);
    expect(notes.size % 2).toBe(0);
  }
  state.isOver = true;
  await Promise.all(writing);
  await database.close();
});

test('a file is written beside the writer, for its owner alone, and read into another engine', async () => {
  const folder = await temporaryFolder();
  const journal = { engine: 'journal', folder: join(folder, 'data') } as const;
  const database = await openDatabase(journal);
  onTestFinished(() => database.close());
  await migrate(database, migrations);
  await writeEach(database, [registered(1), registered(2)]);
  const file = join(folder, 'ledger.backup');
  const copy = await openBeside(journal);
  const expected = { ok: true, value: { madeAt: MADE, sequence: 2, rows: { registrations: 2 } } };
  expect(await writeBackup(copy, file, MADE)).toMatchObject(expected);
  // A second one takes the place of the first.
  expect(await writeBackup(database, file, MADE)).toMatchObject(expected);
  expect([(await stat(file)).mode & 0o777, await readdir(folder)]).toEqual([0o600, ['data', 'ledger.backup']]);
  const target = await openDatabase({ engine: 'sqlite', file: join(folder, 'other', 'ledger.sqlite') });
  expect(await restore(target, migrations, backupFile(file))).toMatchObject(expected);
  await target.close();
});

test('where no ledger is, nothing is made; what fails leaves no file', async () => {
  const folder = await temporaryFolder();
  const nothing = { code: 'other-schema', message: expect.stringMatching(/no ledger is kept there/) };
  await mkdir(join(folder, 'data'));
  await expect(openBeside({ engine: 'journal', folder: join(folder, 'data') })).rejects.toMatchObject(nothing);
  await expect(openBeside({ engine: 'sqlite', file: join(folder, 'x.sqlite') })).rejects.toMatchObject(nothing);
  const database = openMemory(await initSqlJs());
  await expect(writeBackup(database, join(folder, 'file'), MADE)).rejects.toMatchObject({ code: 'other-schema' });
  expect([await readdir(folder), await readdir(join(folder, 'data'))]).toEqual([['data'], []]);
});
