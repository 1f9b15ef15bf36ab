import { modelOf, newHighs } from '@standing/domain/source/tests/optimum/highs.ts';
import { weighted } from '@standing/domain/source/tests/optimum/integer-program.ts';
import type { Solver } from '../race/program.ts';

/** HiGHS by its arrays, which spares it reading text; its gaps below one, since every value is whole. */
export async function highs(limit: number): Promise<Solver> {
  const solver = await newHighs();
  return (program) => {
    const model = modelOf(solver, program, weighted(program));
    try {
      model.options.set({ time_limit: limit });
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
