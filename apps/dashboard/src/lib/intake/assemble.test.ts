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

describe('files put to what was known before', () => {
  const exam = { result: 'pass', takenOn: '2003-05-01', exam: '642-521' } as const;
  const before = {
    facts: {
      individuals: [{ id: 'I1', exams: [exam] }],
      partners: [{ id: 'Old name', affiliations: [{ individual: 'I8', from: '2001-01-01' }] }],
    },
    names: new Map([
      ['I1', 'Anna'],
      ['I8', 'Hal'],
    ]),
  };

  test('add to the only partner there is, whatever it is called now; the same fact counts once', () => {
    const { facts, names, repeated } = assemble([people, results], 'New name', before);
    expect(facts.partners).toEqual([
      {
        id: 'New name',
        affiliations: [
          { individual: 'I8', from: '2001-01-01' },
          { individual: 'I2', from: '2003-01-01' },
          { individual: 'I1', from: '2003-01-01' },
        ],
      },
    ]);
    // An affiliation with nobody known stays what it is: it does not make somebody known.
    expect(facts.individuals.map(({ id, exams }) => [id, exams.length])).toEqual([
      ['I1', 1],
      ['I2', 0],
      ['I3', 1],
    ]);
    expect(repeated).toEqual([{ file: 'results.csv', kind: 'results', count: 2 }]);
    expect([...names.values()]).toEqual(['Ana', 'Hal', 'Bo']);
  });

  test('add to the one of several that is meant, and leave the others as they are', () => {
    const other = { id: 'Other', affiliations: [{ individual: 'I3', from: '2002-01-01' }] };
    const both = { ...before, facts: { ...before.facts, partners: [other, ...before.facts.partners] } };
    const { facts, notLinked } = assemble([people, results], 'Old name', both);
    expect(facts.partners.map(({ id, affiliations }) => [id, affiliations.length])).toEqual([
      ['Old name', 3],
      ['Other', 1],
    ]);
    expect(notLinked).toEqual([]);
  });

  test('are the same where nothing is added', () => {
    const again = assemble([], 'Old name', before);
    expect([again.facts, again.names]).toEqual([before.facts, before.names]);
  });
});
