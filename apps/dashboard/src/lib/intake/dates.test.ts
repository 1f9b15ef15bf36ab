import { describe, expect, test } from 'vitest';
import { orderOf, readDate } from './dates.ts';

describe('a date', () => {
  test.each([
    ['2004-02-10', undefined, '2004-02-10'],
    ['2004/2/9', undefined, '2004-02-09'],
    ['2004.02.10', 'dmy', '2004-02-10'],
    ['10.02.2004', 'dmy', '2004-02-10'],
    ['2/10/2004', 'mdy', '2004-02-10'],
    ['2/10/2004', 'dmy', '2004-10-02'],
    ['29-02-2004', 'dmy', '2004-02-29'],
    ['05/05/2004', undefined, '2004-05-05'],
    ['1900-01-01', undefined, '1900-01-01'],
    ['31.12.2199', 'dmy', '2199-12-31'],
  ] as const)('%s in the order %s is %s', (text, order, day) => {
    expect(readDate(text, order)).toEqual({ ok: true, day });
  });

  test.each([
    ['02/10/2004', undefined, 'ambiguous-date'],
    ['13/02/2004', undefined, 'ambiguous-date'],
    ['13/02/2004', 'mdy', 'no-such-day'],
    ['13/02/2004', 'ymd', 'other-order'],
    ['2005-02-29', undefined, 'no-such-day'],
    ['2004-13-01', undefined, 'no-such-day'],
    ['00/00/2004', 'dmy', 'no-such-day'],
    ['10/02/04', 'dmy', 'two-digit-year'],
    ['1899-12-31', undefined, 'out-of-range'],
    ['2200-01-01', undefined, 'out-of-range'],
    ['10.02/2004', 'dmy', 'not-a-date'],
    ['10 Feb 2004', 'dmy', 'not-a-date'],
    ['38027', 'dmy', 'not-a-date'],
    ['2004-02-10T00:00:00Z', undefined, 'not-a-date'],
    ['', undefined, 'not-a-date'],
  ] as const)('%j in the order %s is refused: %s', (text, order, code) => {
    expect(readDate(text, order)).toEqual({ ok: false, code });
  });
});

describe('a column of dates', () => {
  test.each([
    ['of the ISO form needs no order', ['2004-02-10', '', 'soon'], { order: undefined, isOpen: false, examples: [] }],
    [
      'says itself that the day comes first',
      ['01/02/2004', '13/02/2004'],
      { order: 'dmy', because: '13/02/2004', isOpen: false, examples: ['13/02/2004'] },
    ],
    [
      'says itself that the month comes first',
      ['01/02/2004', '02/13/2004'],
      { order: 'mdy', because: '02/13/2004', isOpen: false, examples: ['02/13/2004'] },
    ],
    [
      'that does not say is a question',
      ['01/02/2004', '01/02/2004', '03.04.2004', '5-6-2004', '7/8/2004'],
      { order: undefined, isOpen: true, examples: ['01/02/2004', '03.04.2004', '5-6-2004'] },
    ],
    [
      'that contradicts itself is a question',
      ['13/02/2004', '01/02/2004', '02/13/2004'],
      { order: undefined, isOpen: true, examples: ['13/02/2004', '02/13/2004'] },
    ],
    ['where both orders give the same days is none', ['05/05/2004'], { order: undefined, isOpen: false, examples: [] }],
    [
      'is not settled by what is no date at all',
      ['45/02/2004', '13/13/2004', '01/02/2004'],
      { order: undefined, isOpen: true, examples: ['01/02/2004'] },
    ],
  ])('%s', (_, cells, expected) => {
    expect(orderOf(cells)).toEqual({ because: undefined, ...expected });
  });
});
