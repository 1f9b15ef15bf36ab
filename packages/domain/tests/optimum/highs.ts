import load, { type Highs, type Model, type SparseMatrixInput } from 'highs';
import { aimed, type IntegerProgram, type Term } from './integer-program.ts';

/** A new HiGHS of its own memory. Its types describe the CommonJS build, where the function is the module itself. */
export function newHighs(): Promise<Highs> {
  return (load as unknown as typeof load.default)();
}

/**
 * The greatest value of each aim in their order, by HiGHS: one aim after another, those before it held fast. Slower than
 * one weighted sum, and safe from its large numbers.
 */
export function optimumBy(highs: Highs, program: IntegerProgram): readonly [number, number, number, number] {
  const columns = program.lower.length;
  if (columns === 0) return [0, 0, 0, 0];
  const model = modelOf(highs, program, []);
  try {
    let found: ArrayLike<number> = [];
    for (const [index, { terms }] of program.aims.entries()) {
      model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, costsOf(columns, terms));
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
        throw new Error(`HiGHS ended with ${model.getModelStatus()}`);
      }
      found = model.getSolution().colValue;
      const reached = aimed(program, found)[index] ?? 0;
      const [indices, values] = [terms.map(([column]) => column), terms.map(([, factor]) => factor)];
      if (terms.length > 0) model.addRow(reached, highs.infinity, { indices, values });
    }
    return aimed(program, found);
  } finally {
    model.dispose();
  }
}

/** A program as a model of HiGHS, to be made the most of; its gaps below one, since every value is whole. Whoever asks disposes of it. */
export function modelOf(highs: Highs, program: IntegerProgram, worth: readonly Term[]): Model {
  const columns = program.lower.length;
  const model = highs.createModel({
    numCols: columns,
    numRows: program.rows.length,
    colCost: costsOf(columns, worth),
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rows.map(({ lower }) => lower),
    rowUpper: program.rows.map(({ upper }) => upper),
    matrix: matrixOf(program),
    integrality: new Int32Array(columns).fill(1),
    sense: highs.constants.objectiveSense.maximize,
  });
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  return model;
}

/** The rows, one after another. */
function matrixOf({ rows, lower }: IntegerProgram): SparseMatrixInput {
  const starts = [0];
  for (const { terms } of rows) starts.push((starts.at(-1) ?? 0) + terms.length);
  return {
    format: 'csr',
    numRows: rows.length,
    numCols: lower.length,
    starts,
    indices: rows.flatMap(({ terms }) => terms.map(([column]) => column)),
    values: rows.flatMap(({ terms }) => terms.map(([, factor]) => factor)),
  };
}

/** What each column is worth. */
function costsOf(columns: number, terms: readonly Term[]): Float64Array {
  const costs = new Float64Array(columns);
  for (const [column, factor] of terms) costs[column] = factor;
  return costs;
}
