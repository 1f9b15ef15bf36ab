import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/ledger.ts';
import { etagOf, readSnapshot, SNAPSHOT_VERSION, type SnapshotContent, writeSnapshot } from '../../src/snapshot.ts';
import { emptyLedgers } from '../databases.ts';
import { temporaryFolder } from '../folder.ts';
import { ordered, world } from '../ledger/worlds.ts';
import { evaluated, writeEach } from '../ledger/written.ts';
import { runs } from '../runs.ts';

const sqlJs = await initSqlJs();

const content: SnapshotContent = {
  viewer: { issuer: 'https://id.example', subject: 'admin-1', partner: 'p1' },
  asOf: '2004-06-30',
  leaseHours: 72,
  facts: {
    individuals: [
      {
        id: 'i1',
        exams: [
          { id: 'r1', exam: '640-801', takenOn: '2003-12-01', result: 'pass' },
          { exam: '640-801', takenOn: '2003-11-01', result: 'fail' },
        ],
        agreements: [{ agreement: 'career-certifications', acceptedOn: '2003-12-01' }],
        awards: [
          { certification: 'ccie', validFrom: '2002-05-01', validUntil: '2004-05-01' },
          { certification: 'ccna', validFrom: '2002-05-01' },
        ],
      },
      { id: 'I2', exams: [], agreements: [], awards: [] },
    ],
    partners: [
      {
        id: 'p1',
        affiliations: [
          { individual: 'i1', from: '2003-01-01', until: '2005-01-01' },
          { individual: 'I2', from: '2003-01-01' },
        ],
        holdings: [
          { specialization: 'vpn-security', approvedOn: '2003-02-01' },
          { channelLevel: 'silver', approvedOn: '2003-02-01' },
        ],
        renewals: [{ specialization: 'vpn-security', submittedOn: '2004-01-20', closedOn: '2004-03-01' }],
        allocations: [
          { individual: 'i1', specialization: 'vpn-security', jobRole: 'field-engineer', pinned: true },
          {
            individual: 'I2',
            specialization: 'vpn-security',
            jobRole: 'field-engineer',
            from: '2004-01-01',
            pinned: false,
          },
        ],
        waivers: [
          {
            specialization: 'vpn-security',
            jobRole: 'account-manager',
            places: 2,
            from: '2004-01-01',
            until: '2005-01-01',
          },
        ],
      },
    ],
  },
  profiles: [{ individual: 'i1', profile: '{"name":"Zsófia 😀"}' }],
  standings: [
    { partner: 'p1', channelLevel: 'silver', met: true, missing: 0 },
    { partner: 'p1', specialization: 'vpn-security', jobRole: 'field-engineer', met: false, missing: 1 },
  ],
  eligibilities: [{ partner: 'p1', individual: 'I2', certification: 'ccna' }],
};

function written(some: SnapshotContent): Uint8Array {
  const outcome = writeSnapshot(sqlJs, some);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
}

/** The same with every list turned round, or with every list in one order. */
function relisted(value: unknown, order: (list: unknown[]) => unknown[]): unknown {
  if (Array.isArray(value)) return order(value.map((item) => relisted(item, order)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, relisted(item, order)]),
  );
}
const turned = (value: unknown) => relisted(value, (list) => list.toReversed()) as SnapshotContent;
const plain = (value: unknown) =>
  relisted(value, (list) => list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));

