import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { migrate, type Statement } from '../../src/index.ts';
import { openStore, readMigrations, readSetting } from '../../src/node.ts';
import { temporaryFolder } from '../folder.ts';
import { SERVER, startServer } from '../libsql/server.ts';
import { type Ended, given, run } from './process.ts';

vi.setConfig({ testTimeout: 120_000 });

const PEOPLE = 'individual,registeredOn,name,email\ni1,2003-01-01,Ann Example,ann@example.com\ni2,2003-02-01,,\n';
const RESULTS = [
  'individual,exam,takenOn,result',
  'i1,642-501,2003-11-20,pass',
  'i1,642-521,2004-02-10,pass',
  'i7,642-501,2003-11-20,pass',
].join('\n');
const AWARDS = 'individual,certification,validFrom,validUntil\ni1,ccna,2003-01-10,2006-01-10\n';

/** A folder with files to import, and the variables of a ledger in it. */
async function workshop() {
  const folder = await temporaryFolder();
  const files = { 'people.csv': PEOPLE, 'results.csv': RESULTS, 'awards.csv': AWARDS };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return { folder, env: { STANDING_DATA: join(folder, 'data'), STANDING_CALLED_FROM: folder } };
}

const statement = (sql: string): Statement => ({ sql, parameters: [] });

/**
 * Every file below a folder with its content: what must not change. The lock has none that matters, and who reads it in the
 * process that holds it lets it go.
 */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = files
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(own.sort().map(async (file) => [file, await readFile(file, 'latin1')])));
}

function opened(env: Readonly<Record<string, string>>) {
  const setting = readSetting(env, '.standing');
  if (!setting.ok) throw new Error(setting.lines.join());
  return openStore(setting.value);
}

test('an operator takes files in, sees what waits, who is due, and how it is', async () => {
  const { folder, env } = await workshop();
  const people = await run(['import', 'people', 'people.csv'], env);
  expect(people).toMatchObject({ code: 0, stderr: expect.stringMatching(/is done. 2 rows: 2 accepted/) });
  expect(given(people).map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);

  const dry = await run(['import', 'results', 'results.csv', '--dry-run'], env);
  expect(dry).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/nothing was written. 3 rows: 2 accepted.*1 unfit/),
  });
  const real = await run(['import', 'results', 'results.csv', '--report', 'report.ndjson'], env);
  expect(real).toMatchObject({ code: 3, stdout: '' });
  expect(await readFile(join(folder, 'report.ndjson'), 'utf8')).toBe(dry.stdout);
  expect((await run(['import', 'awards', 'awards.csv'], env)).code).toBe(0);

  const again = await run(['import', 'results', 'results.csv'], env);
  expect(again).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/was done before: 3 rows/) });

  const [row] = given(await run(['inbox'], env));
  expect(row).toMatchObject({ code: 'unknown-individual', fields: { individual: 'i7' } });
  const id = String(row?.['id']);
  expect(await run(['inbox', 'dismiss', id], env)).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/--reason/),
  });
  expect(await run(['inbox', 'dismiss', id, '--reason', 'a test sitting'], env)).toMatchObject({ code: 0 });
  expect(await run(['inbox', 'dismiss', id, '--reason', 'again'], env)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/No row/),
  });
  expect(await run(['inbox'], env)).toMatchObject({ code: 0, stdout: '' });

  const due = await run(['due', '--from', '2004-09-15', '--by', '2006-12-31'], env);
  expect(due.code).toBe(0);
  expect(given(due)).toContainEqual(
    expect.objectContaining({
      program: 'cisco-channel',
      individual: 'i1',
      subject: 'ccna',
      kind: 'award-reminder',
      detail: 'P6M',
      dueOn: '2006-08-10',
    }),
  );
  expect(await run(['verify'], env)).toMatchObject({ code: 0, stdout: '', stderr: 'Nothing differs.\n' });

  const [status] = given(await run(['status'], env));
  expect(status).toMatchObject({ engine: 'journal', recordings: 3, rows: { registrations: 2, exam_results: 2 } });
});

test('a row of nobody is dismissed for a reason that is a code, and cannot name anybody', async () => {
  const { folder, env } = await workshop();
  await writeFile(join(folder, 'people.csv'), 'individual,registeredOn\n,2003-01-01\n');
  await run(['import', 'people', 'people.csv'], env);
  const id = String(given(await run(['inbox'], env))[0]?.['id']);
  const refused = await run(['inbox', 'dismiss', id, '--reason', 'Ann asked'], env);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/one of agreed, .*not-ours/) });
  expect(await run(['inbox', 'dismiss', id, '--reason', 'not-ours'], env)).toMatchObject({ code: 0 });
});

