import { describe, expect, test } from 'vitest';
import { civilOf, dayOf, daysInMonth, FIRST_DAY, formatDay, LAST_DAY, parseDay, readDay } from './day.ts';

describe('days of the contract, 1900-01-01 to 2199-12-31', () => {
  test('every one of them is read, written and numbered as Temporal does', () => {
    const wrong: string[] = [];
    let date = Temporal.PlainDate.from('1900-01-01');
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1, date = date.add({ days: 1 })) {
      const text = date.toString();
      const { year, month, day: dayOfMonth } = civilOf(day);
      const agrees =
        formatDay(day) === text &&
        parseDay(text) === day &&
        dayOf(date.year, date.month, date.day) === day &&
        year === date.year &&
        month === date.month &&
        dayOfMonth === date.day &&
        daysInMonth(year, month) === date.daysInMonth;
      if (!agrees) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(date.toString()).toBe('2200-01-01');
  });

  test('1970-01-01 is day 0', () => {
    expect(parseDay('1970-01-01')).toBe(0);
  });

  test('days outside, which arithmetic can reach, are written as Temporal writes them', () => {
    for (const text of [
      '0001-01-01',
      '1600-02-29',
      '1899-12-31',
      '2200-01-01',
      '2299-12-31',
      '2400-02-29',
      '9999-12-31',
    ]) {
      const { year, month, day } = Temporal.PlainDate.from(text);
      expect(formatDay(dayOf(year, month, day))).toBe(text);
    }
  });
});

const MALFORMED = [
  '',
  '2004',
  '2004-01',
  '2004-1-01',
  '2004-01-1',
  '204-01-01',
  '02004-01-01',
  '20040101',
  '2004/01/01',
  '2004-01-01T00:00:00',
  '2004-01-01Z',
  ' 2004-01-01',
  '2004-01-01 ',
  '2004-01-01\n',
  '\t2004-01-01',
  '-2004-01-01',
  '+2004-01-01',
  '+002004-01-01',
  '２００４-０１-０１',
  '٢٠٠٤-٠١-٠١',
  '2004‐01‐01',
  '2004-0x-01',
  '2e03-01-01',
  'today',
];

const NOT_OF_THE_CALENDAR = [
  '2004-00-10',
  '2004-13-01',
  '2004-01-00',
  '2004-01-32',
  '2004-04-31',
  '2004-02-30',
  '2003-02-29',
  '1900-02-29',
  '2100-02-29',
  '2026-02-30',
];

const OUT_OF_RANGE = ['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31'];

describe('texts that are not a day', () => {
  test.each(MALFORMED)('another form: %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each(NOT_OF_THE_CALENDAR)('no such date: %s', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each(OUT_OF_RANGE)('outside 1900 to 2199: %s', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each(['2004-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('a day: %s', (text) => {
    expect(parseDay(text)).toBeDefined();
  });

  test('reading one that no schema has seen throws', () => {
    expect(() => readDay('2004-02-30')).toThrow('2004-02-30');
  });
});
