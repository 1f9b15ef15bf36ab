import { describe, expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import type { Kind } from './kinds.ts';
import { type Reading, read } from './read.ts';
import { recognize } from './recognize.ts';
import { openTable } from './table.ts';
import { words } from './tests/program.ts';

function reading(kind: Kind, file: string, text: string): Reading {
  const opened = openTable(file, text);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return read(kind, opened.table, recognize(opened.table.header, kind).mapping, { words });
}

const people = reading('people', 'people.csv', 'individual,name,from\nI2,Bo,2003-01-01\nI1,Ana,2003-01-01\n');
const results = reading(
  'results',
  'results.csv',
  'individual,exam,date,result\nI3,642-521,2003-05-01,pass\nI1,642-521,2003-05-01,pass\nI1,642-521,2003-05-01,pass\n',
);
const allocations = reading(
  'allocations',
  'allocations.csv',
  'individual,specialization,role\nI1,smb,field-engineer\nI9,smb,field-engineer\n',
);

describe('files put together', () => {
  const all = assemble([people, results, allocations], 'Our company');

  test('are the facts of one partner, individuals by id', () => {
    const exam = { exam: '642-521', takenOn: '2003-05-01', result: 'pass' };
    expect(all.facts).toEqual({
      individuals: [
        { id: 'I1', exams: [exam] },
        { id: 'I2', exams: [] },
        { id: 'I3', exams: [exam] },
      ],
      partners: [
        {
          id: 'Our company',
          affiliations: [
            { individual: 'I2', from: '2003-01-01' },
            { individual: 'I1', from: '2003-01-01' },
          ],
          allocations: ['I1', 'I9'].map((individual) => ({
            individual,
            specialization: 'smb',
            jobRole: 'field-engineer',
          })),
        },
      ],
    });
    expect([...all.names]).toEqual([
      ['I2', 'Bo'],
      ['I1', 'Ana'],
    ]);
  });

  test('say who is known but not linked, and which rows are about nobody known', () => {
    expect(all.notLinked).toEqual(['I3']);
    expect(all.unknown).toEqual([{ individual: 'I9', file: 'allocations.csv', line: 3 }]);
  });

  test('count a row that is there twice once, in one file or two', () => {
    expect(all.repeated).toEqual([{ file: 'results.csv', kind: 'results', count: 1 }]);
    const again = assemble([people, results, allocations, people], 'Our company');
    expect(again.facts).toEqual(all.facts);
    expect(again.repeated).toEqual([
      { file: 'results.csv', kind: 'results', count: 1 },
      { file: 'people.csv', kind: 'people', count: 2 },
    ]);
  });

  test('take the later of two names', () => {
    const renamed = reading('people', 'new.csv', 'individual,name,from\nI1,Ana B.,2003-01-01\n');
    expect(assemble([people, renamed], 'p').names.get('I1')).toBe('Ana B.');
  });

  test('are nothing where there is no file', () => {
    expect(assemble([], 'p')).toEqual({
      facts: { individuals: [], partners: [{ id: 'p', affiliations: [] }] },
      names: new Map(),
      notLinked: [],
      unknown: [],
      repeated: [],
    });
  });
});
