import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { append, migrate } from '@standing/data';
import { openStore, readMigrations, readSetting } from '@standing/data/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { bundle } from '../build.mjs';
import { JSON_TYPE, ownAnswer, question } from './ask.ts';
import { MISSING, SQLD, startLibsql } from './libsql.ts';
import { readyAt, start } from './process.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const PROGRAM = fileURLToPath(new URL('../../../packages/data/bin/standing-ledger.mjs', import.meta.url));

/** What `npm start` runs: one file, with what it reads beside it. */
const built = { folder: '' };
beforeAll(async () => {
  built.folder = mkdtempSync(join(tmpdir(), 'standing-built-'));
  await bundle(built.folder);
});
afterAll(() => rmSync(built.folder, { recursive: true, force: true }));

let folder = '';
let data = '';
const servers: ReturnType<typeof start>[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standing-ledger-'));
  data = join(folder, 'data');
});

afterEach(async () => {
  for (const { child, ended } of servers.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

/** A server on the data folder, or on what else the variables name. */
function serve(variables: Readonly<Record<string, string>> = {}): ReturnType<typeof start> {
  const named = { PORT: '0', STANDING_DATA: data, STANDING_DASHBOARD: folder, ...variables };
  const server = start(named, [join(built.folder, 'node.js')]);
  servers.push(server);
  return server;
}

/** Runs a command of the ledger to its end. */
function command(...args: readonly string[]) {
  const env = { ...process.env, STANDING_DATA: data, STANDING_CALLED_FROM: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--conditions=standing-source', PROGRAM, ...args], {
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

/** Every file of the data folder with its content; the lock has none that matters. */
function contents(): Record<string, string> {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).sort();
  const own = files.filter((file) => !file.endsWith('lock') && statSync(join(data, file)).isFile());
  return Object.fromEntries(own.map((file) => [file, readFileSync(join(data, file), 'latin1')]));
}

async function opened() {
  const setting = readSetting({ STANDING_DATA: data }, '');
  if (!setting.ok) throw new Error(setting.lines.join());
  return await openStore(setting.value);
}

const health = async (url: string) => {
  const response = await fetch(`${url}/healthz`);
  return { status: response.status, text: await response.text() };
};

async function refused(server: ReturnType<typeof start>, why: RegExp): Promise<void> {
  const { code, stdout, stderr } = await server.ended;
  expect({ code, stdout, stderr }).toMatchObject({ code: 1, stderr: expect.stringMatching(why) });
  expect(stderr).toMatch(/^Standing cannot start\.$/m);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).not.toMatch(/ready/);
}

describe('a server with a ledger', () => {
  test('makes it for its owner alone, says so in a line, and tells how it is without a path', async () => {
    const server = serve();
    const url = await readyAt(server);
    const newest = (await readMigrations()).length;
    expect(await health(url)).toEqual({
      status: 200,
      text: JSON.stringify({ status: 'ok', ledger: { engine: 'journal', schema: newest, ready: true } }),
    });
    server.child.kill('SIGTERM');
    const { code, stdout } = await server.ended;
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(`Ledger: journal in ${data}/ledger, schema ${newest}, new.`);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(data, { recursive: true, encoding: 'utf8' })) {
      const { mode } = statSync(join(data, file));
      expect([file, mode & 0o777]).toEqual([file, file === 'ledger' ? 0o700 : 0o600]);
    }
  });

  test('does at its start what is left to do, and the same once only', async () => {
    const store = await opened();
    await migrate(store.ledger, await readMigrations());
    const operator = { recordedAt: '2004-06-30T12:00:00.000Z', author: 'operator-1', source: 'operator' } as const;
    await append(store.ledger, operator, [
      { kind: 'registration', individual: 'i1', id: 'r', registeredOn: '2003-01-01' },
      {
        kind: 'verified-award',
        individual: 'i1',
        id: 'a',
        certification: 'ccna',
        validFrom: '2003-01-10',
        validUntil: '2006-01-10',
      },
      { kind: 'erasure', individual: 'i2', id: 'e', erasedOn: '2004-06-30' },
    ]);
    await store.close();
    const said = async () => {
      const server = serve();
      await readyAt(server);
      server.child.kill('SIGTERM');
      return (await server.ended).stdout;
    };
    const first = await said();
    expect(first).toMatch(/^Erasures: 1 in all/m);
    expect(first).toMatch(/^Due days of cisco-channel: 1 individuals and partners worked out/m);
    expect(await said()).not.toMatch(/^Due days/m);
    const due = command('due', '--from', '2004-09-15', '--by', '2006-12-31');
    expect(due).toMatchObject({ status: 0, stdout: expect.stringMatching(/"dueOn":"2006-01-10"/) });
  });

  test('is killed beside an import that was killed: nothing that was said is lost, and both go on', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `i${at},2003-01-01`);
    writeFileSync(join(folder, 'people.csv'), ['individual,registeredOn', ...rows].join('\n'));
    const importing = ['import', 'people', 'people.csv', '--report', 'report.ndjson'] as const;
    const env = { ...process.env, STANDING_DATA: data, STANDING_CALLED_FROM: folder };
    const child = spawn(process.execPath, ['--conditions=standing-source', PROGRAM, ...importing], {
      env,
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const report = join(folder, 'report.ndjson');
    const isTelling = () => existsSync(report) && statSync(report).size > 0;
    while (child.exitCode === null && !isTelling()) await after(5);
    child.kill('SIGKILL');
    await ended;
    expect(isTelling()).toBe(true);
    const told = readFileSync(report, 'utf8').split('\n').length - 1;
    const server = serve();
    await readyAt(server);
    const meanwhile = command('status');
    expect(meanwhile).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/in use by another process.*\n.*npm start: stop it/),
    });
    expect(command('backup', 'one').status).toBe(0);
    server.child.kill('SIGKILL');
    await server.ended;
    const counted = () =>
      (JSON.parse(command('status').stdout) as { rows: { registrations: number } }).rows.registrations;
    expect(counted()).toBeGreaterThanOrEqual(told);
    expect(command(...importing).status).toBe(0);
    expect(counted()).toBe(3000);
    await readyAt(serve());
  });
});

