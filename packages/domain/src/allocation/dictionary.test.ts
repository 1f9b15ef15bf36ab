import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothing } from '../../tests/partners/staff.ts';
import { runs } from '../../tests/runs.ts';
import { Dictionary, type Row } from './dictionary.ts';

const SIZE = 4;
const number = fc.integer({ min: -3, max: 3 });
const coefficients = fc.array(number, { minLength: SIZE, maxLength: SIZE });
const drawnRow = fc.record({ coefficients: coefficients.map((each) => Float64Array.from(each)), limit: number });
const pivots = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 });

describe('a dictionary', () => {
  test('says the same of every row and of the objective, whatever is moved and whatever takes whose place', () => {
    fc.assert(
      fc.property(
        coefficients,
        fc.array(drawnRow, { minLength: 1, maxLength: 6 }),
        pivots,
        (objective, rows, draws) => {
          const dictionary = new Dictionary(new Float64Array(SIZE), new Float64Array(SIZE).fill(1), nothing);
          dictionary.clear(Float64Array.from(objective));
          const entered: Row[] = [];
          for (const [index, row] of rows.entries()) {
            dictionary.enter(row);
            entered.push(row);
            const [nth, column] = draws[index] ?? [0, 0];
            dictionary.move(column % SIZE, dictionary.high(dictionary.free[column % SIZE] as number) === 1 ? 1 : 0);
            const [at, to] = [nth % entered.length, (column + nth) % SIZE];
            if (Math.abs(dictionary.table[at]?.[to] as number) > 1e-6 && misses(dictionary, at)) {
              dictionary.pivot(at, to);
            }
            agrees(dictionary, objective, entered);
          }
        },
      ),
      runs(1_000, 20_000),
    );
  });
});

function misses({ basic, value, lower, upper }: Dictionary, row: number): boolean {
  const [variable, amount] = [basic[row] as number, value[row] as number];
  return amount < (lower[variable] ?? 0) || amount > (upper[variable] ?? Number.POSITIVE_INFINITY);
}

/** Holds what each variable comes to against the rows and the objective as they were given. */
function agrees(
  { basic, free, at, value, total, size }: Dictionary,
  objective: readonly number[],
  rows: readonly Row[],
) {
  const all: number[] = [];
  for (const [column, variable] of free.entries()) all[variable] = at[column] as number;
  for (const [row, variable] of basic.entries()) all[variable] = value[row] as number;
  const sum = (numbers: ArrayLike<number>): number =>
    Array.from(numbers).reduce((amount, each, index) => amount + each * (all[index] as number), 0);
  expect(total).toBeCloseTo(sum(objective), 6);
  for (const [index, { coefficients, limit }] of rows.entries()) {
    expect(all[size + index]).toBeCloseTo(limit - sum(coefficients), 6);
  }
}
