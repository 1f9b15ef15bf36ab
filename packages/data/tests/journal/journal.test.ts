import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { JournalDatabase, Notice } from '../../src/engines/journal/database.ts';
import { nodeDisk } from '../../src/engines/journal/disk.ts';
import type { JournalOptions } from '../../src/engines/journal/open.ts';
import { openNodeSqlite } from '../../src/engines/node-sqlite.ts';
import { temporaryFolder } from '../folder.ts';
import { note, notesIn, openNotes, statement } from './written.ts';

async function opened(folder: string, options?: JournalOptions): Promise<JournalDatabase> {
  const database = await openNotes(folder, options);
  onTestFinished(() => database.close());
  return database;
}

/** What a crash leaves: the folder as it is on the disk, without its lock. */
async function crashed(folder: string): Promise<string> {
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock') });
  return copy;
}

test('what was answered is there after a crash', async () => {
  const folder = await temporaryFolder();
  const database = await opened(folder);
  await Promise.all(Array.from({ length: 50 }, (_, n) => database.batch([note(`n${n}`), note(`m${n}`)])));
  expect(await notesIn(await opened(await crashed(folder)))).toEqual(await notesIn(database));
});

test('what is read is on the disk too', async () => {
  const folder = await temporaryFolder();
  const database = await opened(folder);
  const writing = database.batch([note('a')]);
  expect(await notesIn(database)).toEqual(['a']);
  expect(await notesIn(await opened(await crashed(folder)))).toEqual(['a']);
  await writing;
});

test('batches that wait together are one record and one fdatasync', async () => {
  const sync = vi.fn();
  const disk = { ...nodeDisk, append: async (path: string) => counting(await nodeDisk.append(path), sync) };
  const database = await opened(await temporaryFolder(), { disk });
  sync.mockClear();
  await Promise.all(Array.from({ length: 100 }, (_, n) => database.batch([note(`n${n}`)])));
  expect(sync).toHaveBeenCalledTimes(2);
});

function counting<T extends { sync(): Promise<void> }>(file: T, called: () => void): T {
  const sync = () => {
    called();
    return file.sync();
  };
  return { ...file, sync };
}

test('a refused batch leaves nothing in the journal', async () => {
  const folder = await temporaryFolder();
  const database = await opened(folder);
  await database.batch([note('a')]);
  const before = await readFile(join(folder, 'journal'));
  expect(await database.batch([note('b'), note('a')])).toMatchObject({ ok: false });
  expect(await readFile(join(folder, 'journal'))).toEqual(before);
});

test('folder and files are their owner’s alone', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const database = await opened(folder);
  await database.batch([note('a')]);
  await database.snapshot();
  expect((await readdir(folder)).sort()).toEqual(['journal', 'ledger.sqlite', 'lock']);
  const modes = await Promise.all(
    ['', 'journal', 'ledger.sqlite', 'lock'].map(async (name) => (await stat(join(folder, name))).mode & 0o777),
  );
  expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
});

describe('snapshot and journal', () => {
  test('a journal that has grown gives way to a snapshot, which is a SQLite file', async () => {
    const folder = await temporaryFolder();
    const database = await opened(folder, { snapshotAfter: 2000 });
    for (let n = 0; n < 40; n += 1) await database.batch([note(`n${n}`, 'x'.repeat(200))]);
    expect((await stat(join(folder, 'journal'))).size).toBeLessThan(3000);
    expect(await notesIn(await opened(await crashed(folder)))).toHaveLength(40);
    await database.close();
    const same = openNodeSqlite(join(folder, 'ledger.sqlite'));
    expect(await notesIn(same)).toHaveLength(40);
    await same.close();
  });

  test('a crash between the new snapshot and the new journal plays nothing twice, and loses nothing after it', async () => {
    const folder = await temporaryFolder();
    const database = await opened(folder);
    await database.batch([note('a')]);
    const journal = await readFile(join(folder, 'journal'));
    await database.snapshot();
    const between = await crashed(folder);
    await writeFile(join(between, 'journal'), journal);
    const after = await opened(between);
    await after.batch([note('b')]);
    expect(await notesIn(await opened(await crashed(between)))).toEqual(['a', 'b']);
  });

  test.each([
    ['the journal is missing', 'journal', undefined, /journal is missing beside/],
    ['the journal is empty', 'journal', '', /journal is damaged at byte 0/],
    ['the snapshot is missing', 'ledger.sqlite', undefined, /goes on from batch 2, and the snapshot ends at 0/],
    ['the snapshot is no database', 'ledger.sqlite', 'x'.repeat(5000), /ledger\.sqlite is damaged/],
  ])('%s: refused', async (_, name, content, message) => {
    const folder = await temporaryFolder();
    const database = await opened(folder);
    await database.batch([note('a')]);
    await database.snapshot();
    const copy = await temporaryFolder();
    await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock') && !path.endsWith(name) });
    if (content !== undefined) await writeFile(join(copy, name), content);
    const before = await readdir(copy);
    await expect(openNotes(copy)).rejects.toMatchObject({ code: 'corrupt', message: expect.stringMatching(message) });
    expect((await readdir(copy)).filter((file) => file !== 'lock')).toEqual(before);
  });
});

