import { describe, expect, test } from 'vitest';
import type { Kind } from './kinds.ts';
import { type Reading, type ReadOptions, read } from './read.ts';
import { recognize } from './recognize.ts';
import { openTable } from './table.ts';
import { templates } from './templates.ts';
import { words } from './tests/program.ts';

function reading(kind: Kind, text: string, options: Partial<ReadOptions> = {}): Reading {
  const opened = openTable('x.csv', text);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return read(kind, opened.table, recognize(opened.table.header, kind).mapping, { words, ...options });
}

const facts = (kind: Kind, text: string, options?: Partial<ReadOptions>) =>
  reading(kind, text, options).fit.flatMap((row) => row.facts);
const faults = (kind: Kind, text: string, options?: Partial<ReadOptions>) =>
  reading(kind, text, options).unfit.flatMap((row) => row.faults);

describe('a row becomes facts', () => {
  test.each(templates)('in the template $file', ({ kind, text }) => {
    const { rows, fit, unfit } = reading(kind, text);
    expect([rows, fit.length, unfit]).toEqual([1, 1, []]);
  });

  test('of a person: the affiliation and the name', () => {
    expect(
      facts('people', 'individual,name,from,until\nI1,"Ana, of here",2003-01-01,2004-01-01\nI2,,2003-02-01,\n'),
    ).toEqual([
      { list: 'names', individual: 'I1', entry: 'Ana, of here' },
      { list: 'affiliations', entry: { individual: 'I1', from: '2003-01-01', until: '2004-01-01' } },
      { list: 'affiliations', entry: { individual: 'I2', from: '2003-02-01' } },
    ]);
  });

  test('of an exam, named as an edition names it or as it is written', () => {
    expect(
      facts(
        'results',
        'individual,exam,date,passed\nI1,642-521,2004-02-10,PASS\nI1,Cisco Sales Expert,2004-02-10,no\nI1,640-607,2001-01-01,1\n',
      ),
    ).toEqual([
      { list: 'exams', individual: 'I1', entry: { exam: '642-521', takenOn: '2004-02-10', result: 'pass' } },
      { list: 'exams', individual: 'I1', entry: { exam: '646-203', takenOn: '2004-02-10', result: 'fail' } },
      { list: 'exams', individual: 'I1', entry: { exam: '640-607', takenOn: '2001-01-01', result: 'pass' } },
    ]);
  });

  test('of an award and of an agreement', () => {
    expect(facts('awards', 'individual,certification,valid from\nI1,cisco  firewall specialist,2004-02-10\n')).toEqual([
      { list: 'awards', individual: 'I1', entry: { certification: 'firewall-specialist', validFrom: '2004-02-10' } },
    ]);
    expect(
      facts('agreements', 'individual,agreement,date\nI1,Cisco Career Certifications Agreement,2004-02-10\n'),
    ).toEqual([
      { list: 'agreements', individual: 'I1', entry: { agreement: 'career-certifications', acceptedOn: '2004-02-10' } },
    ]);
  });

  test('of a holding: an approval, a renewal or both, of a specialization or a level in one column', () => {
    expect(
      facts(
        'holdings',
        'specialization or level,approved on,submitted,closed\nVPN/SECURITY,2004-02-03,2004-01-12,2004-02-03\nSilver,2004-03-09,,\nsilver,,2005-01-10,\nNovel,2004-01-01,,\n',
      ),
    ).toEqual([
      { list: 'holdings', entry: { specialization: 'vpn-security', approvedOn: '2004-02-03' } },
      {
        list: 'renewals',
        entry: { specialization: 'vpn-security', submittedOn: '2004-01-12', closedOn: '2004-02-03' },
      },
      { list: 'holdings', entry: { channelLevel: 'silver', approvedOn: '2004-03-09' } },
      { list: 'renewals', entry: { channelLevel: 'silver', submittedOn: '2005-01-10' } },
      { list: 'holdings', entry: { specialization: 'Novel', approvedOn: '2004-01-01' } },
    ]);
  });

  test('of an allocation and of a waiver', () => {
    expect(
      facts(
        'allocations',
        'individual,specialization,role,pinned\nI1,IP Telephony,FIELD ENGINEER,yes\nI1,Novel,Pilot,no\n',
      ),
    ).toEqual([
      {
        list: 'allocations',
        entry: { individual: 'I1', specialization: 'ip-telephony', jobRole: 'field-engineer', pinned: true },
      },
      { list: 'allocations', entry: { individual: 'I1', specialization: 'Novel', jobRole: 'Pilot' } },
    ]);
    expect(
      facts('waivers', 'specialization,role,places,from,until\nSMB,account manager,2,2004-01-01,2004-02-01\n'),
    ).toEqual([
      {
        list: 'waivers',
        entry: {
          specialization: 'smb',
          jobRole: 'account-manager',
          places: 2,
          from: '2004-01-01',
          until: '2004-02-01',
        },
      },
    ]);
  });

  test('whatever a cell looks like: a formula is text', () => {
    expect(facts('people', 'individual,name,from\n=1+1,"=HYPERLINK(""x"")",2003-01-01\n')).toEqual([
      { list: 'names', individual: '=1+1', entry: '=HYPERLINK("x")' },
      { list: 'affiliations', entry: { individual: '=1+1', from: '2003-01-01' } },
    ]);
  });
});

