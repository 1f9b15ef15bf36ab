import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../../tests/partners/allocation-setup.ts';
import { contestOf } from '../contest.ts';
import { Draft } from './columns.ts';
import { staff } from './staffing.ts';

const MIXED = { maxJobRoles: 2, mixKinds: false };

function staffed(setup: Setup) {
  const { problem } = contestOf(questionOf(setup));
  const draft = new Draft();
  const rowOn: number[] = [];
  for (const place of problem.room.keys()) rowOn[place.index] = draft.row(0, 9);
  const bundles = staff(draft, problem, rowOn).map((bundle) => bundle?.map(({ jobRole }) => jobRole.id).join(' '));
  const { worth, first, row } = draft.columns();
  const rows = bundles.map((_, column) => [...row.slice(first[column], first[column + 1])]);
  return { bundles, worth: [...worth], rows, takers: draft.takers, bounds: draft.bounds };
}

describe('qa#2.11: people take bundles of job roles', () => {
  test('one column each, worth what it keeps; those who are alike stand together', () => {
    const { bundles, worth, rows, takers } = staffed({
      programs: { s1: { fe: 2, fe1: 1, se: 2 } },
      able: { a: 's1/fe s1/se', b: 's1/fe s1/se', c: 's1/fe s1/fe1' },
      allocation: MIXED,
      given: ['c s1/fe'],
    });
    expect(takers.map(({ size, columns }) => [size, columns.length])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(bundles).toEqual(['fe', 'se', 'fe fe1']);
    expect(worth).toEqual([0, 0, 1]);
    expect(rows).toEqual([[0], [2], [0, 1]]);
  });

  test('where more stand on a place than it has room, a bundle without it, and a row for those who stay', () => {
    const { bundles, worth, rows, bounds } = staffed({
      programs: { s1: { fe: 1, fe1: 2 } },
      able: { a: 's1/fe s1/fe1', b: 's1/fe s1/fe1' },
      allocation: MIXED,
      given: ['a s1/fe', 'b s1/fe'],
    });
    expect(bundles).toEqual(['fe fe1', 'fe1']);
    expect(worth).toEqual([1, 0]);
    expect(rows).toEqual([[0, 2, 1], [1]]);
    expect(bounds[2]).toEqual([-1, 0]);
  });
});
