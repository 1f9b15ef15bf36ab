import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { restore } from '../../src/backup.ts';
import { openJournal } from '../../src/engines/journal/open.ts';
import { openKeyFile, openNodeSqlite } from '../../src/engines/node-sqlite.ts';
import { cutAt, erase, finishErasures, load, read } from '../../src/ledger.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { pack } from '../../src/packed.ts';
import type { Database } from '../../src/port/database.ts';
import { keyOf, prepareKeys } from '../../src/sealing/keys.ts';
import { unseal } from '../../src/sealing/seal.ts';
import { writeSnapshot } from '../../src/snapshot.ts';
import { profiles } from '../../src/statements/profile.ts';
import { bytesOf } from '../backup/contract.ts';
import { temporaryFolder } from '../folder.ts';
import { NAME, operator, writeEverything } from '../person/everything.ts';

const sqlJs = await initSqlJs();
const migrations = await readMigrations();
const erasure = { id: 'e1', individual: 'i1', erasedOn: '2004-06-30' };

/** Engines whose files are ours, and which of them the writing goes to. */
const ENGINES: readonly [string, (folder: string) => Promise<Database>, readonly string[]][] = [
  ['sql.js with a journal', (folder) => openJournal(sqlJs, folder), ['journal']],
  ['node:sqlite', async (folder) => openNodeSqlite(join(folder, 'ledger.sqlite')), ['ledger.sqlite-wal']],
];

/** Which files of a folder hold a text. */
async function holding(folder: string, text: string): Promise<string[]> {
  const files = await readdir(folder);
  const bytes = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return files.filter((_, index) => bytes[index]?.includes(text));
}

function occurrences(bytes: Uint8Array): number {
  return Buffer.from(bytes).toString('utf8').split(NAME).length - 1;
}

/** What a viewer who was granted the profile takes along: what can be opened. */
async function takenAlong(ledger: Database, keys: Database): Promise<Uint8Array> {
  const { facts } = await load(ledger, { partners: ['p1'] });
  const opened = await Promise.all(
    (await read(ledger, profiles, 'all', await cutAt(ledger))).map(async ({ individual, sealed }) => ({
      ...{ individual, profile: (await unseal(keys, crypto, individual, sealed)) ?? '' },
    })),
  );
  const outcome = writeSnapshot(sqlJs, {
    ...{ viewer: { issuer: 'https://id.example', subject: 'admin-1', partner: 'p1' }, asOf: '2004-06-30' },
    ...{ leaseHours: 72, facts, profiles: opened.filter(({ profile }) => profile !== '') },
    ...{ standings: [], eligibilities: [] },
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
}

describe.each(ENGINES)('after an erasure on %s', (_, open, written) => {
  test('nothing holds the name, nor the key to it: no file, no back-up, no copy', async () => {
    const [folder, other, secret] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
    const keys = openKeyFile(join(secret, 'keys.sqlite'));
    const state = { ledger: await open(folder) };
    onTestFinished(async () => {
      await state.ledger.close();
      await keys.close();
    });
    await migrate(state.ledger, migrations);
    await prepareKeys(keys);
    await writeEverything(state.ledger, keys, 'i1');
    const key = String(await keyOf(keys, 'i1'));
    // One name is in the open: a file's columns were mixed up, and the row waits. All other texts are sealed.
    expect(await holding(folder, NAME)).toEqual(written);
    const old = await bytesOf(state.ledger);
    expect(occurrences(old)).toBe(2);
    expect(await holding(secret, key)).toEqual(['keys.sqlite']);
    expect(occurrences(await takenAlong(state.ledger, keys))).toBe(1);

    expect(await erase({ ledger: state.ledger, keys }, operator, erasure)).toMatchObject({ ok: true });
    const { ledger } = state;
    expect([await holding(folder, NAME), await holding(folder, key), await holding(secret, key)]).toEqual([[], [], []]);
    const { facts, elsewhere, sequence } = await load(ledger, { partners: ['p1'] });
    expect(facts.individuals.map(({ id }) => id)).toContain('i1');
    const copies = [await bytesOf(ledger), pack({ facts, elsewhere, sequence }), await takenAlong(ledger, keys)];
    expect(copies.map(occurrences)).toEqual([0, 0, 0]);
    await ledger.close();
    expect(await holding(folder, NAME)).toEqual([]);

    // A back-up from before is put back: what is sealed stays closed, and the row goes again.
    state.ledger = await open(other);
    expect(await restore(state.ledger, migrations, () => [old])).toMatchObject({ ok: true });
    expect(await holding(other, NAME)).not.toEqual([]);
    await finishErasures({ ledger: state.ledger, keys }, operator);
    expect(await holding(other, NAME)).toEqual([]);
    expect(occurrences(await bytesOf(state.ledger))).toBe(0);
  });
});
