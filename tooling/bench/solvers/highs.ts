import { costsOf, matrixOf, newHighs } from '@standing/domain/source/tests/optimum/highs.ts';
import { weighted } from '@standing/domain/source/tests/optimum/integer-program.ts';
import type { Solver } from '../race/program.ts';

/** HiGHS by its arrays, which spares it reading text; its gaps below one, since every value is whole. */
export async function highs(limit: number): Promise<Solver> {
  const solver = await newHighs();
  return (program) => {
    const columns = program.lower.length;
    const model = solver.createModel({
      numCols: columns,
      numRows: program.rows.length,
      colCost: costsOf(columns, weighted(program)),
      colLower: program.lower,
      colUpper: program.upper,
      rowLower: program.rows.map(({ lower }) => lower),
      rowUpper: program.rows.map(({ upper }) => upper),
      matrix: matrixOf(program),
      integrality: new Int32Array(columns).fill(1),
      sense: solver.constants.objectiveSense.maximize,
    });
    try {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: limit });
      const since = performance.now();
      model.run();
      const solving = performance.now() - since;
      const isDone = model.getModelStatus() === solver.constants.modelStatus.optimal;
      return { columns: isDone ? model.getSolution().colValue : undefined, solving };
    } finally {
      model.dispose();
    }
  };
}
