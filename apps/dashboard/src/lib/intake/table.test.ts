import { describe, expect, test } from 'vitest';
import { MAX_BYTES, MAX_COLUMNS, MAX_ROWS, openTable } from './table.ts';

function table(text: string) {
  const opened = openTable('x.csv', text);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const { header, rows } = opened.table;
  return [header, ...rows.map(({ line, cells }) => [line, ...cells])];
}

function refusal(text: string) {
  const opened = openTable('x.csv', text);
  return opened.ok ? undefined : opened.refusal;
}

describe('a table of text', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1;2,5\n',
      [
        ['a', 'b'],
        [2, '1', '2,5'],
      ],
    ],
    [
      'tabs, with empty cells',
      'a\tb\tc\n1\t\t3\n\t2\t3',
      [
        ['a', 'b', 'c'],
        [2, '1', '', '3'],
        [3, '', '2', '3'],
      ],
    ],
    [
      'bars',
      'a|b\n1|2',
      [
        ['a', 'b'],
        [2, '1', '2'],
      ],
    ],
    ['one column', 'a\n1\n2', [['a'], [2, '1'], [3, '2']]],
    [
      'a delimiter that stands in quotes in the header',
      '"a,b,c";d\n1;2',
      [
        ['a,b,c', 'd'],
        [2, '1', '2'],
      ],
    ],
    [
      'a byte order mark and CRLF',
      '\uFEFFa,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a byte order mark before a quote',
      '\uFEFF"a","b"\n1,2',
      [
        ['a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'line ends of old',
      'a,b\r1,2\r3,4',
      [
        ['a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'mixed line ends',
      'a,b\r\n1,2\n3,4\r\n',
      [
        ['a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'quoted cells over several lines',
      'a,b\n"x\r\ny",2\n3,4',
      [
        ['a', 'b'],
        [2, 'x\ny', '2'],
        [4, '3', '4'],
      ],
    ],
    [
      'doubled quotes',
      'a,b\n"say ""so""",2',
      [
        ['a', 'b'],
        [2, 'say "so"', '2'],
      ],
    ],
    [
      'empty lines, and lines of empty cells',
      '\n\na,b\n\n1,2\n,\n  \n3,4\n\n',
      [
        ['a', 'b'],
        [5, '1', '2'],
        [8, '3', '4'],
      ],
    ],
    [
      'delimiters at the end',
      'a,b,,\n1,2,,\n3,4\n',
      [
        ['a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'delimiters at the end of rows alone',
      'a,b\n1,2,,\n',
      [
        ['a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'spaces about cells',
      ' a , b \n 1 ,\t2 ',
      [
        ['a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'too few and too many cells',
      'a,b\n1\n1,2,3\n',
      [
        ['a', 'b'],
        [2, '1'],
        [3, '1', '2', '3'],
      ],
    ],
    [
      'two columns of one name',
      'a,a\n1,2',
      [
        ['a', 'a'],
        [2, '1', '2'],
      ],
    ],
    [
      'a stray quote, which costs its own cell alone',
      'a,b\nO"B,2\n"x"y,4\n5,6',
      [
        ['a', 'b'],
        [2, 'O"B', '2'],
        [3, '"x"y', '4'],
        [4, '5', '6'],
      ],
    ],
    [
      'formulas as text',
      'a,b\n=1+1,@SUM(A1)',
      [
        ['a', 'b'],
        [2, '=1+1', '@SUM(A1)'],
      ],
    ],
    [
      'a first line that names the delimiter',
      'sep=;\r\na;b\r\n1,5;2',
      [
        ['a', 'b'],
        [3, '1,5', '2'],
      ],
    ],
    ['a header alone', 'a,b', [['a', 'b']]],
  ])('is read with %s', (_, text, expected) => {
    expect(table(text)).toEqual(expected);
  });
});

describe('a file that is no such table is refused', () => {
  test.each([
    ['when it is empty', '', { code: 'empty', file: 'x.csv' }],
    ['when it has only line ends', '\r\n \n,,\n', { code: 'empty', file: 'x.csv' }],
    ['when it is a spreadsheet', 'PK\u0003\u0004\u0014\u0000', { code: 'spreadsheet', file: 'x.csv' }],
    ['when it is a picture', '\uFFFDPNG\r\n\u001A\n\u0000\u0000', { code: 'not-text', file: 'x.csv' }],
    [
      'when a quote never closes, with the line',
      'a,b\n1,2\n\n"3,4\n5,6\n7,8',
      { code: 'quote-not-closed', file: 'x.csv', line: 4 },
    ],
    ['when it is too large', `a,b\n${'x'.repeat(MAX_BYTES)}`, { code: 'too-large', file: 'x.csv', most: MAX_BYTES }],
    [
      'when it has too many columns',
      `${'a,'.repeat(MAX_COLUMNS)}a\n`,
      { code: 'too-many-columns', file: 'x.csv', most: MAX_COLUMNS },
    ],
    [
      'when it has too many rows',
      `a\n${'1\n'.repeat(MAX_ROWS)}`,
      { code: 'too-many-rows', file: 'x.csv', most: MAX_ROWS },
    ],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  test('and the largest number of rows is read', () => {
    expect(table(`a\n${'1\n'.repeat(MAX_ROWS - 1)}`)).toHaveLength(MAX_ROWS);
  });
});
