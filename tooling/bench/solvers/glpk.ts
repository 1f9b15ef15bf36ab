import { weighted } from '@standing/domain/source/tests/optimum/integer-program.ts';
import load from 'glpk.js/node';
import type { Solver } from '../race/program.ts';

/** GLPK with its presolver and cuts by default; `limit` in seconds. */
export async function glpk(limit: number): Promise<Solver> {
  const solver = await load();
  return (program) => {
    const name = (column: number): string => `x${column}`;
    const lp = {
      name: 'p',
      objective: {
        direction: solver.GLP_MAX,
        name: 'o',
        vars: weighted(program).map(([column, coef]) => ({ name: name(column), coef })),
      },
      subjectTo: program.rows.map(({ terms, lower, upper }, index) => ({
        name: `r${index}`,
        vars: terms.map(([column, coef]) => ({ name: name(column), coef })),
        bnds: boundsOf(solver, lower, upper),
      })),
      bounds: program.lower.map((lower, column) => ({
        name: name(column),
        ...boundsOf(solver, lower, program.upper[column] ?? 0),
      })),
      generals: program.lower.map((_, column) => name(column)),
    };
    const since = performance.now();
    const { result } = solver.solve(lp, { msglev: solver.GLP_MSG_OFF, presol: true, mipgap: 0, tmlim: limit });
    const solving = performance.now() - since;
    if (result.status !== solver.GLP_OPT) return { columns: undefined, solving };
    return { columns: program.lower.map((_, column) => result.vars[name(column)] ?? 0), solving };
  };
}

type Bounds = { readonly type: number; readonly lb: number; readonly ub: number };

function boundsOf(
  kinds: { GLP_FX: number; GLP_DB: number; GLP_LO: number; GLP_UP: number },
  lb: number,
  ub: number,
): Bounds {
  if (lb === ub) return { type: kinds.GLP_FX, lb, ub };
  if (ub === Number.POSITIVE_INFINITY) return { type: kinds.GLP_LO, lb, ub: 0 };
  if (lb === Number.NEGATIVE_INFINITY) return { type: kinds.GLP_UP, lb: 0, ub };
  return { type: kinds.GLP_DB, lb, ub };
}