describe('does not start, says what and where and what to do, and touches nothing', () => {
  test('on a folder that another server has', async () => {
    await readyAt(serve());
    const before = contents();
    await refused(
      serve(),
      /data\/ledger is in use by another process \(\d+\).*stop that one, or give this one another folder/,
    );
    expect(contents()).toEqual(before);
  });

  test('on a taken port: no folder is made', async () => {
    const url = await readyAt(serve());
    const other = join(folder, 'other');
    await refused(serve({ PORT: new URL(url).port, STANDING_DATA: other }), /Port \d+ is in use/);
    expect(existsSync(other)).toBe(false);
  });

  test('on a ledger of a newer program', async () => {
    const store = await opened();
    const sql = `insert into schema_versions (version, name) values (99, '0099_next');`;
    await migrate(store.ledger, [...(await readMigrations()), { name: '0099_next', sql }]);
    // A journal that waits to be put into the snapshot waits on.
    cpSync(data, join(folder, 'copy'), { recursive: true });
    await store.close();
    rmSync(data, { recursive: true });
    cpSync(join(folder, 'copy'), data, { recursive: true });
    const before = contents();
    await refused(serve(), /newer program.*schema 99.*Run the newer program/);
    expect(contents()).toEqual({ ...before, 'keys.sqlite': before['keys.sqlite'] });
  });

  test('on a journal that is damaged in the middle', async () => {
    const store = await opened();
    await migrate(store.ledger, await readMigrations());
    cpSync(data, join(folder, 'copy'), { recursive: true });
    await store.close();
    rmSync(data, { recursive: true });
    cpSync(join(folder, 'copy'), data, { recursive: true });
    const journal = join(data, 'ledger', 'journal');
    const bytes = readFileSync(journal);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(journal, bytes);
    const before = contents();
    await refused(
      serve(),
      /data\/ledger\/journal is damaged at byte \d+:.*Nothing was changed.*restore the last back-up/,
    );
    expect(contents()).toEqual(before);
  });

  test.each<[string, () => Record<string, string>, RegExp]>([
    [
      'a folder under a file',
      () => ({ STANDING_DATA: join(folder, 'file', 'data') }),
      /file.* cannot be used \((ENOTDIR|EEXIST)\)/,
    ],
    ['a folder that is a file', () => ({ STANDING_DATA: join(folder, 'file') }), /file cannot be used \(EEXIST\)/],
    [
      'a file that is no database',
      () => ({ STANDING_DATABASE: `sqlite:${join(folder, 'file')}` }),
      /^\/.*\/file: .*not a database/m,
    ],
    [
      'an engine that is not here',
      () => ({ STANDING_DATABASE: 'postgres://me:secret@host/db' }),
      /^STANDING_DATABASE names an engine.*\(postgres:\)/m,
    ],
    [
      'a server that is not there',
      () => ({ STANDING_DATABASE: 'http://127.0.0.1:1', STANDING_DATABASE_TOKEN: 'secret' }),
      /^127\.0\.0\.1:1: .*cannot be reached/m,
    ],
    [
      'a token with a line break',
      () => ({ STANDING_DATABASE: 'http://127.0.0.1:1', STANDING_DATABASE_TOKEN: 'secret\nsecret' }),
      /^STANDING_DATABASE_TOKEN has/m,
    ],
    ['a token for nobody', () => ({ STANDING_DATABASE_TOKEN: 'secret' }), /^STANDING_DATABASE_TOKEN is set/m],
    ['an engine for a folder', () => ({ STANDING_DATA: 'sqlite:ledger.sqlite' }), /^STANDING_DATA is a folder/m],
  ])('%s', async (_, variables, why) => {
    writeFileSync(join(folder, 'file'), 'no database');
    const server = serve(variables());
    await refused(server, why);
    expect(JSON.stringify(await server.ended)).not.toMatch(/secret/);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('no database');
  });

  test('where the disk takes no more', async () => {
    // Files may have 4 KiB here: the first migration goes past that.
    const entry = join(built.folder, 'node.js');
    const limited = spawnSync('sh', ['-c', 'ulimit -f 8; exec "$@"', 'sh', process.execPath, entry], {
      env: { ...process.env, PORT: '0', STANDING_DATA: data, STANDING_DASHBOARD: folder },
      encoding: 'utf8',
      timeout: 120_000,
    });
    expect(limited).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/Writing to .*journal failed \(EFBIG.*Look after the disk/),
    });
    await readyAt(serve());
  });
});

describe.skipIf(SQLD === undefined)(`on a libSQL server${SQLD === undefined ? ` (${MISSING})` : ''}`, () => {
  test('that goes away health says so, questions that need no ledger are answered, and it comes back', async () => {
    const libsql = await startLibsql(join(folder, 'libsql'));
    onTestFinished(libsql.kill);
    const url = await readyAt(serve({ STANDING_DATABASE: libsql.url }));
    expect(await health(url)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/"engine":"libsql".*"ready":true/),
    });
    await libsql.kill();
    await until(async () => (await health(url)).status === 503);
    expect((await health(url)).text).toMatch(/"status":"degraded".*"ready":false/);
    const asked = { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(question) };
    expect(await (await fetch(`${url}/v1/evaluations`, asked)).text()).toBe(ownAnswer(question));
    const again = await startLibsql(join(folder, 'libsql'), libsql.port);
    onTestFinished(again.kill);
    await until(async () => (await health(url)).status === 200);
  });
});

/** Asks again and again, for half a minute. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (await isSo()) return;
    await after(200);
  }
  throw new Error('It did not come to be so within half a minute');
}
