import { expect, test } from 'vitest';
import { editionOf, known, nothing } from '../../tests/partners/staff.ts';
import { countPersonnel } from './matching.ts';

/** Lines with their headcounts, and the lines that each could count for. */
function counted(lines: { readonly [line: string]: number }, able: { readonly [person: string]: string }): string {
  const personnel = Object.entries(lines).map(([id, headcount]) => ({
    id,
    headcount,
    requires: { certification: id },
  }));
  const level = { id: 'gold', name: 'Gold', rank: 1, term: 'P1Y', renewalWindow: 'P90D', personnel };
  const compiled =
    known([editionOf([], { channelLevels: [level] })]).current.channelLevels.get('gold')?.personnel ?? [];
  const people = Object.keys(able).sort();
  const outcome = countPersonnel(
    compiled,
    people,
    (id, line) => (able[id] ?? '').split(' ').includes(line.id),
    nothing,
  );
  return compiled.map((line) => `${line.id}: ${(outcome.get(line) ?? []).join(' ') || 'nobody'}`).join(', ');
}

test.each<readonly [string, Parameters<typeof counted>, string]>([
  ['nobody', [{ x: 1 }, {}], 'x: nobody'],
  ['nobody who meets it', [{ x: 1 }, { a: 'y' }], 'x: nobody'],
  ['the smallest ids', [{ x: 2 }, { c: 'x', b: 'x', a: 'x' }], 'x: a b'],
  ['ids by code unit', [{ x: 1 }, { '～': 'x', '😀': 'x' }], 'x: 😀'],
  ['each at most once', [{ x: 1, y: 1 }, { a: 'x y' }], 'x: a, y: nobody'],
  ['the earlier line first', [{ y: 1, x: 1 }, { a: 'x y' }], 'y: a, x: nobody'],
  [
    'the largest, though the smaller id would be first',
    [
      { x: 1, y: 1 },
      { a: 'x y', b: 'x' },
    ],
    'x: b, y: a',
  ],
  [
    'the largest, over three lines',
    [
      { x: 1, y: 1, z: 1 },
      { a: 'x y', b: 'y z', c: 'x' },
    ],
    'x: c, y: a, z: b',
  ],
  [
    'no more than are needed',
    [
      { x: 1, y: 1 },
      { a: 'x', b: 'x', c: 'y', d: 'y' },
    ],
    'x: a, y: c',
  ],
  [
    'the smallest ids of those that can be spared',
    [
      { x: 2, y: 1 },
      { a: 'x y', b: 'x', c: 'x', d: 'x' },
    ],
    'x: b c, y: a',
  ],
  [
    'the smallest ids of the earlier line before those of the later',
    [
      { x: 1, y: 1 },
      { a: 'x y', b: 'x y', c: 'y' },
    ],
    'x: a, y: b',
  ],
  [
    'the earlier line full before the later, where there are too few',
    [
      { x: 2, y: 2 },
      { a: 'x y', b: 'x y', c: 'y' },
    ],
    'x: a b, y: c',
  ],
])('qa#1.1: counts %s', (_, [lines, able], expected) => {
  expect(counted(lines, able)).toBe(expected);
});
