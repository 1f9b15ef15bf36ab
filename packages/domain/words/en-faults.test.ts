import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate, type Fault, parseRequest } from '../src/index.ts';
import { type Loose, validEdition } from '../tests/editions.ts';
import { faultInEnglish } from './en-faults.ts';

/** Codes that stand in the source as such: `code: '…'`, `refused('…')`, `wrong('…', '…')`, `fault(…, '…')`, and the last argument of a check. */
function codesInSource(): readonly string[] {
  const folder = new URL('../src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const forms = [
    /\bcode: '([\w-]+)'/g,
    /\brefused\('([\w-]+)'\)/g,
    /\bwrong\('\w+', '([\w-]+)'/g,
    /\bfault\([^)]*'([\w-]+)'\)/g,
    /^\s*(?:}|v\.check.*), '([\w-]+)'\)?,?$/gm,
  ];
  return files.flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    return forms.flatMap((form) => [...source.matchAll(form)].map(([, code]) => code ?? ''));
  });
}

function faultsOf(change: (body: Loose) => void): readonly Fault[] {
  const body = { program: [validEdition()], asOf: '2004-06-30', individuals: [{ id: 'i1', exams: [] }], partners: [] };
  change(body);
  const request = parseRequest(body, new Map());
  return request.ok ? [] : request.faults;
}

const first = (body: Loose) => body.program[0].certifications[0];

/** The longest name in an edition. */
const MOST = 300;

/** One way to cause each fault, and what is said of it. */
const CAUSES: readonly (readonly [code: string, cause: (body: Loose) => void, sentence: string])[] = [
  ['missing', (b) => delete b.asOf, 'This is required and is not there.'],
  ['unknown-key', (b) => (b.extra = 1), 'The key “extra” is not known here. Check its spelling or leave it out.'],
  ['type', (b) => (b.individuals = 'x'), 'This must be a list; it is "x".'],
  ['type', (b) => (b.individuals = 7), 'This must be a list; it is 7.'],
  ['type', (b) => (b.individuals = null), 'This must be a list; it is null.'],
  ['type', (b) => (b.individuals[0] = []), 'This must be an object; it is a list.'],
  [
    'date',
    (b) => (b.asOf = '2004-02-30'),
    '“2004-02-30” is not a date of the calendar, written YYYY-MM-DD, from 1900-01-01 to 2199-12-31.',
  ],
  [
    'period',
    (b) => (first(b).validity = 'PT1H'),
    '“PT1H” is not a period such as P2Y, P18M, P6W or P90D, positive and up to 100 years.',
  ],
  ['non_empty', (b) => (first(b).name = ''), 'This must not be empty.'],
  ['max_length', (b) => (first(b).name = 'x'.repeat(MOST + 1)), `This may have at most ${MOST} characters.`],
  ['integer', (b) => (b.program[0].allocation.maxJobRoles = 1.5), 'This must be a whole number.'],
  ['safe_integer', (b) => (b.program[0].channelLevels[0].rank = 1.5), 'This must be a whole number.'],
  [
    'min_value',
    (b) => (b.program[0].specializations[0].jobRoles[0].headcount = 0),
    'This must be a whole number from 1 on.',
  ],
  ['max_value', (b) => (b.program[0].specializations[0].jobRoles[0].headcount = 10_001), 'This may be at most 10000.'],
  [
    'window',
    (b) => (first(b).requires.taken = { from: '2004-01-02', until: '2004-01-01' }),
    'The window ends before it begins: put `until` on or after `from`.',
  ],
  [
    'ends-before-it-begins',
    (b) => (b.individuals[0].awards = [{ certification: 'ccna', validFrom: '2004-01-02', validUntil: '2004-01-01' }]),
    'This ends before it begins: check its two dates.',
  ],
  [
    'no-shape',
    (b) => (first(b).requires = {}),
    'A requirement has exactly one of the keys exam, certification, allOf, anyOf, atLeast; this has none.',
  ],
  [
    'two-shapes',
    (b) => (first(b).requires.certification = 'ccda'),
    'A requirement has exactly one of the keys exam, certification, allOf, anyOf, atLeast; this has several.',
  ],
  [
    'too-deep',
    (b) => {
      for (let level = 0; level < 32; level += 1) first(b).requires = { allOf: [first(b).requires] };
    },
    'Requirements may be nested 32 levels deep; this lies deeper.',
  ],
  [
    'too-many',
    (b) => (b.partners = Array.from({ length: 2001 }, (_, index) => ({ id: `p${index}`, affiliations: [] }))),
    'There may be at most 2000 entries.',
  ],
  [
    'too-many-nodes',
    (b) => (first(b).requires = { anyOf: Array.from({ length: 10_000 }, () => ({ exam: '640-801' })) }),
    'The requirements of an edition may have at most 10000 nodes in all.',
  ],
  [
    'defined-twice',
    (b) => (b.program[0].exams[1].id = '640-801'),
    'The id “640-801” is defined twice. Give one of the two another id.',
  ],
  ['undefined', (b) => (first(b).requires.exam = '999-999'), 'There is no exam with the id “999-999” in this edition.'],
  [
    'circle',
    (b) => (first(b).requires = { certification: 'ccna' }),
    'These certifications require each other in a circle: ccna.',
  ],
  ['twice', (b) => b.individuals.push(b.individuals[0]), 'The id “i1” stands twice. Put its facts into one entry.'],
  [
    'two-programs',
    (b) => b.program.push({ ...b.program[0], program: 'b', edition: 'b', effectiveFrom: '2005-01-01' }),
    '“b” is another program than that of the first edition.',
  ],
  [
    'edition-twice',
    (b) => b.program.push({ ...b.program[0], effectiveFrom: '2005-01-01' }),
    'The edition “2003-11-04” is given twice.',
  ],
  [
    'two-editions-of-a-day',
    (b) => b.program.push({ ...b.program[0], edition: 'b' }),
    'Two editions take effect on 2003-11-04; only one can be in force.',
  ],
  [
    'before-the-first-edition',
    (b) => (b.asOf = '2003-11-03'),
    'This day lies before the first edition of the program; ask for 4 November 2003 (2003-11-04) or later.',
  ],
  ['unknown-program', (b) => (b.program = 'x'), 'No program “x” is published. GET /v1/programs lists those that are.'],
];