describe('a row does not fit', () => {
  const long = 'x'.repeat(201);
  test.each<[string, Kind, string, readonly object[]]>([
    [
      'with too few cells',
      'people',
      'individual,name,from\nI1,Ana\n',
      [{ line: 2, code: 'too-few-cells', received: '2', expected: '3' }],
    ],
    [
      'with too many cells',
      'people',
      'individual,from\n"I\n1",2003-01-01,x\n',
      [{ line: 2, code: 'too-many-cells', received: '3', expected: '2' }],
    ],
    [
      'without what is needed',
      'people',
      'Who,CSCO ID,From\nAna,,\n',
      [
        { line: 2, field: 'individual', column: 'CSCO ID', code: 'missing' },
        { line: 2, field: 'from', column: 'From', code: 'missing' },
      ],
    ],
    ['without a column that is needed', 'people', 'CSCO ID\nI1\n', [{ line: 2, field: 'from', code: 'missing' }]],
    [
      'with an id that is too long',
      'people',
      `individual,from\n${long},2003-01-01\n`,
      [
        {
          line: 2,
          field: 'individual',
          column: 'individual',
          code: 'too-long',
          received: `${'x'.repeat(60)}…`,
          expected: '200',
        },
      ],
    ],
    [
      'when it ends before it begins',
      'people',
      'individual,from,until\nI1,2003-01-01,2002-01-01\n',
      [
        {
          line: 2,
          field: 'until',
          column: 'until',
          code: 'ends-before-it-begins',
          received: '2002-01-01',
          expected: '2003-01-01',
        },
      ],
    ],
    [
      'with a result that is none',
      'results',
      'individual,exam,date,result\nI1,e,2003-01-01,867\n',
      [{ line: 2, field: 'result', column: 'result', code: 'not-a-result', received: '867' }],
    ],
    [
      'with a day that does not exist',
      'results',
      'individual,exam,date,result\nI1,e,2003-02-29,pass\n',
      [{ line: 2, field: 'takenOn', column: 'date', code: 'no-such-day', received: '2003-02-29' }],
    ],
    [
      'as a specialization and a level',
      'holdings',
      'specialization,level,approved\nSMB,Gold,2003-01-01\n',
      [{ line: 2, field: 'channelLevel', column: 'level', code: 'specialization-and-level', received: 'Gold' }],
    ],
    [
      'as neither',
      'holdings',
      'specialization,level,approved\n,,2003-01-01\n',
      [{ line: 2, field: 'specialization', column: 'specialization', code: 'missing' }],
    ],
    [
      'neither approved nor submitted',
      'holdings',
      'specialization,approved\nSMB\n',
      [{ line: 2, code: 'too-few-cells', received: '1', expected: '2' }],
    ],
    [
      'closed and never submitted',
      'holdings',
      'specialization,approved,submitted,closed\nSMB,2003-01-01,,2003-02-01\n',
      [{ line: 2, field: 'submittedOn', column: 'submitted', code: 'missing' }],
    ],
    [
      'with a pin that is none',
      'allocations',
      'individual,specialization,role,pin\nI1,SMB,r,maybe\n',
      [{ line: 2, field: 'pinned', column: 'pin', code: 'not-yes-or-no', received: 'maybe' }],
    ],
    [
      'with half a place',
      'waivers',
      'specialization,role,places,from,until\nSMB,r,0.5,2003-01-01,2003-01-02\n',
      [
        {
          line: 2,
          field: 'places',
          column: 'places',
          code: 'not-a-number-of-places',
          received: '0.5',
          expected: '10000',
        },
      ],
    ],
  ])('%s', (_, kind, text, expected) => {
    expect(faults(kind, text)).toEqual(expected);
  });

  test('and says its line in the file, after empty lines and cells of several lines', () => {
    const { rows, fit, unfit } = reading(
      'people',
      '\nindividual,name,from\n\nI1,"A\nB",2003-01-01\nI2,,soon\n\nI3,,2003-01-01\n',
    );
    expect([rows, fit.map(({ line }) => line), unfit.map(({ line }) => line)]).toEqual([3, [4, 8], [6]]);
  });

  test('and none of its facts counts, the rest does', () => {
    const text = 'specialization,approved,submitted,closed\nSMB,2003-01-01,soon,\nSMB,2004-01-01,,\n';
    expect(facts('holdings', text)).toEqual([
      { list: 'holdings', entry: { specialization: 'smb', approvedOn: '2004-01-01' } },
    ]);
  });
});

