import type { IntegerProgram } from '@standing/domain/source/tests/optimum/integer-program.ts';
import type { Contender, Work } from './contender.ts';

/** A solver of linear programs in whole numbers: from the program to the value of its columns; undefined when late. */
export type Solver = (program: IntegerProgram) => Promise<Solved> | Solved;
export type Solved = { readonly columns: ArrayLike<number> | undefined; readonly solving: number };

/** A contender that states each instance as a linear program and has it solved. */
export function byProgram<Instance>(
  programOf: (instance: Instance) => IntegerProgram,
  answerOf: (program: IntegerProgram, columns: ArrayLike<number>) => string,
  solve: Solver,
): Contender<Instance> {
  let instance: Instance | undefined;
  const answered = (program: IntegerProgram, { columns, solving }: Solved): Work => ({
    answer: columns === undefined ? undefined : () => answerOf(program, columns),
    solving,
  });
  return {
    take: (given) => {
      instance = given;
    },
    run: () => {
      if (instance === undefined) throw new Error('No instance');
      const program = programOf(instance);
      const solved = solve(program);
      return solved instanceof Promise ? solved.then((done) => answered(program, done)) : answered(program, solved);
    },
  };
}
