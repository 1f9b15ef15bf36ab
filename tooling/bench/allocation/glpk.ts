import { aimed } from '@standing/domain/source/tests/optimum/integer-program.ts';
import type { OpenPartner } from '@standing/domain/source/tests/optimum/partner.ts';
import { programOf } from '@standing/domain/source/tests/optimum/program-of.ts';
import type { Open } from '../race/contender.ts';
import { byProgram } from '../race/program.ts';
import { glpk } from '../solvers/glpk.ts';

export const open: Open<OpenPartner> = async (limit) =>
  byProgram(programOf, (program, columns) => aimed(program, columns).join(), await glpk(limit));
