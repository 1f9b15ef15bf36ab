import { weighted } from '@standing/domain/source/tests/optimum/integer-program.ts';
import { load } from '../peers/cp-sat/load.ts';
import type { Solver } from '../race/program.ts';

/** Its integers: far enough for every sum here, and exact as a number. */
const FAR = 2 ** 50;
const OPTIMAL: readonly unknown[] = [4, 'OPTIMAL'];

/** CP-SAT on one worker, as every contender has one core; by its own format, which its builder would make as well. */
export async function cpSat(limit: number): Promise<Solver> {
  const solver = await load();
  return async (program) => {
    const bound = (value: number): number => Math.max(-FAR, Math.min(FAR, value));
    const goal = weighted(program);
    const model = await solver.createModel({
      variables: program.lower.map((lower, column) => ({ domain: [lower, program.upper[column] ?? 0] })),
      constraints: program.rows.map(({ terms, lower, upper }) => ({
        linear: {
          vars: terms.map(([column]) => column),
          coeffs: terms.map(([, factor]) => factor),
          domain: [bound(lower), bound(upper)],
        },
      })),
      objective: { vars: goal.map(([column]) => column), coeffs: goal.map(([, factor]) => -factor), scalingFactor: -1 },
    });
    const since = performance.now();
    const { response } = await solver.solve(model, { numWorkers: 1, maxTimeInSeconds: limit });
    const solving = performance.now() - since;
    const { status, solution = [] } = response ?? {};
    return { columns: OPTIMAL.includes(status) ? solution.map(Number) : undefined, solving };
  };
}
