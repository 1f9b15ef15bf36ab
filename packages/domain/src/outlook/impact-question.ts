import * as v from 'valibot';
import { type Day, readDay } from '../calendar/day.ts';
import { date, exact, list, wholeNumber } from '../edition/check.ts';
import { at, type Fault, type Result, refuse } from '../edition/fault.ts';
import type { Program } from '../edition/program.ts';
import { type EvaluationRequest, type Published, programName, questionReader } from '../record/request.ts';
import { otherProgram } from './other-program.ts';

const MAX_DAYS = 40;
const EXAMPLES = 5;
const MAX_EXAMPLES = 100;

/** What would change for whom on these days if the editions of `after` stood in place of those of `program`? */
export type ImpactQuestion = EvaluationRequest & {
  readonly after: Program;
  /** In their order, each once; at least one. */
  readonly days: readonly Day[];
  /** The most examples of each kind. */
  readonly examples: number;
};

const readQuestion = questionReader({
  impact: exact({
    after: programName,
    days: v.optional(list(date, MAX_DAYS)),
    examples: v.optional(wholeNumber(0, MAX_EXAMPLES)),
  }),
});

/**
 * Reads the body of `POST /v1/impacts`: that of an evaluation, whose `program` is the one before, with `impact`: the
 * program `after`, the `days` to look at (`asOf` when absent) and how many `examples` of a kind. `published` has the
 * programs that may be named by id.
 */
export function parseImpact(input: unknown, published: Published): Result<ImpactQuestion> {
  const outcome = readQuestion(input, published);
  if (!outcome.ok) return outcome;
  const { more, ...question } = outcome.value;
  const { impact } = more;
  const after = otherProgram(impact.after, question.program.id, published, 'impact.after');
  if (!after.ok) return after;
  if (impact.days?.length === 0) return refuse({ path: 'impact.days', code: 'non_empty' });
  const days = impact.days?.map(readDay) ?? [question.asOf];
  const first = [question.program, after.value]
    .flatMap(({ editions }) => editions.slice(0, 1))
    .reduce((latest, edition) => (edition.effectiveFrom > latest.effectiveFrom ? edition : latest));
  const early = days.flatMap((day, index): Fault[] => {
    if (day >= first.effectiveFrom) return [];
    const path = impact.days === undefined ? 'asOf' : at('impact.days', index);
    return [{ path, code: 'before-the-first-edition', expected: first.document.effectiveFrom }];
  });
  if (early.length > 0) return refuse(...early);
  const value = {
    ...question,
    after: after.value,
    days: [...new Set(days)].sort((a, b) => a - b),
    examples: impact.examples ?? EXAMPLES,
  };
  return { ok: true, value };
}
