import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import { restore } from '../../src/backup.ts';
import { openMemory } from '../../src/engines/sqljs.ts';
import { append, cutAt, erase, finishErasures, load, read } from '../../src/ledger.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { keyOf } from '../../src/sealing/keys.ts';
import { seal, unseal } from '../../src/sealing/seal.ts';
import { erasures } from '../../src/statements/erasure.ts';
import { profiles } from '../../src/statements/profile.ts';
import type { Recording } from '../../src/statements/recording.ts';
import { bytesOf } from '../backup/contract.ts';
import { emptyLedgers } from '../databases.ts';
import { memoryKeys, NAME } from '../person/everything.ts';

const empty = await emptyLedgers();
const recording: Recording = { recordedAt: '2004-06-30T12:00:00.000Z', author: 'operator-1', source: 'operator' };
const erasure = { id: 'e1', individual: 'i1', erasedOn: '2004-06-30' };

test('what is sealed is opened for its individual, and for nobody else', async () => {
  const keys = await memoryKeys();
  const sealed = (await seal(keys, crypto, 'i1', NAME)) ?? '';
  expect(sealed).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
  expect(await seal(keys, crypto, 'i1', NAME)).not.toBe(sealed);
  await seal(keys, crypto, 'i2', NAME);
  expect(await unseal(keys, crypto, 'i1', sealed)).toBe(NAME);
  expect(await unseal(keys, crypto, 'i2', sealed)).toBeUndefined();
  expect(await unseal(keys, crypto, 'i3', sealed)).toBeUndefined();
  const changed = sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
  for (const broken of ['', 'v1', 'v1..', 'v2.a.b', 'v1.!.!', changed]) {
    expect(await unseal(keys, crypto, 'i1', broken)).toBeUndefined();
  }
});

test('two who seal first at once use one key', async () => {
  const keys = await memoryKeys();
  const sealed = await Promise.all(['a', 'b', 'c'].map((text) => seal(keys, crypto, 'i1', text)));
  expect(await Promise.all(sealed.map((each) => unseal(keys, crypto, 'i1', each ?? '')))).toEqual(['a', 'b', 'c']);
});

test('who is erased is erased under every id, stays under a bare one, and gets no key again', async () => {
  const [ledger, keys] = [empty(), await memoryKeys()];
  const sealed = (await seal(keys, crypto, 'old', NAME)) ?? '';
  await append(ledger, recording, [
    { kind: 'profile', id: 'p', individual: 'old', from: '2004-01-01', sealed },
    { kind: 'exam-result', id: 'r', individual: 'old', exam: '640-801', takenOn: '2004-01-01', result: 'pass' },
    { kind: 'merge', id: 'm', individual: 'old', into: 'i1', mergedOn: '2004-02-01' },
  ]);
  expect(await erase({ ledger, keys }, recording, erasure)).toMatchObject({ ok: true });
  expect(await read(ledger, profiles, 'all', await cutAt(ledger))).toEqual([]);
  expect(await unseal(keys, crypto, 'old', sealed)).toBeUndefined();
  expect([await seal(keys, crypto, 'old', 'x'), await seal(keys, crypto, 'i1', 'x')]).toEqual([undefined, undefined]);
  const { facts } = await load(ledger, { individuals: ['i1'] });
  expect(facts.individuals).toMatchObject([{ id: 'i1', exams: [{ exam: '640-801' }] }]);
  const again = { ok: false, faults: [{ path: 'individual', code: 'erased-already' }] };
  expect(await erase({ ledger, keys }, recording, { ...erasure, id: 'e2' })).toEqual(again);
  const later = (await seal(keys, crypto, 'later', NAME)) ?? '';
  await append(ledger, recording, [
    { kind: 'merge', id: 'm', individual: 'later', into: 'i1', mergedOn: '2004-03-01' },
  ]);
  expect(await erase({ ledger, keys }, recording, erasure)).toMatchObject({ ok: true });
  expect(await unseal(keys, crypto, 'later', later)).toBeUndefined();
  expect(await erase({ ledger, keys }, recording, erasure)).toEqual(again);
});

test('an erasure that was broken off is finished', async () => {
  const [ledger, keys] = [empty(), await memoryKeys()];
  const sealed = (await seal(keys, crypto, 'i1', NAME)) ?? '';
  await seal(keys, crypto, 'i2', NAME);
  await append(ledger, recording, [{ kind: 'profile', id: 'p', individual: 'i1', from: '2004-01-01', sealed }]);
  await append(ledger, recording, [{ kind: 'erasure', ...erasure }]);
  await finishErasures({ ledger, keys }, recording);
  await finishErasures({ ledger, keys }, recording);
  expect(await keyOf(keys, 'i1')).toBe('erased');
  expect(await keyOf(keys, 'i2')).not.toBe('erased');
  expect(await read(ledger, profiles, 'all', await cutAt(ledger))).toEqual([]);
});

test('a back-up that is older than an erasure brings nobody back', async () => {
  const [ledger, keys] = [empty(), await memoryKeys()];
  const sealed = (await seal(keys, crypto, 'i1', NAME)) ?? '';
  const other = (await seal(keys, crypto, 'i2', NAME)) ?? '';
  await append(ledger, recording, [
    { kind: 'profile', id: 'p', individual: 'i1', from: '2004-01-01', sealed },
    { kind: 'profile', id: 'p', individual: 'i2', from: '2004-01-01', sealed: other },
  ]);
  const old = await bytesOf(ledger);
  await erase({ ledger, keys }, recording, erasure);
  const restored = openMemory(await initSqlJs());
  const migrations = await readMigrations();
  expect(await restore(restored, migrations, () => [old])).toMatchObject({ ok: true });
  await migrate(restored, migrations);
  await finishErasures({ ledger: restored, keys }, recording);
  const after = await bytesOf(restored);
  await finishErasures({ ledger: restored, keys }, recording);
  expect(Buffer.compare(await bytesOf(restored), after)).toBe(0);
  const cut = await cutAt(restored);
  expect(await read(restored, profiles, 'all', cut)).toMatchObject([{ individual: 'i2' }]);
  expect(await read(restored, erasures, 'all', cut)).toMatchObject([{ individual: 'i1', erasedOn: '2004-06-30' }]);
  expect([await unseal(keys, crypto, 'i1', sealed), await unseal(keys, crypto, 'i2', other)]).toEqual([
    undefined,
    NAME,
  ]);
});