test('a projection that was tampered with is named, and made anew', async () => {
  const { env } = await workshop();
  for (const [kind, file] of [
    ['people', 'people.csv'],
    ['awards', 'awards.csv'],
  ] as const)
    await run(['import', kind, file], env);
  expect((await run(['rebuild', '--from', '2004-09-15'], env)).code).toBe(0);
  const store = await opened(env);
  await store.ledger.batch([statement(`update due_days set due_on = '2005-05-05' where kind = 'award-end'`)]);
  await store.close();
  const verified = await run(['verify'], env);
  expect(verified.code).toBe(3);
  expect(given(verified)).toMatchObject([{ stored: { dueOn: '2005-05-05' }, replayed: { dueOn: '2006-01-10' } }]);
  expect((await run(['rebuild'], env)).code).toBe(0);
  expect((await run(['verify'], env)).code).toBe(0);
});

test('names are sealed: no file of the data folder has one, nor has any output', async () => {
  const { env } = await workshop();
  const { stdout, stderr } = await run(['import', 'people', 'people.csv'], env);
  const files = await contentsOf(env.STANDING_DATA);
  expect(Object.keys(files).some((file) => file.endsWith('keys.sqlite'))).toBe(true);
  for (const text of [stdout, stderr, ...Object.values(files)]) expect(text).not.toMatch(/Ann Example|ann@example/);
});

test('everything in the data folder is its owner’s alone', async () => {
  const { folder, env } = await workshop();
  await run(['import', 'people', 'people.csv', '--report', 'report.ndjson'], env);
  await run(['backup', 'ledger.backup'], env);
  const modeOf = async (path: string) => (await stat(path)).mode & 0o777;
  expect(await modeOf(env.STANDING_DATA)).toBe(0o700);
  for (const entry of await readdir(env.STANDING_DATA, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    expect([path, await modeOf(path)]).toEqual([path, entry.isFile() ? 0o600 : 0o700]);
  }
  for (const file of ['report.ndjson', 'ledger.backup']) expect(await modeOf(join(folder, file))).toBe(0o600);
});

test('a folder that was there keeps its rights', async () => {
  const { folder, env } = await workshop();
  await mkdir(env.STANDING_DATA);
  await chmod(env.STANDING_DATA, 0o755);
  await run(['import', 'people', 'people.csv'], env);
  expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o755);
  expect((await stat(join(folder, 'data', 'ledger'))).mode & 0o777).toBe(0o700);
});

describe('a back-up', () => {
  test('is made beside who holds the folder, goes into another engine, and comes back the same', async () => {
    const { folder, env } = await workshop();
    await run(['import', 'people', 'people.csv'], env);
    const holder = await opened(env);
    onTestFinished(() => holder.close());
    const made = await run(['backup', 'one'], env);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringMatching(/up to recording 1\.$/m) });
    const sqlite = { ...env, STANDING_DATABASE: `sqlite:${folder}/other/ledger.sqlite` };
    expect((await run(['restore', 'one'], sqlite)).code).toBe(0);
    expect((await run(['backup', 'two'], sqlite)).code).toBe(0);
    const rows = async (file: string) =>
      (await readFile(join(folder, file), 'utf8'))
        .split('\n')
        .slice(1)
        .map((line) => line.slice(64));
    expect(await rows('two')).toEqual(await rows('one'));
  });

  test.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
    ['is never written over', (folder) => writeFile(join(folder, 'one'), 'mine'), /one is there.*name another/],
    ['needs its folder', () => Promise.resolve(), /missing\/one\.new cannot be used \(ENOENT\)/],
  ])('%s', async (_, prepare, why) => {
    const { folder, env } = await workshop();
    await run(['import', 'people', 'people.csv'], env);
    await prepare(folder);
    const file = why.source.startsWith('missing') ? 'missing/one' : 'one';
    expect(await run(['backup', file], env)).toMatchObject({ code: 1, stderr: expect.stringMatching(why) });
  });

  test('that is none, is damaged, or goes where something is, is refused, and makes no folder', async () => {
    const { folder, env } = await workshop();
    await run(['import', 'people', 'people.csv'], env);
    await run(['backup', 'one'], env);
    const before = await contentsOf(env.STANDING_DATA);
    expect(await run(['restore', 'one'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/something in/),
    });
    expect(await contentsOf(env.STANDING_DATA)).toEqual(before);
    const empty = { ...env, STANDING_DATA: join(folder, 'empty') };
    expect(await run(['restore', 'people.csv'], empty)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is no back-up/),
    });
    const text = await readFile(join(folder, 'one'), 'utf8');
    await writeFile(join(folder, 'broken'), text.replace('2003-01-01', '2003-01-02'));
    expect(await run(['restore', 'broken'], empty)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is damaged/),
    });
    expect(await readdir(folder)).not.toContain('empty');
  });

  test('that is older than an erasure brings nobody back', async () => {
    const { folder, env } = await workshop();
    await run(['import', 'people', 'people.csv'], env);
    await run(['backup', 'one'], env);
    const store = await opened(env);
    await (await store.keys()).batch([statement(`update individual_keys set key = null where individual_id = 'i1'`)]);
    await store.close();
    const other = { ...env, STANDING_DATABASE: `file:${folder}/data/second` };
    const restored = await run(['restore', 'one'], other);
    expect(restored).toMatchObject({ code: 0, stderr: expect.stringMatching(/1 individuals are erased/) });
    const [status] = given(await run(['status'], other));
    expect(status).toMatchObject({ rows: { erasures: 1, registrations: 2 } });
    expect(status).not.toHaveProperty('rows.profiles');
  });
});

