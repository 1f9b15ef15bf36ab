import type { Open } from '../race/contender.ts';
import type { WholeProgram } from './question.ts';
import { fromPacked, reading } from './read.ts';

export const open: Open<WholeProgram> = () => Promise.resolve(reading(fromPacked));
