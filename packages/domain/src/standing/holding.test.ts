import { describe, expect, test } from 'vitest';
import { editionOf, known, specialization } from '../../tests/partners/staff.ts';
import { formatDay } from '../calendar/day.ts';
import type { Edition } from '../index.ts';
import { holdingOf } from './holding.ts';

const editionFrom = (effectiveFrom: string, terms: { term: string; renewalWindow: string } | undefined) =>
  editionOf(terms === undefined ? [] : [specialization('s1', { fe: 1 }, terms)], {
    effectiveFrom,
    channelLevels: [{ id: 'gold', name: 'Gold', rank: 1, personnel: [], term: 'P2Y', renewalWindow: 'P30D' }],
  });
const YEAR = { term: 'P1Y', renewalWindow: 'P90D' };
const YEARLY = [editionFrom('2003-01-01', YEAR)];

/** Approvals, renewals `submitted..closed`, and the state on each day. */
type Row = readonly [
  title: string,
  approvals: readonly string[],
  renewals: readonly string[],
  states: { readonly [day: string]: string },
  editions?: readonly Edition[],
];

const ROWS: readonly Row[] = [
  ['never approved', [], [], { '2004-01-01': 'none null null' }],
  ['a renewal alone is none', [], ['2004-01-01..'], { '2004-02-01': 'none null null' }],
  [
    'held, in renewal, lapsed',
    ['2003-02-01'],
    [],
    {
      '2003-01-31': 'none null null',
      '2003-02-01': 'held 2003-02-01 2004-02-01',
      '2003-11-02': 'held 2003-02-01 2004-02-01',
      '2003-11-03': 'in-renewal 2003-02-01 2004-02-01',
      '2004-01-31': 'in-renewal 2003-02-01 2004-02-01',
      '2004-02-01': 'lapsed 2003-02-01 2004-02-01',
    },
  ],
  [
    'approved on the first day of the window: from the old anniversary',
    ['2003-02-01', '2003-11-03'],
    [],
    { '2003-11-03': 'held 2003-11-03 2005-02-01', '2004-02-01': 'held 2003-11-03 2005-02-01' },
  ],
  [
    'approved the day before the window: a new term',
    ['2003-02-01', '2003-11-02'],
    [],
    { '2003-11-03': 'held 2003-11-02 2004-11-02' },
  ],
  [
    'approved on the last day of the term',
    ['2003-02-01', '2004-01-31'],
    [],
    { '2004-01-31': 'held 2004-01-31 2005-02-01' },
  ],
  [
    'approved on the anniversary, nothing submitted: a new term',
    ['2003-02-01', '2004-02-01'],
    [],
    { '2004-02-01': 'held 2004-02-01 2005-02-01' },
  ],
  [
    'approved late, nothing submitted: a new term',
    ['2003-02-01', '2004-02-05'],
    [],
    { '2004-02-05': 'held 2004-02-05 2005-02-05' },
  ],
  [
    'submitted in time: in renewal past the anniversary, until but not on the day it is closed',
    ['2003-02-01'],
    ['2004-01-20..2004-03-01'],
    {
      '2004-01-31': 'in-renewal 2003-02-01 2004-02-01',
      '2004-02-01': 'in-renewal 2003-02-01 2004-02-01',
      '2004-02-29': 'in-renewal 2003-02-01 2004-02-01',
      '2004-03-01': 'lapsed 2003-02-01 2004-02-01',
    },
  ],
  [
    'submitted in time and not closed',
    ['2003-02-01'],
    ['2004-01-20..'],
    { '2009-01-01': 'in-renewal 2003-02-01 2004-02-01' },
  ],
  [
    'submitted long before the window',
    ['2003-02-01'],
    ['2003-02-02..'],
    { '2004-02-01': 'in-renewal 2003-02-01 2004-02-01' },
  ],
  [
    'submitted on the anniversary: too late',
    ['2003-02-01'],
    ['2004-02-01..'],
    { '2004-02-01': 'lapsed 2003-02-01 2004-02-01' },
  ],
  [
    'submitted on the day of the approval: not of this term',
    ['2003-02-01'],
    ['2003-02-01..'],
    { '2004-02-01': 'lapsed 2003-02-01 2004-02-01' },
  ],
  [
    'closed before the anniversary',
    ['2003-02-01'],
    ['2004-01-10..2004-01-20'],
    { '2004-01-20': 'in-renewal 2003-02-01 2004-02-01', '2004-02-01': 'lapsed 2003-02-01 2004-02-01' },
  ],
  [
    'refused, and submitted again',
    ['2003-02-01'],
    ['2004-01-10..2004-01-20', '2004-01-25..2004-03-01'],
    { '2004-02-29': 'in-renewal 2003-02-01 2004-02-01' },
  ],
  [
    'approved late, on the day it is closed: from the old anniversary',
    ['2003-02-01', '2004-03-01'],
    ['2004-01-20..2004-03-01'],
    { '2004-02-29': 'in-renewal 2003-02-01 2004-02-01', '2004-03-01': 'held 2004-03-01 2005-02-01' },
  ],
  [
    'approved late, before it is closed',
    ['2003-02-01', '2004-03-01'],
    ['2004-01-20..2004-03-02'],
    { '2004-03-01': 'held 2004-03-01 2005-02-01' },
  ],
  [
    'approved late, never closed',
    ['2003-02-01', '2004-03-01'],
    ['2004-01-20..'],
    { '2004-03-01': 'held 2004-03-01 2005-02-01' },
  ],
  [
    'approved the day after it is closed: a new term',
    ['2003-02-01', '2004-03-02'],
    ['2004-01-20..2004-03-01'],
    { '2004-03-02': 'held 2004-03-02 2005-03-02' },
  ],
  [
    'the renewal of a term is not that of the next',
    ['2003-02-01', '2004-01-25'],
    ['2004-01-20..'],
    { '2005-01-31': 'in-renewal 2004-01-25 2005-02-01', '2005-02-01': 'lapsed 2004-01-25 2005-02-01' },
  ],
  [
    'approved so late that the renewed term is over too',
    ['2003-02-01', '2005-06-01'],
    ['2004-01-20..2005-06-01'],
    { '2005-06-01': 'lapsed 2005-06-01 2005-02-01' },
  ],
  ['in the order of their days', ['2004-01-31', '2003-02-01'], [], { '2004-01-31': 'held 2004-01-31 2005-02-01' }],
  [
    '29 February',
    ['2004-02-29'],
    [],
    { '2005-02-27': 'in-renewal 2004-02-29 2005-02-28', '2005-02-28': 'lapsed 2004-02-29 2005-02-28' },
  ],
  [
    'a window that is counted back to a shorter month',
    ['2003-08-31'],
    [],
    { '2004-02-28': 'held 2003-08-31 2004-08-31', '2004-02-29': 'in-renewal 2003-08-31 2004-08-31' },
    [editionFrom('2003-01-01', { term: 'P1Y', renewalWindow: 'P6M' })],
  ],
  [
    'the terms of the edition in force on the day of approval',
    ['2003-12-01', '2004-11-15'],
    [],
    {
      '2004-10-31': 'held 2003-12-01 2004-12-01',
      '2004-11-01': 'in-renewal 2003-12-01 2004-12-01',
      '2004-11-15': 'held 2004-11-15 2006-12-01',
    },
    [
      editionFrom('2003-01-01', { term: 'P1Y', renewalWindow: 'P30D' }),
      editionFrom('2004-01-01', { term: 'P2Y', renewalWindow: 'P90D' }),
    ],
  ],
  [
    'before the first edition: that one’s',
    ['2002-12-01'],
    [],
    { '2003-06-01': 'held 2002-12-01 2003-12-01' },
    [editionFrom('2003-01-01', YEAR), editionFrom('2003-05-01', { term: 'P2Y', renewalWindow: 'P90D' })],
  ],
  [
    'where that edition did not know it: those of the day asked about',
    ['2003-02-01'],
    [],
    { '2003-06-01': 'held 2003-02-01 2005-02-01' },
    [editionFrom('2003-01-01', undefined), editionFrom('2003-05-01', { term: 'P2Y', renewalWindow: 'P90D' })],
  ],
];

