import { expect, test } from 'vitest';
import { backup, restore } from '../../src/backup.ts';
import { rebuild, verify } from '../../src/due.ts';
import { append, load } from '../../src/ledger.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import type { Database } from '../../src/port/database.ts';
import { emptyLedgers } from '../databases.ts';
import { instant, program, said } from '../ledger/written.ts';
import { fill } from './filled.ts';

export const MADE = '2004-06-30T18:00:00.000Z';
const migrations = await readMigrations();

export async function bytesOf(database: Database): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of backup(database, MADE)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const triggers = { sql: `select name, sql from sqlite_master where type = 'trigger' order by name`, parameters: [] };

/** A workerd or a server answers hundreds of calls, on a machine that may be busy. */
const PATIENCE = 180_000;

/**
 * The back-up of an engine is byte for byte that of a database in memory with the same facts, and one that was put into
 * the engine gives these bytes again: so each engine takes what any other gave. `open` gives an empty database.
 */
export function backups(name: string, open: () => Promise<Database>): void {
  test(`the back-up of ${name} is that of every other engine, and goes into it`, { timeout: PATIENCE }, async () => {
    const memory = (await emptyLedgers())();
    await fill(memory);
    const expected = await bytesOf(memory);
    const first = await open();
    await migrate(first, migrations);
    await fill(first);
    const given = await bytesOf(first);
    expect(Buffer.compare(given, expected), 'the same bytes').toBe(0);
    await first.close();

    const second = await open();
    const restored = await restore(second, migrations, () => [given]);
    const empty = Object.entries(restored.ok ? restored.value.rows : {}).filter(([, count]) => count === 0);
    expect(empty, 'tables that nothing was tried of: extend `fill`').toEqual([]);
    expect(restored).toMatchObject({
      ok: true,
      value: { sequence: 6, recordedAt: instant(5), rows: { registrations: 951 } },
    });
    expect(Buffer.compare(await bytesOf(second), expected), 'the same bytes again').toBe(0);
    expect(await restore(second, migrations, () => [given])).toMatchObject({
      ok: false,
      faults: [{ path: 'database', code: 'not-empty' }],
    });
    const bare = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row).replace(/;"}$/, '"}'));
    expect(bare(await second.all(triggers))).toEqual(bare(await memory.all(triggers)));
    for (const at of [{}, { asOf: '2004-06-30' }, { knownAt: instant(1) }, { knownAt: instant(2) }]) {
      expect(said(await load(second, { partners: ['p1'] }, at))).toBe(
        said(await load(memory, { partners: ['p1'] }, at)),
      );
    }
    expect(await migrate(second, migrations)).toMatchObject({ applied: [] });
    await rebuild(second, { program, from: '2003-12-01', now: MADE });
    expect(await verify(second, program)).toEqual({ ok: true, value: [] });
    const next = { kind: 'registration', individual: 'next', id: 'r', registeredOn: '2004-01-01' } as const;
    const operator = { recordedAt: instant(0), author: 'operator-1', source: 'operator' } as const;
    expect(await append(second, operator, [next])).toEqual({
      ok: true,
      value: { sequence: 7, recordedAt: instant(5) },
    });
    await second.close();
  });
}
