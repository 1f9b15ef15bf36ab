import * as v from 'valibot';
import { readDay } from '../calendar/day.ts';
import { date, exact, list } from '../edition/check.ts';
import { type Result, refuse } from '../edition/fault.ts';
import type { Program } from '../edition/program.ts';
import { type EvaluationRequest, type Published, programName, questionReader } from '../record/request.ts';
import { type Change, changeSchema, MAX_CHANGES } from './change.ts';
import { imagine } from './imagine.ts';
import { otherProgram } from './other-program.ts';

/** An evaluation's question, and the same question as it would be imagined. */
export type ScenarioQuestion = EvaluationRequest & {
  readonly imagined: EvaluationRequest;
  readonly changes: readonly Change[];
};

const readQuestion = questionReader({
  scenario: exact({
    changes: v.optional(list(changeSchema, MAX_CHANGES)),
    asOf: v.optional(date),
    program: v.optional(programName),
    allocate: v.optional(v.picklist(['given', 'best'])),
  }),
});

/**
 * Reads the body of `POST /v1/scenarios`: that of an evaluation with `scenario`, whose `changes` are made to the facts,
 * and whose `asOf`, `program` and `allocate` stand in for the question's. `published` has the programs that may be named
 * by id. All faults have their paths, those of a change below `scenario.changes[n]`.
 */
export function parseScenario(input: unknown, published: Published): Result<ScenarioQuestion> {
  const outcome = readQuestion(input, published);
  if (!outcome.ok) return outcome;
  const { more, ...question } = outcome.value;
  const { scenario } = more;
  let program: Program = question.program;
  if (scenario.program !== undefined) {
    const other = otherProgram(scenario.program, program.id, published, 'scenario.program');
    if (!other.ok) return other;
    program = other.value;
  }
  const asOf = scenario.asOf === undefined ? question.asOf : readDay(scenario.asOf);
  const [first] = program.editions;
  if (first === undefined || asOf < first.effectiveFrom) {
    const expected = first?.document.effectiveFrom ?? '';
    const key = scenario.asOf === undefined ? 'scenario.program' : 'scenario.asOf';
    return refuse({ path: key, code: 'before-the-first-edition', expected });
  }
  const changes = scenario.changes ?? [];
  const { individuals, partners } = question;
  const facts = imagine({ program, asOf, individuals, partners }, changes, 'scenario.changes');
  if (!facts.ok) return facts;
  const allocate = scenario.allocate ?? question.allocate;
  return { ok: true, value: { ...question, changes, imagined: { program, asOf, allocate, ...facts.value } } };
}
