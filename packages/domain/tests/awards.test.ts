import { describe, expect, test } from 'vitest';
import type { AwardStanding } from '../src/index.ts';
import { answerTo } from './answers.ts';
import { type Loose, validEdition } from './editions.ts';

const pass = (exam: string, takenOn: string) => ({ exam, takenOn, result: 'pass' });
const verified = (certification: string, validFrom: string, validUntil?: string) => ({
  certification,
  validFrom,
  validUntil,
});
const accepted = (acceptedOn: string) => ({ agreement: 'career-certifications', acceptedOn });

/** A program of one certification `one`, on exams `x` and `y`, and a prerequisite `core` on exam `c`. */
function program(one: Loose, more: Loose = {}): Loose {
  const core = { id: 'core', name: 'Core', kind: 'career', requires: { exam: 'c' }, validity: 'P10Y' };
  return {
    ...validEdition(),
    exams: ['x', 'y', 'c'].map((id) => ({ id, title: id, technical: true })),
    certifications: [
      { id: 'one', name: 'One', kind: 'specialist', requires: { exam: 'x' }, validity: 'P2Y', ...one },
      core,
    ],
    ...{ extensions: [], specializations: [], channelLevels: [] },
    ...more,
  };
}
const later = (edition: Loose, effectiveFrom: string) => ({ ...edition, edition: effectiveFrom, effectiveFrom });

function standing(editions: Loose, asOf: string, facts: Loose): AwardStanding | undefined {
  const individual = { id: 'i1', exams: [], ...facts };
  const body = JSON.parse(
    JSON.stringify({ program: [editions].flat(), asOf, individuals: [individual], partners: [] }),
  );
  return answerTo(body).individuals[0]?.awards.find(({ certification }) => certification === 'one');
}

/** The periods as `kind from until`. */
const periods = (award: AwardStanding | undefined) =>
  award?.periods.map(({ kind, validFrom, validUntil }) => `${kind} ${validFrom} ${validUntil ?? 'for good'}`);

const grace = { recertification: { gracePeriod: 'P1Y' } };
const eitherOr = (exam: Loose) => ({ anyOf: [{ certification: 'core' }, { exam: 'x', ...exam }] });
/** An exam that would have run out already, and a certification that would do as well. */
const STALE = { exams: [pass('x', '2003-12-01')], awards: [verified('core', '2003-01-01')] };

type Row = readonly [rule: string, editions: Loose, asOf: string, facts: Loose, periods: readonly string[]];

