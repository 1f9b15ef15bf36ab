import type { Open } from '../race/contender.ts';
import type { WholeProgram } from './question.ts';
import { evaluating, fromPacked } from './read.ts';

export const open: Open<WholeProgram> = () => Promise.resolve(evaluating(fromPacked));
