import * as v from 'valibot';
import { LAST_DAY, readDay } from '../../calendar/day.ts';
import { date, exact, id, list, wholeNumber } from '../../edition/check.ts';
import { at, type Fault, type Result, refuse, shown } from '../../edition/fault.ts';
import { editionOn } from '../../edition/known.ts';
import { type EvaluationRequest, type Published, questionReader } from '../../record/request.ts';

/** What is to be true, by when, for whom. */
const planSchema = exact({
  partner: id,
  by: date,
  target: exact({
    specializations: v.optional(list(id)),
    channelLevel: v.optional(id),
    renewals: v.optional(v.literal(true)),
  }),
  alternatives: v.optional(wholeNumber(0, 3)),
});

export type PlanTarget = v.InferOutput<typeof planSchema>['target'];

/** One question, checked: which exams, sat after `asOf` and by `by`, make the target of a partner true? */
export type PlanRequest = EvaluationRequest & { readonly more: { readonly plan: v.InferOutput<typeof planSchema> } };

const read = questionReader({ plan: planSchema });

/**
 * Reads the body of `POST /v1/plans`: that of an evaluation with `plan`. Beside an evaluation's faults: a partner that is
 * not in the facts, a day that is not after `asOf`, a target with nothing in it, and a specialization or level that the
 * edition in force on `by` does not have.
 */
export function parsePlanRequest(input: unknown, published: Published): Result<PlanRequest> {
  const question = read(input, published);
  if (!question.ok) return question;
  const { program, asOf, partners, more } = question.value;
  const { partner, by, target } = more.plan;
  const faults: Fault[] = [];
  const day = readDay(by);
  if (!partners.some((entry) => entry.id === partner)) {
    faults.push({ path: 'plan.partner', code: 'unknown-partner', received: shown(partner) });
  }
  if (day <= asOf || day >= LAST_DAY) faults.push({ path: 'plan.by', code: 'not-after', received: by });
  const specializations = target.specializations ?? [];
  if (specializations.length === 0 && target.channelLevel === undefined && target.renewals === undefined) {
    faults.push({ path: 'plan.target', code: 'no-target' });
  }
  const edition = editionOn(program, Math.max(day, asOf));
  for (const [index, each] of specializations.entries()) {
    if (edition?.specializations.has(each) === true) continue;
    faults.push({
      path: at('plan.target.specializations', index),
      code: 'undefined',
      expected: 'specialization',
      received: shown(each),
    });
  }
  const level = target.channelLevel;
  if (level !== undefined && edition?.channelLevels.has(level) !== true) {
    faults.push({
      path: 'plan.target.channelLevel',
      code: 'undefined',
      expected: 'level',
      received: shown(level),
    });
  }
  return faults.length > 0 ? refuse(...faults.slice(0, 100)) : { ok: true, value: question.value };
}