const ROWS: readonly Row[] = [
  [
    'qa#3.4: an award is over on its last date',
    ...[program({}), '2005-12-01', { exams: [pass('x', '2003-12-01')] }, ['initial 2003-12-01 2005-12-01']],
  ] as unknown as Row,
  [
    'qa#3.6: on that day the exam makes a new award',
    ...[program({}), '2005-12-01', { exams: [pass('x', '2003-12-01'), pass('x', '2005-12-01')] }],
    ['initial 2003-12-01 2005-12-01', 'regained 2005-12-01 2007-12-01'],
  ] as unknown as Row,
  [
    'qa#3.10: on the day before it recertifies',
    ...[program({}), '2005-12-01', { exams: [pass('x', '2003-12-01'), pass('x', '2005-11-30')] }],
    ['initial 2003-12-01 2005-12-01', 'recertified 2005-11-30 2007-11-30'],
  ] as unknown as Row,
  [
    'qa#3.10: a pass of the first day of a period is used up with it',
    ...[program({ requires: { anyOf: [{ exam: 'x' }, { exam: 'y' }] } }), '2004-06-01'],
    ...[{ exams: [pass('x', '2003-12-01'), pass('y', '2003-12-01')] }, ['initial 2003-12-01 2005-12-01']],
  ] as unknown as Row,
  [
    'qa#3.7: before the first edition nothing completes; on its day earlier passes do, counted from the exam',
    ...[program({}), '2003-11-04', { exams: [pass('x', '2002-12-01')] }, ['initial 2003-11-04 2004-12-01']],
  ] as unknown as Row,
  [
    'qa#3.7: an award that would be over on the day on which it completes is not made',
    ...[program({}), '2004-06-01', { exams: [pass('x', '2001-11-04')] }, []],
  ] as unknown as Row,
  [
    'qa#3.1: where the exam is too old an award that is active completes it on the day on which the exam is accepted no more',
    ...[
      program({ requires: eitherOr({ accepted: { until: '2006-03-01' } }), introducedOn: '2006-02-01' }),
      '2006-06-01',
    ],
    ...[STALE, ['initial 2006-03-01 2008-03-01']],
  ] as unknown as Row,
  [
    'qa#3.1: the same on the day on which the exam has reached its age',
    ...[program({ requires: eitherOr({ within: 'P27M' }), introducedOn: '2006-02-01' }), '2006-06-01'],
    ...[STALE, ['initial 2006-03-01 2008-03-01']],
  ] as unknown as Row,
  [
    'qa#3.7: without any exam the end is counted from the day of completion',
    ...[program({ requires: { certification: 'core' } }), '2004-06-01', { exams: [pass('c', '2004-01-05')] }],
    ['initial 2004-01-05 2006-01-05'],
  ] as unknown as Row,
  [
    'qa#3.10: other awards alone do not recertify, nor regain',
    ...[program({ requires: { certification: 'core' } }), '2008-06-01', { exams: [pass('c', '2004-01-05')] }],
    ['initial 2004-01-05 2006-01-05'],
  ] as unknown as Row,
  [
    'qa#3.9: of two verified awards of a day the one that ends last counts',
    ...[program({}), '2004-06-01'],
    { awards: [verified('one', '2003-12-01', '2006-01-01'), verified('one', '2003-12-01', '2005-01-01')] },
    ['verified 2003-12-01 2005-01-01', 'verified 2003-12-01 2006-01-01'],
  ] as unknown as Row,
  [
    'qa#3.9: the period that begins last counts, even if it ends earlier',
    ...[program({}), '2005-06-01'],
    { awards: [verified('one', '2003-12-01', '2006-01-01'), verified('one', '2004-02-01', '2005-01-01')] },
    ['verified 2003-12-01 2006-01-01', 'verified 2004-02-01 2005-01-01'],
  ] as unknown as Row,
  [
    'qa#3.9: a verified award without an end never ends and is not recertified',
    ...[program({}), '2005-06-01', { exams: [pass('x', '2004-06-01')], awards: [verified('one', '2003-12-01')] }],
    ['verified 2003-12-01 for good'],
  ] as unknown as Row,
  [
    'qa#3.9: introducedOn binds what is earned, not what is verified',
    ...[program({ introducedOn: '2004-03-01' }), '2004-06-01'],
    { exams: [pass('x', '2004-02-01')], awards: [verified('one', '2004-01-01', '2004-02-01')] },
    ['verified 2004-01-01 2004-02-01', 'regained 2004-03-01 2006-02-01'],
  ] as unknown as Row,
  [
    'qa#3.9: a period keeps the grace that it began with, whatever a later edition says',
    ...[[program(grace), later(program({}), '2004-06-01')], '2006-11-30'],
    ...[{ exams: [pass('x', '2003-12-01'), pass('x', '2006-11-30')] }],
    ['initial 2003-12-01 2005-12-01', 'recertified 2006-11-30 2008-11-30'],
  ] as unknown as Row,
  [
    'qa#3.9: a verified award that began before the first edition has the grace of that edition',
    ...[[program(grace), later(program({}), '2004-06-01')], '2004-07-01'],
    ...[{ exams: [pass('x', '2004-06-30')], awards: [verified('one', '2002-01-01', '2004-01-01')] }],
    ['verified 2002-01-01 2004-01-01', 'recertified 2004-06-30 2006-06-30'],
  ] as unknown as Row,
];

describe('the periods of an award', () => {
  test.each(ROWS)('%s', (_, editions, asOf, facts, expected) => {
    expect(periods(standing(editions, asOf, facts))).toEqual(expected);
  });

  test('qa#3.9: a period names the edition in force on the day on which it began, none before the first', () => {
    const editions = [program({}), later(program({}), '2004-06-01')];
    const awards = [verified('one', '2003-01-01', '2003-02-01'), verified('one', '2003-12-01', '2004-02-01')];
    const award = standing(editions, '2004-09-01', { awards, exams: [pass('x', '2004-08-01')] });
    expect(award?.periods.map(({ edition }) => edition)).toEqual([null, '2003-11-04', '2004-06-01']);
  });
});

