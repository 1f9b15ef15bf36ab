import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothing } from '../../../tests/partners/staff.ts';
import { runs } from '../../../tests/runs.ts';
import type { Row } from '../dictionary.ts';
import { LinearProgram } from '../linear.ts';
import { Draft } from './columns.ts';
import { Program } from './program.ts';

type Drawn = {
  readonly bounds: readonly { readonly least: number; readonly more: number }[];
  readonly takers: readonly { readonly size: number; readonly columns: readonly (readonly number[])[] }[];
};

const ROWS = 3;
/** What each column is worth, then what it adds to each row. */
const column = fc.array(fc.integer({ min: -2, max: 4 }), { minLength: ROWS + 1, maxLength: ROWS + 1 });
const drawn: fc.Arbitrary<Drawn> = fc.record({
  bounds: fc.array(fc.record({ least: fc.integer({ min: -4, max: 4 }), more: fc.nat({ max: 6 }) }), {
    minLength: ROWS,
    maxLength: ROWS,
  }),
  takers: fc.array(
    fc.record({ size: fc.integer({ min: 1, max: 3 }), columns: fc.array(column, { minLength: 1, maxLength: 4 }) }),
    { minLength: 1, maxLength: 6 },
  ),
});

function programOf({ bounds, takers }: Drawn, aside = 0): Program {
  const draft = new Draft();
  for (const { least, more } of bounds) draft.row(least, least + more);
  for (const { size, columns } of takers) {
    const from = draft.count;
    for (const [worth = 0, ...entries] of columns) {
      for (const [row, factor] of entries.entries()) if (factor !== 0) draft.entry(row, factor);
      draft.column(worth);
    }
    draft.take(size, from);
  }
  return Program.of(draft.columns(), draft.takers, draft.bounds, aside, nothing);
}

/** The same for a program that knows nothing of takers; undefined where nothing keeps all rows. */
function byRows({ bounds, takers }: Drawn): number | undefined {
  const columns = takers.flatMap(({ size, columns: own }, taker) => own.map((each) => ({ taker, size, each })));
  const both = (coefficients: Float64Array, least: number, most: number): readonly Row[] => [
    { coefficients, limit: most },
    { coefficients: coefficients.map((each) => -each), limit: -least },
  ];
  const program = new LinearProgram(
    Float64Array.from(columns, ({ each }) => each[0] as number),
    new Float64Array(columns.length),
    Float64Array.from(columns, ({ size }) => size),
    [
      ...bounds.flatMap(({ least, more }, row) =>
        both(
          Float64Array.from(columns, ({ each }) => each[row + 1] as number),
          least,
          least + more,
        ),
      ),
      ...takers.flatMap(({ size }, at) =>
        both(
          Float64Array.from(columns, ({ taker }) => Number(taker === at)),
          size,
          size,
        ),
      ),
    ],
    nothing,
  );
  return program.solve() ? program.bound() : undefined;
}

const LONG = 600_000;
const EVER = Number.NEGATIVE_INFINITY;

describe('a linear program of takers', () => {
  test(
    'comes to what a program of rows alone comes to, and keeps all rows',
    () => {
      fc.assert(
        fc.property(drawn, (question) => {
          const program = programOf(question);
          const most = byRows(question);
          expect(program.solve(EVER)).toBe(most !== undefined);
          if (most === undefined) return;
          expect(program.bound()).toBeCloseTo(most, 6);
          for (const [row, { least, more }] of question.bounds.entries()) {
            expect(program.taken(row)).toBeGreaterThan(least - 1e-6);
            expect(program.taken(row)).toBeLessThan(least + more + 1e-6);
          }
          for (const [taker, parts] of program.amounts().entries()) {
            const all = parts.reduce((sum, [, amount]) => sum + amount, 0);
            expect(all).toBeCloseTo(question.takers[taker]?.size ?? 0, 6);
          }
        }),
        runs(1_000, 20_000),
      );
    },
    LONG,
  );

  test(
    'goes on from where it stands when takers are parted and rows are narrower',
    () => {
      fc.assert(
        fc.property(drawn, fc.nat(), fc.nat({ max: 3 }), fc.boolean(), (question, which, from, isLeast) => {
          const program = programOf(question, 1e-7);
          if (!program.solve(EVER)) return;
          const at = which % question.takers.length;
          const taker = question.takers[at] as Drawn['takers'][number];
          const size = from % taker.size;
          const own = program.takers[at]?.columns as Int32Array;
          const narrow = own.slice(0, 1 + (which % own.length));
          const before = program.copy();
          program.part(at, size, narrow);
          const others = { size: taker.size - size, columns: taker.columns.slice(0, narrow.length) };
          const rest = size > 0 ? [{ ...taker, size }] : [];
          const takers = [...question.takers.toSpliced(at, 1), ...rest, others];
          const most = byRows({ ...question, takers });
          expect(program.solve(EVER)).toBe(most !== undefined);
          expect(most === undefined ? 0 : program.bound()).toBeCloseTo(most ?? 0, 4);

          const [{ least, more } = { least: 0, more: 0 }, ...others2] = question.bounds;
          const middle = least + (more >> 1);
          if (isLeast) before.atLeast(0, middle);
          else before.atMost(0, middle);
          const first = isLeast ? { least: middle, more: least + more - middle } : { least, more: middle - least };
          const narrower = byRows({ ...question, bounds: [first, ...others2] });
          expect(before.solve(EVER)).toBe(narrower !== undefined);
          expect(narrower === undefined ? 0 : before.bound()).toBeCloseTo(narrower ?? 0, 4);
        }),
        runs(1_000, 20_000),
      );
    },
    LONG,
  );

  test('ends where it cannot come to what is asked', () => {
    const question: Drawn = {
      bounds: Array(ROWS).fill({ least: 0, more: 2 }),
      takers: [
        {
          size: 3,
          columns: [
            [1, 1, 0, 0],
            [0, 0, 0, 0],
          ],
        },
      ],
    };
    expect(programOf(question).solve(2.5)).toBe(false);
    expect(programOf(question).solve(2)).toBe(true);
  });
});