describe('what is written', () => {
  test('is read again', () => {
    const read = readSnapshot(sqlJs, written(content));
    expect(read.ok && plain(read.value)).toEqual(plain(content));
  });

  test('is the same bytes whatever the order of lists, with the same strong ETag, and others for another day', async () => {
    const bytes = written(content);
    expect(written(turned(content))).toEqual(bytes);
    const etag = await etagOf(crypto, bytes);
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(await etagOf(crypto, written(turned(content)))).toBe(etag);
    expect(await etagOf(crypto, written({ ...content, asOf: '2004-07-01' }))).not.toBe(etag);
  });

  test('is a sound file for SQLite, without triggers and views', async () => {
    const file = `${await temporaryFolder()}/snapshot.sqlite`;
    await writeFile(file, written(content));
    const database = new DatabaseSync(file, { readOnly: true });
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
    expect(database.prepare('pragma user_version').get()).toEqual({ user_version: SNAPSHOT_VERSION });
    expect(database.prepare('select distinct type from sqlite_schema').all()).toEqual([{ type: 'table' }]);
    expect(database.prepare('select as_of, lease_hours from snapshot').all()).toEqual([
      { as_of: '2004-06-30', lease_hours: 72 },
    ]);
    database.close();
  });

  // Where the program sqlite3 is not installed, the test above says the same with the SQLite in Node.
  test.skipIf(spawnSync('sqlite3', ['--version']).status !== 0)('is clean for the stock program sqlite3', async () => {
    const file = `${await temporaryFolder()}/snapshot.sqlite`;
    await writeFile(file, written(content));
    const say = (sql: string) => execFileSync('sqlite3', ['-readonly', file, sql], { encoding: 'utf8' }).trim();
    expect(say('pragma integrity_check')).toBe('ok');
    expect(say('select certification from awards order by 1')).toBe('ccie\nccna');
  });

  test('holds no more than 10 MiB', () => {
    const exams = Array.from({ length: 4000 }, (_, n) => ({
      ...{ id: `${n}${'x'.repeat(3000)}`, exam: '640-801', takenOn: '2003-12-01', result: 'pass' as const },
    }));
    const facts = { individuals: [{ id: 'i1', exams }], partners: [] };
    expect(writeSnapshot(sqlJs, { ...content, facts })).toEqual({
      ok: false,
      faults: [{ path: '', code: 'too-large', expected: '10485760' }],
    });
  });

  test('cannot name somebody twice', () => {
    const [one] = content.facts.individuals;
    const facts = { individuals: one ? [one, one] : [], partners: [] };
    expect(() => writeSnapshot(sqlJs, { ...content, facts })).toThrow(/unique individuals.id/);
  });
});

test('the record of a ledger gives the same answer from a snapshot', async () => {
  const empty = await emptyLedgers();
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const database = empty();
      await writeEach(database, ordered(made, [0]));
      const { facts } = await load(database, { partners: ['p1', 'p2'] });
      const read = readSnapshot(sqlJs, written({ ...content, facts }));
      // 2004-09-15, as a number of days from 1970.
      expect(read.ok && evaluated(read.value.facts, 12_676)).toBe(evaluated(facts, 12_676));
    }),
    runs(10, 300),
  );
}, 300_000);

describe('what is refused when a file is opened', () => {
  const changed = async (sql: string) => {
    const file = `${await temporaryFolder()}/changed.sqlite`;
    await writeFile(file, written(content));
    const database = new DatabaseSync(file);
    database.exec(sql);
    const bytes = await readFile(file);
    database.close();
    return bytes;
  };
  const code = (bytes: Uint8Array) => {
    const read = readSnapshot(sqlJs, bytes);
    return read.ok ? 'ok' : read.faults[0]?.code;
  };

  test.each([
    ['pragma user_version = 2', 'other-schema'],
    ['pragma application_id = 7', 'no-snapshot'],
    ['pragma journal_mode = wal', 'no-snapshot'],
    [`create trigger t after insert on exams begin select 1; end`, 'damaged'],
    ['create view v as select 1', 'damaged'],
    ['create table more (a text)', 'damaged'],
    ['create index i on exams (exam)', 'damaged'],
    ['drop table waivers', 'damaged'],
    ['delete from snapshot', 'damaged'],
    [`insert into snapshot select 7, issuer, subject, partner_id, as_of, lease_hours from snapshot`, 'damaged'],
    [`pragma foreign_keys = off; insert into exams values ('nobody', 0, null, 'x', 'y', 'z')`, 'damaged'],
    [`select 1`, 'ok'],
  ])('%s: %s', async (sql, expected) => expect(code(await changed(sql))).toBe(expected));

  test('nothing, text, a cut file and one that is too large', () => {
    const bytes = written(content);
    expect(code(new Uint8Array())).toBe('no-snapshot');
    expect(code(new TextEncoder().encode('name,exam\n'.repeat(100)))).toBe('no-snapshot');
    expect(code(bytes.slice(0, bytes.length - 4096))).toBe('damaged');
    expect(code(new Uint8Array(20 * 2 ** 20 + 1))).toBe('too-large');
  });

  test('a byte that was changed anywhere is no crash', () => {
    const bytes = written(content);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ by;
        expect(['ok', 'no-snapshot', 'other-schema', 'damaged']).toContain(code(other));
      }),
      runs(300, 20_000),
    );
  }, 300_000);
});
