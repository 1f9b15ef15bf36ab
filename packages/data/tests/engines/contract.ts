import { afterEach, describe, expect, test } from 'vitest';
import type { Database, Statement, Value } from '../../src/port/database.ts';

const statement = (sql: string, ...parameters: readonly Value[]): Statement => ({ sql, parameters });

const TABLES = [
  statement('create table parents (id text primary key, n integer not null check (n > 0)) strict, without rowid'),
  statement('create table children (id text primary key, parent_id text references parents (id)) strict'),
  statement(
    `create trigger parents_kept before delete on parents begin select raise(abort, 'guard: append-only'); end`,
  ),
];
const insert = (id: string, n: Value) => statement('insert into parents (id, n) values (?, ?)', id, n);
const everyone = statement('select id, n from parents order by id');

/** What every engine holds to. `open` gives an empty database each time. */
export function contract(name: string, open: () => Promise<Database>): void {
  describe(`${name} holds to the port`, () => {
    const opened: Database[] = [];
    afterEach(async () => {
      for (const database of opened.splice(0)) await database.close();
    });
    const withTables = async () => {
      const database = await open();
      opened.push(database);
      expect(await database.batch(TABLES)).toMatchObject({ ok: true });
      return database;
    };

    test('rows come back as they were written, by column', async () => {
      const database = await withTables();
      const texts = ['', 'é😀\n"\'', 'a\u0000b', 'now', '__proto__'];
      expect(await database.batch(texts.map((id, n) => insert(id, n + 1)))).toMatchObject({ ok: true });
      const rows = await database.all(everyone);
      expect(new Map(rows.map(({ id, n }) => [id, n]))).toEqual(new Map(texts.map((id, n) => [id, n + 1])));
      expect(await database.all(statement('select ? as a, ? as b, ? as c', null, 2.5, 9_007_199_254_740_991))).toEqual([
        { a: null, b: 2.5, c: 9_007_199_254_740_991 },
      ]);
      expect(await database.all(statement('select id from parents where id = ?', 'nobody'))).toEqual([]);
    });

    test('a batch gives the rows of each of its statements, and later ones see earlier ones', async () => {
      const database = await withTables();
      const outcome = await database.batch([
        statement('insert into parents (id, n) values (?, ?) returning n, id', 'a', 1),
        statement('insert into parents (id, n) select ?, max(n) + 1 from parents', 'b'),
        everyone,
      ]);
      expect(outcome).toEqual({
        ok: true,
        rows: [
          [{ id: 'a', n: 1 }],
          [],
          [
            { id: 'a', n: 1 },
            { id: 'b', n: 2 },
          ],
        ],
      });
      expect(await database.batch([])).toEqual({ ok: true, rows: [] });
      expect(await database.batch([everyone])).toMatchObject({ ok: true });
    });

    test.each<[string, Statement, object]>([
      ['an id that is there', insert('a', 2), { code: 'unique', detail: 'parents.id' }],
      ['a value against a check', insert('c', 0), { code: 'check' }],
      ['a missing value', insert('c', null), { code: 'check', detail: 'parents.n' }],
      ['text for a number', insert('c', 'x'), { code: 'check', detail: 'parents.n' }],
      ['a reference to nothing', statement(`insert into children values ('c', 'nobody')`), { code: 'reference' }],
      ['what a trigger forbids', statement('delete from parents'), { code: 'guard', detail: 'append-only' }],
      ['text that is no Unicode', insert('\uD800', 1), { code: 'text' }],
    ])('%s refuses the whole batch', async (_, refused, refusal) => {
      const database = await withTables();
      await database.batch([insert('a', 1)]);
      const outcome = await database.batch([insert('b', 2), refused, insert('d', 3)]);
      expect(outcome).toMatchObject({ ok: false, refusal });
      expect(await database.all(everyone)).toEqual([{ id: 'a', n: 1 }]);
      expect(await database.batch([insert('b', 2)])).toMatchObject({ ok: true });
    });

    test.each([
      ['a select that is none', statement('pragma foreign_keys = off')],
      ['a write', insert('x', 1)],
      ['a write behind a with', statement('with x as (select 1) insert into parents select ?, 1 from x', 'x')],
      ['chance', statement('select random() as r')],
      ['the clock', statement(`select date('now') as d`)],
      ['too many parameters', statement(`select ${Array(101).fill('?').join()}`, ...Array<Value>(101).fill(1))],
      ['a value that not everybody can bind', statement('select ? as a', Number.NaN)],
    ])('%s is no statement to read with', async (_, refused) => {
      const database = await withTables();
      await expect(database.all(refused)).rejects.toThrow(TypeError);
      expect(await database.all(everyone)).toEqual([]);
    });

    test.each([
      'begin',
      'pragma foreign_keys = off',
      'attach database ? as x',
      'vacuum',
      'create temp table t (a text)',
      'insert or replace into parents (id, n) select id, 9 from parents',
    ])('%s is nothing to write with', async (sql) => {
      const database = await withTables();
      await expect(database.batch([insert('a', 1), statement(sql)])).rejects.toThrow(TypeError);
      expect(await database.all(everyone)).toEqual([]);
    });

    test('a hundred parameters are possible', async () => {
      const database = await withTables();
      const values = Array.from({ length: 50 }, (_, n) => [`p${n}`, n + 1]).flat();
      const places = Array(50).fill('(?, ?)').join();
      expect(await database.batch([statement(`insert into parents values ${places}`, ...values)])).toMatchObject({
        ok: true,
      });
      expect(await database.all(statement('select count(*) as n from parents'))).toEqual([{ n: 50 }]);
    });

    test('a statement that means nothing is broken machinery, and changes nothing', async () => {
      const database = await withTables();
      await expect(database.all(statement('select * from nowhere'))).rejects.toMatchObject({ code: 'broken' });
      const wrong = database.batch([insert('a', 1), statement('insert into nowhere values (1)')]);
      await expect(wrong).rejects.toMatchObject({ code: 'broken' });
      expect(await database.all(everyone)).toEqual([]);
    });

    test('writers at once do not mix, and readers see whole batches', async () => {
      const database = await withTables();
      const writers = Array.from({ length: 40 }, (_, n) =>
        // Every fourth one is refused at its end.
        database.batch([insert(`${n}-a`, n + 1), insert(`${n}-b`, n % 4 === 3 ? 0 : n + 1)]),
      );
      const reader = database.all(statement('select count(*) as n from parents'));
      expect((await Promise.all(writers)).filter(({ ok }) => ok)).toHaveLength(30);
      expect(Number((await reader)[0]?.['n']) % 2).toBe(0);
      const [row] = await database.all(statement('select count(*) as n, count(distinct n) as m from parents'));
      expect(row).toEqual({ n: 60, m: 30 });
    });

    test('lists of any length are one parameter', async () => {
      const database = await withTables();
      await database.batch([insert('a', 1), insert('b', 2), insert('c', 3)]);
      const ids = JSON.stringify(['a', 'c', ...Array.from({ length: 5000 }, (_, n) => `x${n}`)]);
      const found = statement('select id from parents where id in (select value from json_each(?)) order by id', ids);
      expect(await database.all(found)).toEqual([{ id: 'a' }, { id: 'c' }]);
    });

    test('a closed database refuses, and can be closed again', async () => {
      const database = await withTables();
      await database.close();
      await database.close();
      await expect(database.all(everyone)).rejects.toMatchObject({ code: 'closed' });
      await expect(database.batch([insert('a', 1)])).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
