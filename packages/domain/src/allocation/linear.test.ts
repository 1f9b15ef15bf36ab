import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersFrom } from '../../tests/optimum/numbers.ts';
import { runs } from '../../tests/runs.ts';
import type { Row } from './dictionary.ts';
import { LinearProgram } from './linear.ts';

const nothing = (): void => undefined;
const row = (coefficients: readonly number[], limit: number): Row => ({
  coefficients: Float64Array.from(coefficients),
  limit,
});
const sum = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((total, each, index) => total + each * (b[index] as number), 0);

type Program = {
  readonly objective: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
};

const programOf = ({ objective, upper, rows }: Program, spend: (steps: number) => void = nothing): LinearProgram =>
  new LinearProgram(
    Float64Array.from(objective),
    new Float64Array(upper.length),
    Float64Array.from(upper),
    rows,
    spend,
  );

/** The greatest at any corner: each is where as many rows and bounds hold with equality as there are variables. */
function byCorners(
  objective: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  rows: readonly Row[],
) {
  const size = objective.length;
  const unit = (index: number): number[] => Array.from({ length: size }, (_, at) => Number(at === index));
  const planes = [
    ...rows.map(({ coefficients, limit }) => [...coefficients, limit]),
    ...Array.from({ length: size }, (_, at) => [...unit(at), lower[at] as number]),
    ...Array.from({ length: size }, (_, at) => [...unit(at), upper[at] as number]),
  ];
  let best: number | undefined;
  const choose = (from: number, chosen: readonly (readonly number[])[]): void => {
    if (chosen.length < size) {
      for (let at = from; at < planes.length; at += 1) choose(at + 1, [...chosen, planes[at] as number[]]);
      return;
    }
    const corner = solved(chosen);
    if (corner === undefined) return;
    const kept =
      corner.every((x, at) => x >= (lower[at] as number) - 1e-7 && x <= (upper[at] as number) + 1e-7) &&
      rows.every(({ coefficients, limit }) => sum(coefficients, corner) <= limit + 1e-7);
    if (kept) best = Math.max(best ?? Number.NEGATIVE_INFINITY, sum(objective, corner));
  };
  choose(0, []);
  return best;
}

/** Where planes meet (Gauss); undefined where that is no single point. */
function solved(planes: readonly (readonly number[])[]): readonly number[] | undefined {
  const table = planes.map((plane) => [...plane]);
  const size = table.length;
  for (let at = 0; at < size; at += 1) {
    const pivot = table.slice(at).reduce((a, b) => (Math.abs(b[at] as number) > Math.abs(a[at] as number) ? b : a));
    if (Math.abs(pivot[at] as number) < 1e-9) return undefined;
    table.splice(table.indexOf(pivot), 1);
    table.splice(at, 0, pivot);
    for (const other of table) {
      if (other === pivot) continue;
      const factor = (other[at] as number) / (pivot[at] as number);
      for (let j = at; j <= size; j += 1) other[j] = (other[j] as number) - factor * (pivot[j] as number);
    }
  }
  return table.map((entries, at) => (entries[size] as number) / (entries[at] as number));
}

/** What is wrong with a solution that was found, beside its `solve`. */
function faultsOf(linear: LinearProgram, objective: readonly number[], optimum: number): readonly string[] {
  const { lower, upper, rows } = linear;
  const values = linear.values();
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-4;
  const checks: readonly (readonly [string, boolean])[] = [
    ['value', isNear(sum(objective, values), optimum)],
    ['bound', isNear(linear.bound(), optimum)],
    ['rows', rows.every(({ coefficients, limit }) => sum(coefficients, values) < limit + 1e-3)],
    ['lower', values.every((value, at) => value > (lower[at] as number) - 1e-6)],
    ['upper', values.every((value, at) => value < (upper[at] as number) + 1e-6)],
    ['prices', linear.prices().every((price) => price >= 0)],
    ['more than there is', !linear.solve(optimum + 0.5)],
    ['less than there is', linear.solve(optimum - 0.5)],
  ];
  return checks.flatMap(([name, holds]) => (holds ? [] : [name]));
}

