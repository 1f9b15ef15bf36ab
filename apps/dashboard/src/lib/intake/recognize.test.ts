import { describe, expect, test } from 'vitest';
import { FILES, headersOf, KINDS } from './kinds.ts';
import { missingIn, recognize, simple } from './recognize.ts';
import { templates } from './templates.ts';

describe('a header', () => {
  test.each(templates)('of the template $file is recognized whole', ({ kind, text }) => {
    const header = text.split('\r\n')[0]?.split(',') ?? [];
    const seen = recognize(header);
    expect([seen.kind, seen.missing, seen.unmapped, seen.doubtful]).toEqual([kind, [], [], []]);
    expect(Object.values(seen.mapping)).toEqual([...header.keys()]);
  });

  test.each([
    ['results', ['CSCO ID', 'Exam number', 'Date taken', 'Passed'], { individual: 0, exam: 1, takenOn: 2, result: 3 }],
    ['results', ['RESULT', 'test_date', 'exam-code', 'candidateId'], { result: 0, takenOn: 1, exam: 2, individual: 3 }],
    ['people', ['Full Name', 'Cisco ID', 'Start date', 'End date'], { name: 0, individual: 1, from: 2, until: 3 }],
    ['people', ['Employee ID', 'Joined', 'Left', 'Office'], { individual: 0, from: 1, until: 2 }],
    ['holdings', ['Specialization or level', 'Approval date'], { specialization: 0, approvedOn: 1 }],
    ['holdings', ['Level', 'Renewal submitted'], { channelLevel: 0, submittedOn: 1 }],
    [
      'allocations',
      ['Person', 'Specialisation', 'Role', 'Since', 'To', 'Pin'],
      { individual: 0, specialization: 1, jobRole: 2, from: 3, until: 4, pinned: 5 },
    ],
    ['allocations', ['individual', 'specialization', 'job role'], { individual: 0, specialization: 1, jobRole: 2 }],
    [
      'awards',
      ['ID', 'CSCO ID', 'Certification', 'Valid from', 'Expires'],
      { individual: 1, certification: 2, validFrom: 3, validUntil: 4 },
    ],
    ['agreements', ['CSCO ID', 'Agreement', 'Date'], { individual: 0, agreement: 1, acceptedOn: 2 }],
    [
      'waivers',
      ['Specialization', 'Job role', 'Waived places', 'From', 'Until'],
      { specialization: 0, jobRole: 1, places: 2, from: 3, until: 4 },
    ],
  ] as const)('is recognized as %s: %s', (kind, header, mapping) => {
    const seen = recognize(header);
    expect([seen.kind, seen.missing]).toEqual([kind, []]);
    expect(seen.mapping).toEqual(mapping);
  });

  test('that says most says what is missing, and which columns are free', () => {
    const seen = recognize(['CSCO ID', 'Prüfung', 'Date taken', 'Passed', 'Site']);
    expect([seen.kind, seen.missing, seen.unmapped]).toEqual(['results', [['exam']], [1, 4]]);
    expect(missingIn('results', { ...seen.mapping, exam: 1 })).toEqual([]);
  });

  test.each([[[]], [['']], [['a', 'b', 'c']], [['CSCO ID', 'site']], [['__proto__', 'constructor']]])(
    'that says nothing has no kind: %s',
    (header) => {
      expect(recognize(header).kind).toBeUndefined();
    },
  );

  test('that fits two kinds alike has no kind', () => {
    expect(recognize(['CSCO ID', 'Date']).kind).toBeUndefined();
  });

  test('with two columns of one name leaves the choice open', () => {
    const seen = recognize(['individual', 'exam', 'taken on', 'result', 'Taken_On']);
    expect(seen.kind).toBe('results');
    expect(seen.doubtful).toEqual([{ field: 'takenOn', columns: [2, 4] }]);
    expect(seen.missing).toEqual([['takenOn']]);
    expect(seen.unmapped).toEqual([2, 4]);
  });

  test('is read as the kind that somebody chose', () => {
    const seen = recognize(['Who', 'What', 'From'], 'people');
    expect([seen.kind, seen.mapping, seen.missing]).toEqual(['people', { from: 2 }, [['individual']]]);
  });
});

test.each(KINDS)('no name stands for two columns of %s', (kind) => {
  const names = FILES[kind].columns.flatMap((column) => [...new Set(headersOf(column).map(simple))]);
  expect(names).toEqual([...new Set(names)]);
});
