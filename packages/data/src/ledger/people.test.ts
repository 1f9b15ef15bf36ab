import { expect, test } from 'vitest';
import { aliasesOf } from './people.ts';

test.each<[string, [string, string][], Record<string, string>]>([
  ['one merge', [['a', 'b']], { a: 'b', b: 'b' }],
  [
    'a chain',
    [
      ['b', 'c'],
      ['a', 'b'],
    ],
    { a: 'c', b: 'c', c: 'c' },
  ],
  [
    'one id read as two others',
    [
      ['a', 'c'],
      ['a', 'b'],
    ],
    { a: 'b', b: 'b', c: 'b' },
  ],
  [
    'a circle',
    [
      ['b', 'a'],
      ['a', 'b'],
    ],
    { a: 'a', b: 'a' },
  ],
  [
    'two people',
    [
      ['a', 'b'],
      ['x', 'y'],
    ],
    { a: 'b', b: 'b', x: 'y', y: 'y' },
  ],
  ['ids that every object has', [['__proto__', 'constructor']], { constructor: 'constructor' }],
])('%s gives each id the one that it goes by, in any order', (_, merges, expected) => {
  for (const order of [merges, merges.toReversed()]) {
    const aliases = aliasesOf(order);
    for (const [id, one] of Object.entries(expected)) expect(aliases.get(id)).toBe(one);
    expect(aliases.size).toBe(new Set(merges.flat()).size);
  }
});
