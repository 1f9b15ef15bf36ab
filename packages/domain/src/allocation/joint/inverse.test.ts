import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../tests/runs.ts';
import { invert } from './inverse.ts';

describe('the inverse of a matrix', () => {
  test('makes with it the matrix of one', () => {
    const matrix = fc.integer({ min: 1, max: 6 }).chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        // A strong diagonal, some rows later, so that there is an inverse and a pivot has to be looked for.
        entries: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: rows * rows, maxLength: rows * rows }),
        shift: fc.nat({ max: rows - 1 }),
      }),
    );
    fc.assert(
      fc.property(matrix, ({ rows, entries, shift }) => {
        const given = Float64Array.from(entries);
        for (let at = 0; at < rows; at += 1) given[((at + shift) % rows) * rows + at] = 20;
        const inverse = new Float64Array(rows * rows);
        invert(given.slice(), inverse, rows);
        for (let row = 0; row < rows; row += 1) {
          for (let column = 0; column < rows; column += 1) {
            let sum = 0;
            for (let at = 0; at < rows; at += 1) {
              sum += (inverse[row * rows + at] as number) * (given[at * rows + column] as number);
            }
            expect(sum).toBeCloseTo(row === column ? 1 : 0, 9);
          }
        }
      }),
      runs(200, 2_000),
    );
  });
});
