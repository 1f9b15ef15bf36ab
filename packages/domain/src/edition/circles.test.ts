import { describe, expect, test } from 'vitest';
import { type Loose, validEdition } from '../../tests/editions.ts';
import { faultsOf } from '../../tests/faults.ts';
import { circles } from './circles.ts';

const graph = (edges: { readonly [id: string]: readonly string[] }) =>
  circles(new Map(Object.entries(edges).map(([id, names]) => [id, { names }])));

test.each<[string, { readonly [id: string]: readonly string[] }, readonly (readonly string[])[]]>([
  ['nothing', {}, []],
  ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
  ['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  ['the same name twice', { a: ['b', 'b'], b: [] }, []],
  ['a name that nothing defines', { a: ['x'] }, []],
  ['itself', { a: ['a'] }, [['a']]],
  ['two', { a: ['b'], b: ['a'] }, [['a', 'b']]],
  ['a tail before a circle', { a: ['b'], b: ['c'], c: ['b'] }, [['b', 'c']]],
  [
    'two circles apart',
    { a: ['b'], b: ['a'], c: ['d'], d: ['c'] },
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('%s', (_, edges, found) => {
  expect(graph(edges)).toEqual(found);
});

/** The edition of the cases with certifications `c0`, `c1`, … that require as told. */
function requiring(entries: readonly Loose[]): readonly string[] {
  const edition = validEdition();
  for (const [index, entry] of entries.entries()) {
    edition.certifications.push({
      id: `c${index}`,
      name: `C${index}`,
      kind: 'career',
      requires: { exam: '640-801' },
      ...entry,
    });
  }
  return faultsOf(edition);
}

const needs = (id: string) => ({ anyOf: [{ exam: '640-801' }, { certification: id }] });

describe('certifications that require each other in a circle', () => {
  test('one that requires itself', () => {
    expect(requiring([{ requires: needs('c0') }])).toEqual(['certifications[8].requires circle']);
  });

  test('two that require each other', () => {
    expect(requiring([{ requires: needs('c1') }, { requires: needs('c0') }])).toEqual([
      'certifications[8].requires circle',
    ]);
  });

  test('one that requires itself in its recertification alone', () => {
    const faults = requiring([{ recertification: { requires: needs('c0') } }]);
    expect(faults).toEqual([expect.stringMatching(/^certifications\[8\]\.\S+ circle$/)]);
  });

  test('two, one of them in its recertification alone', () => {
    const faults = requiring([{ recertification: { requires: needs('c1') } }, { requires: needs('c0') }]);
    expect(faults).toEqual([expect.stringMatching(/^certifications\[8\]\.\S+ circle$/)]);
  });

  test('a chain of 492 that does not close is accepted, and one that closes is refused', () => {
    const chain = Array.from({ length: 492 }, (_, index) => (index === 0 ? {} : { requires: needs(`c${index - 1}`) }));
    expect(requiring(chain)).toEqual([]);
    expect(requiring([{ requires: needs('c491') }, ...chain.slice(1)])).toEqual(['certifications[8].requires circle']);
  });

  test('two circles are both named', () => {
    const faults = requiring([{ requires: needs('c0') }, {}, { requires: needs('c3') }, { requires: needs('c2') }]);
    expect(faults).toEqual(['certifications[8].requires circle', 'certifications[10].requires circle']);
  });
});