describe('refuses, says why, and leaves everything as it was', () => {
  test('a ledger that another process holds', async () => {
    const { env } = await workshop();
    await run(['import', 'people', 'people.csv'], env);
    const holder = await opened(env);
    onTestFinished(() => holder.close());
    const before = await contentsOf(env.STANDING_DATA);
    for (const args of [['status'], ['import', 'awards', 'awards.csv'], ['inbox'], ['migrate'], ['rebuild']]) {
      const refused = await run(args, env);
      expect(refused).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/in use by another process \(\d+\)/),
      });
      expect(refused.stderr).toMatch(/npm start: stop it with Ctrl-C/);
    }
    expect(await contentsOf(env.STANDING_DATA)).toEqual(before);
  });

  test('a ledger of a newer program, and one of an older program until it is migrated', async () => {
    const { env } = await workshop();
    const migrations = await readMigrations();
    const older = await opened(env);
    await migrate(older.ledger, migrations.slice(0, -1));
    await older.close();
    expect(await run(['inbox'], env)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/schema \d+.*back-up.*migrate/),
    });
    expect(given(await run(['status'], env))).toMatchObject([
      { schema: migrations.length - 1, newestSchema: migrations.length },
    ]);
    expect((await run(['migrate'], env)).code).toBe(0);
    expect((await run(['inbox'], env)).code).toBe(0);
    const sql = `insert into schema_versions (version, name) values (99, '0099_next');`;
    const newer = await opened(env);
    await migrate(newer.ledger, [...migrations, { name: '0099_next', sql }]);
    await newer.close();
    const before = await contentsOf(env.STANDING_DATA);
    for (const verb of ['status', 'migrate', 'inbox', 'verify']) {
      expect(await run([verb], env)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/newer program.*schema 99/),
      });
    }
    expect(await contentsOf(env.STANDING_DATA)).toEqual(before);
  });

  test.each([
    ['status'],
    ['inbox'],
    ['verify'],
    ['rebuild'],
    ['due', '--from', '2004-01-01', '--by', '2004-02-01'],
    ['backup', 'x'],
  ])('a ledger that is not there: %s', async (...args) => {
    const { folder, env } = await workshop();
    expect(await run(args, env)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/no ledger yet/) });
    expect(await readdir(folder)).toEqual(['awards.csv', 'people.csv', 'results.csv']);
  });

  test.each<[readonly string[], number, RegExp]>([
    [[], 2, /import </],
    [['frobnicate'], 2, /no command "frobnicate"/],
    [['status', 'x'], 2, /Called as: standing-ledger status/],
    [['import', 'people'], 2, /Called as: .*<file>/],
    [['import', 'persons', 'people.csv'], 2, /people, affiliations, results/],
    [['import', 'people', 'people.csv', '--format', 'xml'], 2, /csv, ndjson/],
    [['import', 'people', 'people.csv', '--from', 'me'], 2, /operator, testing-center/],
    [['import', 'people', 'people.csv', '--force'], 2, /--force/],
    [['import', 'people', 'nobody.csv'], 1, /nobody\.csv cannot be used \(ENOENT\)/],
    [['import', 'people', '.'], 1, /cannot be used \(EISDIR\)/],
    [['import', 'results', 'people.csv'], 1, /people\.csv was not imported:.*column/],
    [['import', 'people', 'people.csv', '--report', 'no/where'], 1, /no\/where cannot be used \(ENOENT\)/],
    [['due', '--from', '2004-02-30', '--by', '2005-01-01'], 2, /--from is a day/],
    [['due', '--from', '2004-02-20'], 2, /Called as/],
    [['rebuild', '--program', 'x'], 2, /cisco-channel/],
  ])('%j', async (args, code, why) => {
    const { env } = await workshop();
    const ended = await run(args, env);
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(why) });
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });

  test('an import id that stands for another file', async () => {
    const { env } = await workshop();
    await run(['import', 'people', 'people.csv', '--id', 'may'], env);
    const other = await run(['import', 'awards', 'awards.csv', '--id', 'may'], env);
    expect(other).toMatchObject({ code: 1, stderr: expect.stringMatching(/began with another file/) });
  });
});

