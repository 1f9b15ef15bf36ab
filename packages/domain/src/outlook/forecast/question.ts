import * as v from 'valibot';
import { type Day, LAST_DAY, readDay } from '../../calendar/day.ts';
import { addPeriod, readPeriod } from '../../calendar/period.ts';
import { date } from '../../edition/check.ts';
import { type Result, refuse } from '../../edition/fault.ts';
import { type EvaluationRequest, type Published, questionReader } from '../../record/request.ts';

/** One question, checked: when do these partners' holdings and levels break, if nothing new happens? */
export type ForecastRequest = EvaluationRequest & {
  /** The first day that is not looked at. */
  readonly until: Day;
};

/**
 * How far a forecast looks where the question does not say. Longer than any award of the published program lasts, so
 * that what is not renewed is seen to end; the cost is that of the days on which something changes, not of the years.
 */
const HORIZON = readPeriod('P5Y');

const readQuestion = questionReader({ until: v.optional(date) });

/** Reads the body of `POST /v1/forecasts`: an evaluation's, with `until?`, which may not lie before `asOf`. */
export function parseForecast(input: unknown, published: Published): Result<ForecastRequest> {
  const question = readQuestion(input, published);
  if (!question.ok) return question;
  const { more, ...request } = question.value;
  const until = more.until === undefined ? undefined : readDay(more.until);
  if (until !== undefined && until < request.asOf) {
    return refuse({ path: 'until', code: 'ends-before-it-begins' });
  }
  return { ok: true, value: { ...request, until: until ?? Math.min(LAST_DAY, addPeriod(request.asOf, HORIZON)) } };
}
