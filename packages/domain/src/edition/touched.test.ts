import { describe, expect, test } from 'vitest';
import type { CompiledCertification } from './compiled.ts';
import { programNames } from './names.ts';
import { compileRequirement, leavesOf } from './node.ts';
import type { Requirement } from './requirement.ts';
import { addBits, emptyBits, hasAll, put, restsOnAwards, touchedOf } from './touched.ts';

const names = programNames();
const read = (requirement: Requirement) => compileRequirement(requirement, names);
const exam = (id: string): Requirement => ({ exam: id });
const award = (certification: string): Requirement => ({ certification });

/** Certifications that are what a look at them needs. */
function orderOf(entries: { readonly [id: string]: readonly [requires: Requirement, again?: Requirement] }) {
  return Object.entries(entries).map(([id, [requires, again]]) => {
    const node = read(requires);
    const recertification = { requires: again === undefined ? node : read(again) };
    const number = names.certifications.add(id);
    return { id, number, requires: node, recertification, restsOnAwards: restsOnAwards(node) };
  }) as unknown as readonly CompiledCertification[];
}

const ORDER = orderOf({
  core: [exam('c'), { anyOf: [exam('c'), exam('x')] }],
  one: [{ allOf: [award('core'), exam('x'), { anyOf: [exam('y'), exam('z')] }] }],
  two: [{ anyOf: [award('core'), exam('y')] }],
  three: [{ atLeast: 2, of: [exam('z'), exam('z'), exam('y')] }],
});
const touched = touchedOf(ORDER);

const idsIn = (set: readonly number[] | undefined) =>
  ORDER.filter((_, position) => (((set ?? [])[position >>> 5] ?? 0) & (1 << (position & 31))) !== 0).map(
    ({ id }) => id,
  );

describe('what a fact can bring to completion', () => {
  test.each([
    ['c', ['core']],
    ['x', ['core', 'one']],
    ['y', ['one', 'two', 'three']],
    ['unnamed', []],
  ])('a pass of %s', (id, ids) => {
    expect(idsIn(touched.byExam[names.exams.add(id)]?.positions)).toEqual(ids);
  });

  test('an award, and what awards alone can complete', () => {
    expect(idsIn(touched.byCertification[names.certifications.add('core')])).toEqual(['one', 'two']);
    expect(idsIn(touched.byCertification[names.certifications.add('one')])).toEqual([]);
    expect(idsIn(touched.byAwards)).toEqual(['two']);
  });

  test('every exam and award that a certification names touches it', () => {
    for (const { id, requires, recertification } of ORDER) {
      for (const leaf of [requires, recertification.requires].flatMap(leavesOf)) {
        const set =
          leaf.rule === 'exam' ? touched.byExam[leaf.number]?.positions : touched.byCertification[leaf.number];
        expect(idsIn(set)).toContain(id);
      }
    }
  });

  test.each([
    ['core', ['c']],
    ['one', ['x']],
    ['two', []],
    ['three', []],
  ])('without these exams there is no first award of %s', (id, exams) => {
    const position = ORDER.findIndex((entry) => entry.id === id);
    const needed = ['c', 'x', 'y', 'z'].filter((own) => {
      const others = emptyBits(touched.examWords);
      for (const other of ['c', 'x', 'y', 'z']) {
        const place = touched.byExam[names.exams.add(other)];
        if (other !== own && place !== undefined) others[place.word] = (others[place.word] ?? 0) | place.bit;
      }
      return !hasAll(others, touched.needs[position] ?? []);
    });
    expect(needed).toEqual(exams);
  });
});

test('sets hold places of every word', () => {
  const set = emptyBits(3);
  for (const place of [0, 31, 32, 95]) put(set, place);
  const all = emptyBits(3);
  addBits(all, set);
  const among = emptyBits(3);
  for (const place of [31, 32, 64]) put(among, place);
  const some = emptyBits(3);
  addBits(some, set, among);
  expect([all, some]).toEqual([
    [-2147483647, 1, -2147483648],
    [-2147483648, 1, 0],
  ]);
});