test('help is asked for and given', async () => {
  const help = await run(['--help'], {});
  expect(help).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/restore <file>/) });
});

describe('a token', () => {
  const SECRET = 'eyJhbGciOiJFZERTQSJ9.c2VjcmV0';
  const silent = ({ stdout, stderr }: Ended) => expect(stdout + stderr).not.toMatch(/eyJhbG|c2VjcmV0/);

  test.each<[string, Record<string, string>, number, RegExp]>([
    ['for nobody', { STANDING_DATABASE_TOKEN: SECRET }, 2, /names no server/],
    ['in the wrong variable', { STANDING_DATABASE: SECRET }, 2, /does not begin with an engine/],
    ['before a colon', { STANDING_DATABASE: `${SECRET}:x` }, 2, /STANDING_DATABASE/],
    ['as a password', { STANDING_DATABASE: `libsql://me:${SECRET}@host.invalid` }, 2, /name or password/],
    [
      'twice',
      { STANDING_DATABASE: `libsql://host.invalid?authToken=${SECRET}`, STANDING_DATABASE_TOKEN: SECRET },
      2,
      /give one/,
    ],
    [
      'that no header may have',
      { STANDING_DATABASE: 'libsql://host.invalid', STANDING_DATABASE_TOKEN: `${SECRET}\n${SECRET}` },
      2,
      /line break/,
    ],
    [
      'of a server that is not there',
      { STANDING_DATABASE: 'http://127.0.0.1:1', STANDING_DATABASE_TOKEN: SECRET },
      1,
      /^127\.0\.0\.1:1: .*cannot be reached/,
    ],
    [
      'behind the URL',
      { STANDING_DATABASE: `http://127.0.0.1:1/?authToken=${SECRET}` },
      1,
      /^127\.0\.0\.1:1: .*cannot be reached/,
    ],
  ])('%s is told to nobody', async (_, variables, code, why) => {
    const { env } = await workshop();
    const ended = await run(['status'], { ...env, ...variables });
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(why) });
    silent(ended);
  });

  test.skipIf(SERVER === undefined)(
    'that a server refuses is told to nobody, and one that it takes either',
    async () => {
      const { folder, env } = await workshop();
      const closed = await startServer({
        folder: join(folder, 'closed'),
        key: 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE',
      });
      onTestFinished(() => closed.stop());
      const refused = await run(['import', 'people', 'people.csv'], {
        ...env,
        STANDING_DATABASE: closed.url,
        STANDING_DATABASE_TOKEN: SECRET,
      });
      expect(refused).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/refuses the token.*STANDING_DATABASE_TOKEN/),
      });
      silent(refused);
      const open = await startServer({ folder: join(folder, 'open') });
      onTestFinished(() => open.stop());
      const server = { ...env, STANDING_DATABASE: open.url, STANDING_DATABASE_TOKEN: SECRET };
      for (const args of [['import', 'people', 'people.csv'], ['status'], ['verify'], ['backup', 'one']]) {
        const ended = await run(args, server);
        expect(ended).toMatchObject({ code: 0 });
        silent(ended);
      }
      const journal = { ...env, STANDING_DATA: join(folder, 'journal') };
      expect((await run(['restore', 'one'], journal)).code).toBe(0);
      expect(given(await run(['status'], journal))).toMatchObject([{ rows: { registrations: 2, profiles: 1 } }]);
    },
  );
});
