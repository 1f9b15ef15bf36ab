import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type LibsqlOptions, openLibsql } from '../../src/engines/libsql.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import type { Database } from '../../src/port/database.ts';
import { backups } from '../backup/contract.ts';
import { temporaryFolder } from '../folder.ts';
import { note, notesIn, statement } from '../journal/written.ts';
import { busyFor } from '../libsql/busy.ts';
import { following } from '../libsql/following.ts';
import { MISSING, portsOf, SERVER, type Server, type ServerOptions, startServer } from '../libsql/server.ts';
import { contract } from './contract.ts';
import { sameImport } from './import.ts';
import { sameLedger } from './ledger.ts';
import { operations } from './operations.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const open = (server: Server, options?: LibsqlOptions) =>
  openLibsql({ url: server.url, token: () => undefined }, options);

async function start(options: Partial<ServerOptions> = {}): Promise<Server> {
  const server = await startServer({ folder: await temporaryFolder(), ...options });
  onTestFinished(() => server.stop());
  return server;
}

/** An empty database on a server that has been used before. */
async function emptied(database: Database): Promise<Database> {
  await database.batch([statement('drop table if exists children'), statement('drop table if exists parents')]);
  return database;
}

describe.skipIf(SERVER === undefined)(`a libSQL server${SERVER === undefined ? ` (${MISSING})` : ''}`, () => {
  const running: Server[] = [];
  const folders: string[] = [];
  beforeAll(async () => {
    folders.push(await mkdtemp(join(tmpdir(), 'standing-libsql-')));
    const primary = await startServer({ folder: `${folders[0]}/primary` });
    running.push(primary);
    running.push(await startServer({ folder: `${folders[0]}/replica`, primary: primary.replication }));
  });
  afterAll(async () => {
    for (const server of running) await server.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  const at = (index: number, options?: LibsqlOptions) => open(running[index] as Server, options);

  contract('libSQL', async () => emptied(await at(0)));
  contract('a replica of libSQL', async () => following(await emptied(await at(1)), await at(0)));

  const migrated = async () => {
    const database = await open(await start());
    await migrate(database, await readMigrations());
    return database;
  };
  sameLedger('libSQL', migrated);
  operations('libSQL', migrated);
  sameImport('libSQL', migrated);

  backups('libSQL', async () => open(await start()));

  test('a migrated database is found again, by its replica too', async () => {
    const folder = await temporaryFolder();
    const first = await startServer({ folder });
    const migrations = await readMigrations();
    await migrate(await open(first), migrations);
    await first.stop();
    const primary = await start({ folder });
    const replica = await start({ primary: primary.replication });
    const database = following(await open(replica), await open(primary));
    expect(await migrate(database, migrations)).toMatchObject({ from: migrations.length, applied: [] });
    await database.close();
  });

  test('a batch that others keep out is sent again, so often and no more', async () => {
    const server = await start();
    const direct = await open(server);
    await direct.batch([statement('create table notes (id text primary key, text text) strict')]);
    const through = async (busy: number, attempts: number) => {
      const front = await busyFor(busy, server.url);
      onTestFinished(front.stop);
      const database = await openLibsql({ url: front.url, token: () => undefined }, { attempts });
      return { database, batches: front.batches };
    };
    const patient = await through(2, 3);
    expect(await patient.database.batch([note('a'), note('b')])).toMatchObject({ ok: true });
    expect([patient.batches(), await notesIn(direct)]).toEqual([3, ['a', 'b']]);
    const refused = await through(9, 3);
    await expect(refused.database.batch([note('c')])).rejects.toMatchObject({ code: 'busy' });
    expect([refused.batches(), await notesIn(direct)]).toEqual([3, ['a', 'b']]);
  });

  test('a connection that is lost refuses, and serves again when the server is back', async () => {
    const folder = await temporaryFolder();
    const first = await startServer({ folder });
    const database = await open(first);
    await database.batch([statement('create table notes (id text primary key, text text) strict'), note('a')]);
    await first.stop();
    const lost = { code: 'unreachable', message: expect.stringMatching(/look before you write it again/) };
    await expect(database.batch([note('b')])).rejects.toMatchObject(lost);
    await expect(notesIn(database)).rejects.toMatchObject(lost);
    await expect(open(first)).rejects.toMatchObject(lost);
    const second = await startServer({ folder, ports: portsOf(first) });
    expect(await notesIn(database)).toEqual(['a']);
    expect(await database.batch([note('b')])).toMatchObject({ ok: true });
    await database.close();
    await second.stop();
  });

  test('a server that hangs is waited for so long, and no longer', async () => {
    const server = await start();
    const database = await open(server, { patience: 300 });
    server.signal('SIGSTOP');
    await expect(database.all(statement('select 1 as n'))).rejects.toMatchObject({ code: 'unreachable' });
    server.signal('SIGCONT');
    await database.close();
  });

  test('a token is asked for, taken, and told to nobody', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const server = await start({ key: publicKey.export({ format: 'jwk' }).x ?? '' });
    const failure = { code: 'unauthorized', message: expect.stringMatching(/STANDING_DATABASE_TOKEN/) };
    await expect(open(server)).rejects.toMatchObject(failure);
    const wrong = tokenOf(generateKeyPairSync('ed25519').privateKey);
    const error = await openLibsql({ url: server.url, token: () => wrong }).catch((refused: unknown) => refused);
    expect(error).toMatchObject(failure);
    expect(inspect(error, { depth: 9 })).not.toContain(wrong);
    const database = await openLibsql({ url: server.url, token: () => tokenOf(privateKey) });
    expect(await database.all(statement('select 1 as n'))).toEqual([{ n: 1 }]);
    await database.close();
  });
});

/** A token for everything, as the server's own tools make them. */
function tokenOf(key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part({ a: 'rw' })}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
