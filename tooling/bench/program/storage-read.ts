import type { Open } from '../race/contender.ts';
import { fromStorage } from './from-storage.ts';
import type { WholeProgram } from './question.ts';
import { reading } from './read.ts';

export const open: Open<WholeProgram> = () => Promise.resolve(reading(fromStorage));
