import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../tests/runs.ts';
import { FIRST_DAY, formatDay, LAST_DAY, readDay } from './day.ts';
import { addPeriod, parsePeriod, readPeriod, subtractPeriod } from './period.ts';

const LONG = 300_000;

const part = (letter: string, most: number) =>
  fc.option(fc.integer({ min: 0, max: most }), { nil: undefined }).map((n) => (n === undefined ? '' : `${n}${letter}`));
/** Every mix of years, months, weeks and days that is positive; together at most some 90 years. */
const period = fc
  .tuple(part('Y', 40), part('M', 300), part('W', 600), part('D', 5000))
  .map((parts) => `P${parts.join('')}`)
  .filter((text) => parsePeriod(text) !== undefined);
const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
/** The end of a month, where adding clamps. */
const monthEnd = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 28, max: 31 }))
  .map(([year, month, last]) => readDay(Temporal.PlainDate.from({ year, month, day: last }).toString()));

describe('adding and subtracting periods', () => {
  test.each([
    ['any day', day],
    ['the ends of months', monthEnd],
  ])('from %s, as Temporal does', { timeout: LONG }, (_, days) => {
    fc.assert(
      fc.property(days, period, (from, text) => {
        const date = Temporal.PlainDate.from(formatDay(from));
        expect(formatDay(addPeriod(from, readPeriod(text)))).toBe(date.add(text).toString());
        expect(formatDay(subtractPeriod(from, readPeriod(text)))).toBe(date.subtract(text).toString());
      }),
      runs(3000, 300_000),
    );
  });

  test.each([
    ['2004-02-29', 'P2Y', '2006-02-28'],
    ['2004-02-29', 'P4Y', '2008-02-29'],
    ['2096-02-29', 'P4Y', '2100-02-28'],
    ['2004-01-31', 'P1M', '2004-02-29'],
    ['2003-01-31', 'P1M', '2003-02-28'],
    ['2004-08-31', 'P18M', '2006-02-28'],
    ['2004-01-31', 'P1M1D', '2004-03-01'],
    ['2003-12-31', 'P1D', '2004-01-01'],
    ['2004-02-25', 'P1W', '2004-03-03'],
  ])('qa#3.4: %s plus %s is %s', (from, text, to) => {
    expect(formatDay(addPeriod(readDay(from), readPeriod(text)))).toBe(to);
  });

  test.each([
    ['2005-08-31', 'P6M', '2005-02-28'],
    ['2004-08-31', 'P6M', '2004-02-29'],
    ['2006-02-28', 'P2Y', '2004-02-28'],
    ['2004-03-31', 'P1M1D', '2004-02-28'],
    ['2004-03-30', 'P90D', '2003-12-31'],
  ])('qa#3.4: %s less %s is %s', (from, text, to) => {
    expect(formatDay(subtractPeriod(readDay(from), readPeriod(text)))).toBe(to);
  });

  test('a later day never comes to lie before an earlier one', { timeout: LONG }, () => {
    fc.assert(
      fc.property(monthEnd, period, (from, text) => {
        const length = readPeriod(text);
        expect(addPeriod(from + 1, length)).toBeGreaterThanOrEqual(addPeriod(from, length));
        expect(addPeriod(from, length)).toBeGreaterThan(from);
      }),
      runs(2000, 200_000),
    );
  });
});

const ACCEPTED = [
  ['P2Y', 24, 0],
  ['P18M', 18, 0],
  ['P6W', 0, 42],
  ['P90D', 0, 90],
  ['P1Y2M3W4D', 14, 25],
  ['P0Y1D', 0, 1],
  ['P02Y', 24, 0],
  ['P100Y', 1200, 0],
  ['P1200M', 1200, 0],
  ['P36525D', 0, 36_525],
  ['P99Y12M', 1200, 0],
] as const;

const REFUSED = [
  'P101Y',
  'P100Y1D',
  'P100Y1M',
  'P99Y13M',
  'P1201M',
  'P36526D',
  'P5218W',
  'P9999999Y',
  'P99999999999999999999D',
  'P0D',
  'P0Y0M0W0D',
  'P',
  'PT',
  'PT1H',
  'P1DT1H',
  'P1Y1H',
  '-P1Y',
  'P-1Y',
  '+P1Y',
  'P+1Y',
  'P1.5Y',
  'P1,5Y',
  'P1e2D',
  'P1D1Y',
  'P1M1Y',
  'P1Y1Y',
  'p1y',
  'P1y',
  '1Y',
  'P1',
  'PY',
  'P1S',
  ' P1Y',
  'P1Y ',
  'P1Y\n',
  'P 1Y',
  'P１Y',
  '',
];

describe('texts that are a period', () => {
  test.each(ACCEPTED)('%s', (text, months, days) => {
    expect(parsePeriod(text)).toEqual({ text, months, days });
  });

  test.each(REFUSED)('refused: %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  test('reading one that no schema has seen throws', () => {
    expect(() => readPeriod('P0D')).toThrow('P0D');
  });
});
