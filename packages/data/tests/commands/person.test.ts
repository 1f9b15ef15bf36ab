import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CannotGoOn, type Desk, ENDED, type Verb } from '../../src/commands/command.ts';
import { erase } from '../../src/commands/erase.ts';
import { inbox } from '../../src/commands/inbox.ts';
import { purge } from '../../src/commands/purge.ts';
import { record } from '../../src/commands/record.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { readSetting } from '../../src/store/setting.ts';
import { temporaryFolder } from '../folder.ts';
import { NAME, writeEverything } from '../person/everything.ts';

/** A data folder with two people in it, and a desk that keeps what is said. */
async function office() {
  const folder = await temporaryFolder();
  const setting = readSetting({ STANDING_DATA: join(folder, 'data') }, '.standing');
  if (!setting.ok) throw new Error(setting.lines.join());
  const store = await openStore(setting.value);
  await migrate(store.ledger, await readMigrations());
  for (const one of ['i1', 'i2']) await writeEverything(store.ledger, await store.keys(), one);
  await store.close();
  const [given, said]: [object[], string[]] = [[], []];
  const desk: Desk = {
    setting: setting.value,
    now: () => '2008-01-01T12:00:00.000Z',
    author: 'operator-1',
    programs: () => [],
    path: (file) => join(folder, file),
    give: async (...results) => void given.push(...results),
    say: (line) => void said.push(line),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  /** The exit code, and what was given and said. */
  const call = async (verb: Verb, ...args: string[]) => {
    const counts = [given.length, said.length];
    const run = async () => verb.run(args, desk);
    const code = await run().catch((error: unknown) => {
      if (!(error instanceof CannotGoOn)) throw error;
      said.push(error.message);
      return error.code;
    });
    return { code, given: given.slice(counts[0]), said: said.slice(counts[1]).join('\n') };
  };
  return { folder, call };
}

test('record gives a person’s whole record, on the output or into a file of its own', async () => {
  const { folder, call } = await office();
  const { code, given } = await call(record, 'i1-earlier');
  expect([code, given.length]).toEqual([ENDED.done, 1]);
  expect(given[0]).toMatchObject({
    format: 'standing-person',
    version: 1,
    individual: 'i1',
    ids: ['i1', 'i1-earlier'],
  });
  expect(await call(record, 'i1', '--file', 'i1.json')).toMatchObject({ code: ENDED.done, given: [] });
  const file = join(folder, 'i1.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(given[0]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(call(record, 'i1', '--file', 'i1.json')).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await call(record, 'nobody')).toMatchObject({ code: ENDED.failed, said: 'Nothing is kept about nobody.' });
  expect(await call(record)).toMatchObject({ code: ENDED.usage });
});

test('erase says what would go, and does it when it is meant', async () => {
  const { folder, call } = await office();
  const goes = { ids: ['i1', 'i1-earlier'], profiles: 1, inbox: 1, outbox: 1, answers: 1 };
  const holding = async () => {
    const data = join(folder, 'data', 'ledger');
    const bytes = await Promise.all((await readdir(data)).map((file) => readFile(join(data, file))));
    return bytes.filter((each) => each.includes(`"individual":"i1","exam":"${NAME}"`)).length;
  };
  expect(await call(erase, 'i1')).toMatchObject({ code: ENDED.look, given: [goes] });
  expect(await holding()).toBe(1);
  expect(await call(erase, 'i1', '--for-good')).toMatchObject({ code: ENDED.done, given: [goes] });
  expect(await holding()).toBe(0);
  const { given } = await call(record, 'i1');
  expect(JSON.stringify(given)).not.toContain(NAME);
  expect(JSON.stringify((await call(record, 'i2')).given)).toContain(NAME);
  const again = await call(erase, 'i1-earlier', '--for-good');
  expect([again.code, again.said]).toEqual([ENDED.done, expect.stringContaining('was erased before')]);
  expect(await call(erase, 'nobody', '--for-good')).toMatchObject({ code: ENDED.failed });
});

test('a reason in an operator’s words is sealed for whom the row is about, and opened in the record', async () => {
  const { folder, call } = await office();
  const words = `${NAME} says so`;
  expect(await call(inbox, 'dismiss', 'row-i1', '--reason', words)).toMatchObject({ code: ENDED.done });
  expect(await call(inbox, 'dismiss', 'row-i1', '--reason', words)).toMatchObject({ code: ENDED.failed });
  expect(await call(inbox, 'dismiss', 'row-i2', '--reason', 'not-ours')).toMatchObject({ code: ENDED.done });
  const data = join(folder, 'data', 'ledger');
  const bytes = await Promise.all((await readdir(data)).map((file) => readFile(join(data, file))));
  expect(bytes.filter((each) => each.includes(words))).toEqual([]);
  expect((await call(record, 'i1')).given).toMatchObject([{ inbox: [{ outcome: 'dismissed', reason: words }] }]);
  expect((await call(record, 'i2')).given).toMatchObject([{ inbox: [{ reason: 'not-ours' }] }]);
});

test('purge lets go what is older, by default or as it is told', async () => {
  const { call } = await office();
  const none = { disclosures: 0, audit: 0, idempotencyKeys: 0, outbox: 0, inbox: 0 };
  expect(await call(purge, '--keep', 'audit=10y')).toMatchObject({ code: ENDED.usage });
  expect(await call(purge, '--keep', 'all=10')).toMatchObject({ code: ENDED.usage });
  expect(await call(purge, '--keep', 'audit=0')).toMatchObject({ code: ENDED.usage });
  const first = { ...none, disclosures: 2, idempotencyKeys: 2, inbox: 2 };
  expect(await call(purge, '--keep', 'audit=2000')).toMatchObject({ code: ENDED.done, given: [first] });
  expect(await call(purge)).toMatchObject({ given: [{ ...none, audit: 2 }], said: '2 rows were let go.' });
  expect(await call(purge)).toMatchObject({ given: [none], said: 'Nothing is older than its retention.' });
});
