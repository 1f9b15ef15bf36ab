import { describe, expect, test } from 'vitest';
import type { ReadOptions } from '../intake/read.ts';
import { read } from '../intake/read.ts';
import { recognize } from '../intake/recognize.ts';
import { open } from '../intake/saved.ts';
import { openTable } from '../intake/table.ts';
import { program, words } from '../intake/tests/program.ts';
import { orderOfColumn, questionOfHeader, reasonOfRow, refusalOfFile, refusalOfSaved } from './intake.ts';

function readingOf(text: string, options: Partial<ReadOptions> = {}) {
  const opened = openTable('x.csv', text);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const { kind, mapping } = recognize(opened.table.header);
  if (kind === undefined) throw new Error('The header has no kind.');
  return read(kind, opened.table, mapping, { words, ...options });
}

describe('what is wrong is a sentence that says what to do', () => {
  test.each([
    ['I1,Ana\n', 'The row has 2 cells and the header 4.'],
    ['I1,,,\n', '“Joined” is empty.'],
    [`${'x'.repeat(201)},,2003-01-01,\n`, '“CSCO ID” has more than 200 characters.'],
    ['I1,,2003-02-01,2003-01-01\n', '“Left” says “2003-01-01”, which is before the beginning on 1 February 2003.'],
    ['I1,,soon,\n', '“Joined” says “soon”, which is no date; a date is written like 2004-02-10.'],
    ['I1,,1/2/03,\n', '“Joined” says “1/2/03”; the year needs four digits.'],
    [
      'I1,,1/2/2003,\n',
      '“Joined” says “1/2/2003”, which is one day or another; choose the order of day, month and year.',
    ],
    ['I1,,2003-02-30,\n', '“Joined” says “2003-02-30”, which the calendar does not have.'],
    ['I1,,1803-02-03,\n', '“Joined” says “1803-02-03”; days go from 1900 to 2199.'],
  ])('about the row %j', (row, sentence) => {
    const { unfit } = readingOf(`CSCO ID,Name,Joined,Left\n${row}`);
    expect(unfit.flatMap(({ faults }) => faults).map(reasonOfRow)).toEqual([sentence]);
  });

  test('about a file', () => {
    const opened = openTable('a.xlsx', 'PK\u0003\u0004');
    expect(opened.ok ? '' : refusalOfFile(opened.refusal)).toBe(
      '“a.xlsx” is a spreadsheet or an archive. Save the sheet as CSV and drop that file.',
    );
  });

  test('about a header', () => {
    expect(questionOfHeader(recognize(['what']))).toBe('What is this file about? Its column names do not say.');
    expect(questionOfHeader(recognize(['level', 'renewal closed']))).toBe(
      'Which column is “Approved on” or “Renewal submitted on”?',
    );
    expect(questionOfHeader(recognize(['individual', 'exam', 'date', 'date', 'result']))).toBe(
      'Which column is “Taken on”? Several columns have the same name: which of them is “Taken on”?',
    );
    expect(questionOfHeader(recognize(['individual', 'from']))).toBe('');
  });

  test('about the order of dates', () => {
    const said = (text: string, options?: Partial<ReadOptions>) => readingOf(text, options).dates.map(orderOfColumn);
    const text = 'individual,from,until\nI1,1/2/2003,13/3/2004\n';
    expect(said(text)).toEqual([
      '“from”: in which order do day, month and year stand? There is “1/2/2003”.',
      '“until” is read as day, month, year: “13/3/2004” can be read in no other way.',
    ]);
    expect(said(text, { dateOrder: { from: 'mdy' } })[0]).toBe('“from” is read as month, day, year, as chosen.');
  });

  test('about a saved file', () => {
    const refusal = (text: string): string => {
      const opened = open(text, program);
      return opened.ok ? '' : refusalOfSaved(opened.refusal, ({ path, code }) => `${path} ${code}.`);
    };
    expect(refusal('individual,exam')).toMatch(/^This is not a file that was saved here\./);
    expect(refusal('{"format":"standing","version":3}')).toBe(
      'This file has version 3 of its form; this page reads version 1.',
    );
    expect(refusal('{"format":"standing","version":1,"facts":{"partners":[]},"names":{}}')).toBe(
      'The facts in this file are not as they were saved here. individuals missing.',
    );
  });
});
