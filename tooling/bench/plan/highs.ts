import type { Covering } from '@standing/domain/source/src/outlook/plan/covering.ts';
import type { Open } from '../race/contender.ts';
import { byProgram } from '../race/program.ts';
import { highs } from '../solvers/highs.ts';
import { costOf, programOf } from './program.ts';

export const open: Open<Covering> = async (limit) => byProgram(programOf, costOf, await highs(limit));
