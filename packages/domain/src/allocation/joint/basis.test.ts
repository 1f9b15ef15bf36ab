import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../tests/runs.ts';
import { Basis, REST } from './basis.ts';
import { Draft } from './columns.ts';

const ROWS = 4;

describe('a basis', () => {
  test('has the same inverse whether columns entered one after another or all at once', () => {
    const column = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: ROWS, maxLength: ROWS });
    const moves = fc.array(fc.record({ at: fc.nat({ max: ROWS - 1 }), column: fc.nat({ max: 5 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 6, maxLength: 6 }), moves, (drawn, entering) => {
        const draft = new Draft();
        for (let row = 0; row < ROWS; row += 1) draft.row(0, 1);
        for (const entries of drawn) {
          for (const [row, factor] of entries.entries()) draft.entry(row, factor);
          draft.column(0);
          // The key of each taker takes nothing.
          draft.take(1, draft.count - 1);
        }
        const none = draft.column(0);
        const columns = draft.columns();
        const basis = new Basis(ROWS);
        for (const { at, column: taker } of entering) {
          const pivot = (drawn[taker] as number[]).reduce(
            (sum, factor, row) => sum + factor * (basis.inverse[at * ROWS + row] as number),
            0,
          );
          if (Math.abs(pivot) > 0.2 && !basis.taker.includes(taker)) basis.enter(at, taker, taker, none, columns);
        }
        const before = [...basis.inverse];
        basis.renew(
          drawn.map(() => none),
          columns,
        );
        for (const [index, entry] of basis.inverse.entries()) expect(entry).toBeCloseTo(before[index] as number, 6);
      }),
      runs(300, 5_000),
    );
  });

  test('measures a position: its amount, and how long its row is', () => {
    const basis = new Basis(2);
    basis.inverse.set([1, 2, 0, 1]);
    expect(basis.measure(0, Float64Array.of(3, 4))).toBe(5);
    expect(basis.value[0]).toBe(11);
  });

  test('knows the row that a key would have, from the columns of its taker', () => {
    const basis = new Basis(2);
    basis.taker.set([7, REST]);
    basis.inverse.set([1, 2, 0, 1]);
    expect(basis.positionsOf(7)).toEqual([0]);
    expect([...basis.rowOfKey([0])]).toEqual([-1, -2]);
  });
});
