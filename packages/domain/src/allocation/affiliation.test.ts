import { describe, expect, test } from 'vitest';
import { readDay } from '../calendar/day.ts';
import { affiliated, inForce } from './affiliation.ts';

const DAY = readDay('2004-06-30');

test.each<readonly [string, { from?: string; until?: string }, boolean]>([
  ['without dates', {}, true],
  ['from the day itself', { from: '2004-06-30' }, true],
  ['from the day after', { from: '2004-07-01' }, false],
  ['until the day after', { until: '2004-07-01' }, true],
  ['until the day itself', { until: '2004-06-30' }, false],
  ['of no day at all', { from: '2004-06-30', until: '2004-06-30' }, false],
])('in force %s', (_, thing, expected) => {
  expect(inForce(thing, DAY)).toBe(expected);
});

describe('who counts for a partner', () => {
  /** `p a 2004-01-01 2004-07-01` */
  const partnersOf = (...affiliations: readonly string[]) =>
    ['q', 'p'].map((id) => ({
      id,
      affiliations: affiliations
        .map((text) => text.split(' '))
        .filter(([partner]) => partner === id)
        .map(([, individual = '', from = '', until]) => ({ individual, from, ...(until ? { until } : {}) })),
    }));
  const counting = (affiliations: readonly string[], exclusive: boolean) =>
    Object.fromEntries(
      [...affiliated(partnersOf(...affiliations), DAY, exclusive)].map(([id, own]) => [id, [...own].join(' ')]),
    );

  test.each<readonly [string, readonly string[], boolean, { readonly [id: string]: string }]>([
    ['whoever is affiliated', ['p a 2004-01-01', 'q b 2004-01-01'], true, { p: 'a', q: 'b' }],
    ['for both, where nothing says otherwise', ['p a 2004-01-01', 'q a 2004-02-01'], false, { p: 'a', q: 'a' }],
    ['for the one that began last', ['p a 2004-01-01', 'q a 2004-02-01'], true, { p: '', q: 'a' }],
    ['for the smaller id, of two of a day', ['q a 2004-01-01', 'p a 2004-01-01'], true, { p: 'a', q: '' }],
    [
      'not for one that has ended, though it began last',
      ['p a 2004-01-01', 'q a 2004-02-01 2004-06-30'],
      true,
      { p: 'a', q: '' },
    ],
    ['not for one that has not begun', ['p a 2004-01-01', 'q a 2004-07-01'], true, { p: 'a', q: '' }],
    [
      'by the latest of several with one partner',
      ['p a 2003-01-01', 'q a 2004-01-01', 'p a 2004-02-01'],
      true,
      { p: 'a', q: '' },
    ],
    ['for nobody', ['p a 2004-01-01 2004-02-01'], true, { p: '', q: '' }],
  ])('%s', (_, affiliations, exclusive, expected) => {
    expect(counting(affiliations, exclusive)).toEqual(expected);
    expect(counting(affiliations.toReversed(), exclusive)).toEqual(expected);
  });
});