test('a second opening is refused, and names who has the folder', async () => {
  const folder = await temporaryFolder();
  const first = await opened(folder);
  await expect(openNotes(folder)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`another process (${process.pid})`),
  });
  await first.batch([note('a')]);
  await first.close();
  expect(await notesIn(await opened(folder))).toEqual(['a']);
});

describe('when the disk fails', () => {
  type Call = 'append' | 'sync';
  /** A disk of which one call fails, once told to; later ones would succeed. */
  function failing(call: Call) {
    const calls = { isFailing: false, after: 0 };
    const append = async (path: string) => {
      const file = await nodeDisk.append(path);
      const once = (name: Call, work: () => Promise<void>) => {
        if (calls.isFailing && calls.after > 0) calls.after += 1;
        if (!calls.isFailing || calls.after > 0 || name !== call) return work();
        calls.after = 1;
        return Promise.reject(new Error('ENOSPC: no space left on device'));
      };
      return {
        ...file,
        append: (bytes: Uint8Array) => once('append', () => file.append(bytes)),
        sync: () => once('sync', () => file.sync()),
      };
    };
    return { calls, disk: { ...nodeDisk, append } };
  }

  test.each<Call>(['append', 'sync'])(
    'an error of %s stops it: who waits is refused, nothing is tried again',
    async (call) => {
      const { calls, disk } = failing(call);
      const folder = await temporaryFolder();
      const database = await opened(folder, { disk });
      await database.batch([note('a')]);
      calls.isFailing = true;
      const waiting = ['b', 'c', 'd'].map((id) => database.batch([note(id)]));
      const reading = notesIn(database);
      const stopped = { code: 'stopped', message: expect.stringContaining('ENOSPC') };
      for (const each of [...waiting, reading]) await expect(each).rejects.toMatchObject(stopped);
      await expect(database.batch([note('e')])).rejects.toMatchObject(stopped);
      await expect(notesIn(database)).rejects.toMatchObject(stopped);
      await expect(database.snapshot()).rejects.toMatchObject(stopped);
      await database.close();
      expect(calls.after).toBe(1);
      // Nothing that was refused had to be kept, but what was answered is.
      expect(await notesIn(await opened(folder))).toContain('a');
    },
  );

  test('an error in a snapshot stops it too, and what was answered is kept', async () => {
    const folder = await temporaryFolder();
    const state = { isFull: false };
    const replace = (path: string, bytes: Uint8Array) =>
      state.isFull ? Promise.reject(new Error('ENOSPC')) : nodeDisk.replace(path, bytes);
    const database = await opened(folder, { disk: { ...nodeDisk, replace } });
    await database.batch([note('a')]);
    state.isFull = true;
    await expect(database.snapshot()).rejects.toMatchObject({ code: 'stopped' });
    await database.close();
    expect(await notesIn(await opened(folder))).toEqual(['a']);
  });
});

describe('size', () => {
  test('it says once that it is large', async () => {
    const notices: Notice[] = [];
    const options = { warnAt: 40_000, notice: (notice: Notice) => notices.push(notice) };
    const database = await opened(await temporaryFolder(), options);
    for (let n = 0; n < 5; n += 1) await database.batch([note(`n${n}`, 'x'.repeat(20_000))]);
    expect(notices).toEqual([
      { code: 'large', file: expect.stringContaining('ledger.sqlite'), bytes: expect.any(Number) },
    ]);
  });

  test('it refuses to grow past its bound, names the way out, and goes on with what it has', async () => {
    const folder = await temporaryFolder();
    const database = await opened(folder, { largest: 100_000 });
    await database.batch([note('a')]);
    await expect(database.batch([note('b'), note('c', 'x'.repeat(200_000))])).rejects.toMatchObject({
      code: 'full',
      message: expect.stringMatching(/STANDING_DATABASE\): sqlite:/),
    });
    expect(await notesIn(database)).toEqual(['a']);
    await database.snapshot();
    await expect(database.batch([note('c', 'x'.repeat(200_000))])).rejects.toMatchObject({ code: 'full' });
    expect(await database.batch([note('d'), statement('delete from notes where id = ?', 'a')])).toMatchObject({
      ok: true,
    });
    expect(await notesIn(await opened(await crashed(folder)))).toEqual(['d']);
  });
});
