import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../tests/runs.ts';
import { Inverse } from './inverse.ts';

const SIZE = 4;
const column = fc.array(fc.constantFrom(-1, 0, 1), { minLength: SIZE, maxLength: SIZE });
const changes = fc.array(fc.record({ at: fc.nat(SIZE - 1), column }), { maxLength: 12 });

/** The lines of an inverse. */
function linesOf(inverse: Inverse): readonly (readonly number[])[] {
  return Array.from({ length: SIZE }, (_, line) => {
    const own = new Float64Array(SIZE);
    inverse.addLine(line, 1, own);
    return [...own];
  });
}

/** Each line by each column: 1 where they belong together, else 0. */
function expectInverse(inverse: Inverse, columns: readonly (readonly number[])[]): void {
  for (const [line, own] of linesOf(inverse).entries()) {
    for (const [at, other] of columns.entries()) {
      const product = own.reduce((sum, entry, row) => sum + entry * (other[row] as number), 0);
      expect(product).toBeCloseTo(line === at ? 1 : 0, 6);
    }
  }
}

/** Columns changed one after another, those that leave no inverse left out. */
function changed(all: readonly { readonly at: number; readonly column: readonly number[] }[]) {
  const columns = Array.from({ length: SIZE }, (_, at) =>
    Array.from({ length: SIZE }, (__, row) => Number(row === at)),
  );
  const inverse = new Inverse([1, 1, 1, 1]);
  for (const { at, column: next } of all) {
    const turned = new Float64Array(SIZE);
    for (const [row, entry] of next.entries()) inverse.addColumn(row, entry, turned);
    if (Math.abs(turned[at] as number) < 0.1) continue;
    inverse.replace(at, turned);
    columns[at] = [...next];
  }
  return { inverse, columns };
}

describe('an inverse', () => {
  test('stays one when a column is put in the place of another', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const { inverse, columns } = changed(all);
        expectInverse(inverse, columns);
      }),
      runs(200, 5_000),
    );
  });

  test('is the same made anew', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const { columns } = changed(all);
        const anew = new Inverse([-1, 1, -1, 1]);
        anew.invert(
          Float64Array.from({ length: SIZE ** 2 }, (_, at) => columns[at % SIZE]?.[Math.floor(at / SIZE)] ?? 0),
        );
        expectInverse(anew, columns);
      }),
      runs(200, 5_000),
    );
  });

  test('a line gives way to the negative sum of some', () => {
    const inverse = new Inverse([1, 1, -1, 1]);
    inverse.negateSum(1, [0, 2]);
    expect(linesOf(inverse)[1]).toEqual([-1, -1, 1, 0]);
  });
});
