import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openNodeSqlite } from '../../src/engines/node-sqlite.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { temporaryFolder } from '../folder.ts';
import { contract } from './contract.ts';
import { sameImport } from './import.ts';
import { operations } from './operations.ts';

const open = async () => openNodeSqlite(join(await temporaryFolder(), 'ledger.sqlite'));
contract('node:sqlite', open);
const migrated = async () => {
  const database = await open();
  await migrate(database, await readMigrations());
  return database;
};
sameImport('node:sqlite', migrated);
operations('node:sqlite', migrated);

test('the file and its folder are their owner’s alone, and keep what was written', async () => {
  const file = join(await temporaryFolder(), 'data', 'ledger.sqlite');
  const first = openNodeSqlite(file);
  await first.batch([{ sql: 'create table t (a text) strict', parameters: [] }]);
  const modes = await Promise.all(
    [dirname(file), file, `${file}-wal`].map(async (path) => (await stat(path)).mode & 0o777),
  );
  expect(modes).toEqual([0o700, 0o600, 0o600]);
  await first.close();
  const second = openNodeSqlite(file);
  expect(await second.all({ sql: 'select count(*) as n from t', parameters: [] })).toEqual([{ n: 0 }]);
  await second.close();
});

test('its log is emptied of what was deleted, and it is said when a reader holds that up', async () => {
  const file = join(await temporaryFolder(), 'ledger.sqlite');
  const database = openNodeSqlite(file);
  const write = (sql: string) => database.batch([{ sql, parameters: [] }]);
  await write('create table t (a text) strict');
  const reader = new DatabaseSync(file);
  reader.exec('begin; select count(*) from t');
  await write(`insert into t values ('Quarterstaff')`);
  await write('delete from t');
  const holding = async () => (await readFile(`${file}-wal`)).includes('Quarterstaff');
  // It waits for the reader for as long as for a writer.
  await expect(database.forget?.()).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining(file) });
  expect(await holding()).toBe(true);
  reader.close();
  await database.forget?.();
  expect(await holding()).toBe(false);
  expect((await readFile(file)).includes('Quarterstaff')).toBe(false);
  await database.close();
});