describe('the evidence of a period', () => {
  const threeExams = { exams: [pass('x', '2003-12-01'), pass('y', '2003-12-05'), pass('c', '2003-12-05')] };
  test.each<[string, Loose, readonly string[]]>([
    ['at a choice the one whose last exam is latest', { anyOf: [{ exam: 'x' }, { exam: 'y' }] }, ['y']],
    ['of equal ones the first listed', { anyOf: [{ exam: 'x' }, { exam: 'c' }, { exam: 'y' }] }, ['c']],
    [
      'of several, the first listed and one that is latest',
      { atLeast: 2, of: [{ exam: 'x' }, { exam: 'c' }, { exam: 'y' }] },
      ['c', 'x'],
    ],
    ['all', { allOf: [{ exam: 'y' }, { exam: 'x' }, { exam: 'c' }] }, ['c', 'x', 'y']],
    ['a pass that serves twice stands once', { allOf: [{ exam: 'x' }, { anyOf: [{ exam: 'x' }] }] }, ['x']],
  ])('qa#3.7: %s', (_, requires, expected) => {
    const award = standing(program({ requires, introducedOn: '2003-12-06' }), '2004-01-01', threeExams);
    expect(award?.periods[0]?.exams.map(({ exam }) => exam).sort()).toEqual(expected);
  });

  test('qa#3.7: an exam passed several times stands by its latest pass in the window', () => {
    const one = program({ requires: { exam: 'x', taken: { until: '2004-02-01' } }, introducedOn: '2004-03-01' });
    const exams = ['2003-12-01', '2004-01-31', '2004-02-01'].map((day) => pass('x', day));
    expect(standing(one, '2004-06-01', { exams })?.validUntil).toBe('2006-01-31');
  });
});

describe('the certificate', () => {
  test.each<[string, string, Loose, string | undefined]>([
    ['waits', '2004-02-01', [], undefined],
    ['counts an acceptance from before the award', '2004-02-01', [accepted('2003-06-01')], '2003-12-01'],
    [
      'counts the first acceptance after it',
      '2004-06-01',
      [accepted('2004-05-01'), accepted('2004-02-01')],
      '2004-02-01',
    ],
    [
      'recertified: does not count one of the day on which the previous period began',
      '2005-06-01',
      [accepted('2003-12-01')],
      undefined,
    ],
    ['recertified: counts one of the day after', '2005-06-01', [accepted('2003-12-02')], '2005-03-01'],
  ])('qa#3.8: %s', (_, asOf, agreements, eligibleOn) => {
    const exams = [pass('x', '2003-12-01'), pass('x', '2005-03-01')];
    const award = standing(program({ agreements: ['career-certifications'] }), asOf, { exams, agreements });
    expect(award?.certificate?.eligibleOn).toBe(eligibleOn);
  });

  test.each([
    ['2006-11-30', undefined],
    ['2006-12-01', '2006-12-10'],
  ])(
    'qa#3.8: regained: an acceptance from the day on which it was over with its grace: %s',
    (acceptedOn, eligibleOn) => {
      const exams = [pass('x', '2003-12-01'), pass('x', '2006-12-10')];
      const one = program({ ...grace, agreements: ['career-certifications'] });
      const award = standing(one, '2007-01-01', { exams, agreements: [accepted(acceptedOn)] });
      expect(award?.periods.at(-1)?.kind).toBe('regained');
      expect(award?.certificate?.eligibleOn).toBe(eligibleOn);
    },
  );
});

test('qa#3.4: a reminder that would fall before the period is left out, one on its first day is not', () => {
  const one = program({ validity: 'P6M' });
  const award = standing(one, '2004-01-01', { exams: [pass('x', '2003-12-01')] });
  expect(award?.reminders.map(({ on }) => on)).toEqual(['2003-12-01', '2004-03-01']);
  const late = standing(program({ validity: 'P5M' }), '2004-01-01', { exams: [pass('x', '2003-12-01')] });
  expect(late?.reminders.map(({ kind }) => kind)).toEqual(['P3M']);
});