describe('the order of dates', () => {
  const text = 'individual,from,until\nI1,1/2/2003,13/3/2004\nI2,5/5/2003,1/4/2004\n';

  test('is asked for where a column does not say; its rows wait', () => {
    const { dates, fit, unfit } = reading('people', text);
    expect(dates).toEqual([
      {
        field: 'from',
        column: 'from',
        order: undefined,
        because: undefined,
        isOpen: true,
        examples: ['1/2/2003'],
        chosen: false,
      },
      {
        field: 'until',
        column: 'until',
        order: 'dmy',
        because: '13/3/2004',
        isOpen: false,
        examples: ['13/3/2004'],
        chosen: false,
      },
    ]);
    expect(fit.map(({ line }) => line)).toEqual([3]);
    expect(unfit).toEqual([
      { line: 2, faults: [{ line: 2, field: 'from', column: 'from', code: 'ambiguous-date', received: '1/2/2003' }] },
    ]);
  });

  test('can be chosen for that column', () => {
    const { dates, unfit } = reading('people', text, { dateOrder: { from: 'mdy' } });
    expect(dates.map(({ field, order, isOpen, chosen }) => [field, order, isOpen, chosen])).toEqual([
      ['from', 'mdy', false, true],
      ['until', 'dmy', false, false],
    ]);
    expect(unfit).toEqual([]);
    expect(facts('people', text, { dateOrder: { from: 'mdy' } })).toEqual([
      { list: 'affiliations', entry: { individual: 'I1', from: '2003-01-02', until: '2004-03-13' } },
      { list: 'affiliations', entry: { individual: 'I2', from: '2003-05-05', until: '2004-04-01' } },
    ]);
  });

  test('can be chosen for the file, and goes before what a column says', () => {
    expect(faults('people', text, { dateOrder: 'mdy' }).map(({ field, code }) => [field, code])).toEqual([
      ['until', 'no-such-day'],
    ]);
  });
});
