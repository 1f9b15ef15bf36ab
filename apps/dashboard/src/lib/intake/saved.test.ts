import { describe, expect, test } from 'vitest';
import { demo } from '../demo/partner.ts';
import { MAX_SAVED, open, save } from './saved.ts';
import { program } from './tests/program.ts';

describe('a saved file', () => {
  const { file, text } = save(demo, '2004-09-15');

  test('is named after the partner and the day', () => {
    expect(file).toBe('standing-tarnholt-networks-2004-09-15.json');
    const called = (id: string) =>
      save({ facts: { individuals: [], partners: [{ id, affiliations: [] }] }, names: new Map() }, '2004-09-15').file;
    expect([called('../Ünser & Co. '), called('…')]).toEqual([
      'standing-nser-co-2004-09-15.json',
      'standing-2004-09-15.json',
    ]);
  });

  test('holds a version, the facts and the names, and nothing else', () => {
    const document: unknown = JSON.parse(text);
    expect(document).toEqual({
      format: 'standing',
      version: 1,
      facts: demo.facts,
      names: Object.fromEntries(demo.names),
    });
  });

  test('opens to the same', () => {
    expect(open(text, program)).toEqual({ ok: true, value: { facts: demo.facts, names: demo.names } });
  });

  test('keeps a name under any id', () => {
    const names = new Map([
      ['__proto__', 'Ana'],
      ['constructor', 'Bo'],
    ]);
    const opened = open(save({ facts: demo.facts, names }, '').text, program);
    expect(opened.ok && [...opened.value.names]).toEqual([...names]);
  });
});

describe('another file is refused', () => {
  const saved = (change: object) =>
    JSON.stringify({ format: 'standing', version: 1, facts: { individuals: [], partners: [] }, names: {}, ...change });

  test.each<[string, string, object]>([
    ['nothing', '', { code: 'not-json' }],
    ['a table', 'individual,exam\n', { code: 'not-json' }],
    ['a list', '[]', { code: 'not-saved-here' }],
    ['nested without end', '['.repeat(200_000), { code: 'not-json' }],
    ['JSON of something else', '{"individuals":[],"partners":[]}', { code: 'not-saved-here' }],
    ['with something besides', saved({ viewer: 'x' }), { code: 'not-saved-here' }],
    [
      'with something besides the facts',
      saved({ facts: { individuals: [], partners: [], asOf: '2004-01-01' } }),
      { code: 'not-saved-here' },
    ],
    ['of a later version', saved({ version: 2 }), { code: 'other-version', version: '2' }],
    ['of no version', saved({ version: undefined }), { code: 'other-version', version: 'undefined' }],
    ['with names that are none', saved({ names: { a: 1 } }), { code: 'invalid-names' }],
    ['without names', saved({ names: [] }), { code: 'invalid-names' }],
    [
      'without facts',
      saved({ facts: {} }),
      {
        code: 'invalid-facts',
        faults: [
          { path: 'individuals', code: 'missing' },
          { path: 'partners', code: 'missing' },
        ],
      },
    ],
    [
      'with facts that the contract refuses',
      saved({
        facts: {
          individuals: [{ id: 'I1', exams: [{ exam: 'e', takenOn: '2004-02-30', result: 'pass' }] }],
          partners: [],
        },
      }),
      {
        code: 'invalid-facts',
        faults: [{ path: 'individuals[0].exams[0].takenOn', code: 'date', received: '2004-02-30' }],
      },
    ],
    ['that is too large', ' '.repeat(MAX_SAVED + 1), { code: 'too-large', most: MAX_SAVED }],
  ])('%s', (_, text, refusal) => {
    expect(open(text, program)).toEqual({ ok: false, refusal });
  });
});
