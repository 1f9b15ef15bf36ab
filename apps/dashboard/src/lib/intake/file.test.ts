import { describe, expect, test } from 'vitest';
import { asKind, type RowFile, rowFile, withColumn, withOrder } from './file.ts';
import { openTable, type Table } from './table.ts';
import { words } from './tests/program.ts';

function table(file: string, text: string): Table {
  const opened = openTable(file, text);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.table;
}

const strange = table('x.csv', 'who,code,when,how\nI1,642-521,03/04/2004,pass\nI2,642-521,04/03/2004,pass\n');

function mapped(): RowFile {
  const columns = [
    ['individual', 0],
    ['exam', 1],
    ['takenOn', 2],
    ['result', 3],
  ] as const;
  return columns.reduce(
    (file, [field, column]) => withColumn(file, field, column, words),
    asKind(rowFile(strange, words), 'results', words),
  );
}

describe('a file', () => {
  test('that its header explains is read at once', () => {
    const file = rowFile(table('p.csv', 'individual,from\nI1,2003-01-01\n'), words);
    expect(file.seen.kind).toBe('people');
    expect(file.reading?.fit).toHaveLength(1);
  });

  test('waits for what it is about, then for its columns, and is read when all that it needs is there', () => {
    const file = rowFile(strange, words);
    expect([file.seen.kind, file.reading]).toEqual([undefined, undefined]);
    const results = asKind(file, 'results', words);
    expect(results.seen.missing).toEqual([['individual'], ['exam'], ['takenOn'], ['result']]);
    expect(results.reading).toBeUndefined();
    const { seen, reading } = mapped();
    expect([seen.missing, seen.unmapped]).toEqual([[], []]);
    expect(reading?.unfit).toHaveLength(2);
  });

  test('asks for the order of its dates, and takes the answer back when their column changes', () => {
    const ordered = withOrder(mapped(), 'takenOn', 'dmy', words);
    expect(ordered.reading?.fit.flatMap(({ facts }) => facts)).toMatchObject([
      { entry: { takenOn: '2004-04-03' } },
      { entry: { takenOn: '2004-03-04' } },
    ]);
    expect(withColumn(ordered, 'takenOn', 2, words).orders).toEqual({});
  });

  test('whose column is taken away waits again', () => {
    expect(withColumn(mapped(), 'exam', undefined, words).reading).toBeUndefined();
  });

  test('that comes again with the same header is read as it was; with another header by that one', () => {
    const earlier = withOrder(mapped(), 'takenOn', 'mdy', words);
    const again = rowFile(table('x.csv', 'who,code,when,how\nI1,642-521,03/04/2004,pass\n'), words, earlier);
    expect(again.reading?.fit).toHaveLength(1);
    expect(again.orders).toEqual({ takenOn: 'mdy' });
    const other = rowFile(table('x.csv', 'individual,from\nI1,2003-01-01\n'), words, earlier);
    expect([other.seen.kind, other.orders]).toEqual(['people', {}]);
  });
});

test('of several columns of one name the chosen one is read', () => {
  const file = rowFile(table('p.csv', 'individual,name,name,from\nI1,A,B,2003-01-01\n'), words);
  expect(file.seen.doubtful).toEqual([{ field: 'name', columns: [1, 2] }]);
  const chosen = withColumn(file, 'name', 2, words);
  expect(chosen.seen.doubtful).toEqual([]);
  expect(chosen.reading?.fit[0]?.facts[0]).toEqual({ list: 'names', individual: 'I1', entry: 'B' });
});
