import { type Program, parseProgram } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { vocabularyOf } from '../vocabulary.ts';

function publishedProgram(): Program {
  const program = parseProgram(published.find((each) => each.program === 'cisco-channel')?.editions);
  if (!program.ok) throw new Error(JSON.stringify(program.faults));
  return program.value;
}

/** The published program and its words. */
export const program = publishedProgram();
export const words = vocabularyOf(program);