describe('qa#2.6 qa#2.7: a holding', () => {
  const cases = ROWS.flatMap(([title, approvals, renewals, states, editions]) =>
    Object.entries(states).map(([day, state]) => ({
      title,
      day,
      state,
      approvals,
      renewals,
      editions: editions ?? YEARLY,
    })),
  );
  const entriesOf = (
    held: { specialization: string } | { channelLevel: string },
    { approvals, renewals }: (typeof cases)[number],
  ) => ({
    id: 'p',
    affiliations: [],
    holdings: approvals.map((approvedOn) => ({ ...held, approvedOn })),
    renewals: renewals.map((text) => {
      const [submittedOn = '', closedOn] = text.split('..');
      return { ...held, submittedOn, ...(closedOn ? { closedOn } : {}) };
    }),
  });
  const shown = ({ holding, approvedOn, anniversary }: ReturnType<typeof holdingOf>) =>
    [holding, ...[approvedOn, anniversary].map((day) => (day === undefined ? 'null' : formatDay(day)))].join(' ');

  test.each(cases)('$title: $day is $state', (row) => {
    const facts = entriesOf({ specialization: 's1' }, row);
    expect(shown(holdingOf({ kind: 'specialization', id: 's1' }, facts, known(row.editions, row.day)))).toBe(row.state);
  });

  test('a level is held alike, by its own term and window', () => {
    const facts = entriesOf(
      { channelLevel: 'gold' },
      { ...(cases[0] as (typeof cases)[number]), approvals: ['2003-02-01'] },
    );
    const on = (day: string) => shown(holdingOf({ kind: 'channelLevel', id: 'gold' }, facts, known(YEARLY, day)));
    expect(on('2005-01-01')).toBe('held 2003-02-01 2005-02-01');
    expect(on('2005-01-02')).toBe('in-renewal 2003-02-01 2005-02-01');
    expect(on('2005-02-01')).toBe('lapsed 2003-02-01 2005-02-01');
    expect(shown(holdingOf({ kind: 'specialization', id: 's1' }, facts, known(YEARLY, '2005-01-01')))).toBe(
      'none null null',
    );
  });
});
