import { type Covering, type Taken, tableOf } from './covering.ts';
import { type Found, search } from './search.ts';
import type { Unit } from './unit.ts';

export type { Covering, Entry, Group, Menu, Taken, Way } from './covering.ts';

/** Who takes what at least cost, with proof. */
export type Fewest = {
  /** For each group what its individuals take, at most as many as it has; who takes nothing is not listed. */
  readonly taken: readonly (readonly Taken[])[];
  /** What all of it costs. Where somebody is short it is a cost and not the least. */
  readonly cost: number;
  /** People that each row still lacks; all zero where everything can be served. */
  readonly short: readonly number[];
  /** Whether no choice leaves fewer short and, where nobody is, none costs less. */
  readonly proven: boolean;
  /** What no choice can fall below: people short in all, and the cost. Equal to what was found where that is proven. */
  readonly bound: { readonly short: number; readonly cost: number };
};

/**
 * The cheapest way to serve all rows, exact: branch and bound, depth first. Its bound is Lagrange's relaxation, which lets
 * everybody take what is best for them alone and asks rows to pay what they need, at the prices of the linear program over
 * all ways (`master.ts`); costs are whole, so that it is rounded up. Splits on "one of this group serves row r" against
 * "none of this group does".
 *
 * `spend` is told the steps of the work and may end it by throwing `OutOfSteps`: what was found till then is the answer,
 * with its bound and `proven: false`. The same problem gives the same answer on every machine.
 *
 * `floor`: where an answer that serves all is known to cost so much at least, one that costs no more is the least.
 *
 * As an integer program: x[g,w] (whole, Σ over w ≤ size of g), y[g,w,m,e] (whole, Σ over the entries e of menu m ≤
 * x[g,w]), Σ of y over entries with row r ≥ demand[r] for each row, minimise Σ cost[w] · x[g,w].
 */
export function fewest(problem: Covering, spend: (steps: number) => void, floor = 0): Fewest {
  const table = tableOf(problem);
  const sizes = problem.groups.map(({ size }) => size);
  const cheapest = search({ table, sizes, spend, slack: false, floor });
  if (cheapest.short === 0) return answer(problem, cheapest);
  // Nothing that was quickly found serves all: the question is then how many can be served at all.
  const free = { ...table, cost: new Int32Array(table.cost.length) };
  const most = search({ table: free, sizes, spend, slack: true, floor: 0 });
  if (most.short > 0) {
    const { short } = most;
    return {
      ...answer(problem, most),
      proven: most.proven,
      bound: { short: most.proven ? short : most.bound, cost: most.proven ? 0 : floor },
    };
  }
  const start = most.units.map((unit) => ({ ...unit, cost: problem.groups[unit.group]?.ways[unit.way]?.cost ?? 0 }));
  return answer(problem, search({ table, sizes, spend, slack: false, start, floor }));
}

function answer({ demand, groups }: Covering, { units, proven, bound }: Found): Fewest {
  const taken: Taken[][] = groups.map(() => []);
  const short = [...demand];
  for (const { group, way, entries, rows } of units) {
    if (way === -1) continue;
    taken[group]?.push({ way, entries });
    for (const row of rows) short[row] = Math.max(0, (short[row] as number) - 1);
  }
  const cost = units.reduce((sum: number, { group, way }: Unit) => sum + (groups[group]?.ways[way]?.cost ?? 0), 0);
  return { taken, cost, short, proven, bound: { short: 0, cost: bound } };
}