describe('a linear program', () => {
  test.each<readonly [string, Program, number, readonly number[] | undefined]>([
    ['of nothing', { objective: [], upper: [], rows: [] }, 0, []],
    ['without rows', { objective: [2, -1], upper: [3, 3], rows: [] }, 6, [3, 0]],
    ['that shares a limit', { objective: [3, 2], upper: [4, 4], rows: [row([1, 1], 5)] }, 14, [4, 1]],
    [
      'in parts',
      { objective: [1, 1, 1], upper: [1, 1, 1], rows: [row([1, 1, 0], 1), row([0, 1, 1], 1), row([1, 0, 1], 1)] },
      1.5,
      [0.5, 0.5, 0.5],
    ],
    ['that asks for at least so much', { objective: [-1, -2], upper: [2, 9], rows: [row([-1, -1], -3)] }, -4, [2, 1]],
    ['with large numbers', { objective: [1, 1], upper: [1, 1], rows: [row([10_000, 1], 10_000)] }, 1.9999, [0.9999, 1]],
    ['twice the same row', { objective: [1, 1], upper: [2, 2], rows: [row([1, 1], 2), row([1, 1], 2)] }, 2, undefined],
  ])('%s', (_, program, most, values) => {
    const linear = programOf(program);
    expect(linear.solve()).toBe(true);
    expect(linear.bound()).toBeCloseTo(most, 6);
    expect(sum(program.objective, linear.values())).toBeCloseTo(most, 6);
    for (const [at, value] of values?.entries() ?? []) expect(linear.values()[at]).toBeCloseTo(value, 6);
  });

  test.each<readonly [string, Program]>([
    ['that asks for more than there is', { objective: [1], upper: [1], rows: [row([-1], -2)] }],
    ['with a row of nothing', { objective: [1], upper: [1], rows: [row([0], -1)] }],
  ])('that nothing keeps: %s', (_, program) => {
    expect(programOf(program).solve()).toBe(false);
  });

  test('prices say what one unit more of a limit is worth', () => {
    const linear = programOf({ objective: [3, 2], upper: [4, 4], rows: [row([1, 1], 5), row([1, 0], 9)] });
    linear.solve();
    expect([...linear.prices()]).toEqual([2, 0]);
  });

  test('as it grows and its bounds move, is what its corners say, and its bound is no lower', () => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const below = numbersFrom(seed);
        const size = 1 + below(4);
        const most = [1, 3, 10_000][below(3)] as number;
        const factor = (): number => (below(2) === 0 ? 0 : (1 + below(most)) * (below(4) === 0 ? -1 : 1));
        const drawn = (): Row => row(Array.from({ length: size }, factor), below(2 * size * most) - below(2) * most);
        const objective = Array.from({ length: size }, () => below(7) - 2);
        const upper = Array.from({ length: size }, () => 1 + below(3));
        const linear = programOf({ objective, upper, rows: Array.from({ length: below(3) }, drawn) });
        for (let round = 0; round < 4; round += 1) {
          const optimum = byCorners(objective, linear.lower, linear.upper, linear.rows);
          expect(linear.solve()).toBe(optimum !== undefined);
          expect(optimum === undefined ? [] : faultsOf(linear, objective, optimum)).toEqual([]);
          const at = below(size);
          if (below(2) === 0) linear.add(drawn());
          else if (linear.lower[at] === linear.upper[at]) {
            linear.lower[at] = 0;
            linear.upper[at] = upper[at] as number;
          } else {
            const fixed = below(1 + (upper[at] as number));
            linear.lower[at] = fixed;
            linear.upper[at] = fixed;
          }
        }
      }),
      runs(300, 20_000),
    );
  });

  test('tells its steps, and ends when they are used up', () => {
    const program = { objective: [1, 1, 1], upper: [9, 9, 9], rows: [row([1, 1, 0], 1), row([0, 1, 1], 1)] };
    let steps = 0;
    programOf(program, (more) => (steps += more)).solve();
    expect(steps).toBeGreaterThan(0);
    const refuse = () => {
      throw new Error('used up');
    };
    expect(() => programOf(program, refuse)).toThrow('used up');
  });
});