describe('a fault in English', () => {
  test.each(CAUSES)('%s: %#', (code, cause, sentence) => {
    const fault = faultsOf(cause).find((entry) => entry.code === code);
    expect(fault === undefined ? faultsOf(cause) : faultInEnglish(fault)).toBe(sentence);
  });

  test('a value that is not among those that can be chosen: the sentence names them', () => {
    const [fault] = faultsOf((body) => {
      body.allocate = 'greedy';
    });
    expect(fault === undefined ? '' : faultInEnglish(fault)).toMatch(/given.*best/);
  });

  test('out-of-steps', () => {
    const request = parseRequest(
      {
        program: [validEdition()],
        asOf: '2004-06-30',
        individuals: [{ id: 'i1', exams: [{ exam: '640-801', takenOn: '2003-12-01', result: 'pass' }] }],
        partners: [],
      },
      new Map(),
    );
    const answer = request.ok ? evaluate(request.value, { steps: 0 }) : request;
    expect(answer.ok ? [] : answer.faults.map(faultInEnglish)).toEqual([
      expect.stringMatching(/^The question takes more work than one request may cost .*\. Ask for fewer at a time\.$/),
    ]);
  });

  test('no code of the source is without a message', () => {
    const codes = new Set(codesInSource());
    expect(codes.size).toBeGreaterThan(15);
    const silent = [...codes].filter((code) =>
      faultInEnglish({ path: '', code }).startsWith('This cannot be accepted'),
    );
    expect(silent).toEqual([]);
  });

  test('a code that has none is shown rather than hidden', () => {
    expect(faultInEnglish({ path: '', code: 'another' })).toBe('This cannot be accepted (another).');
  });
});
