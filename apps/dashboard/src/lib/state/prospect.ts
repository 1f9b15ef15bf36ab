import { type EvaluationRequest, type Fault, forecast, type PartnerForecast, parseForecast } from '@standing/domain';

/** What lies ahead of a partner, or why that cannot be said. */
export type Prospect =
  | { readonly ok: true; readonly forecast: PartnerForecast }
  | { readonly ok: false; readonly refusal: string };

/** Looks ahead from a day with the facts of a question. `fault` says a fault as a sentence. */
export function prospectOf(
  { program, individuals, partners }: EvaluationRequest,
  day: string,
  partner: string,
  fault: (fault: Fault) => string,
): Prospect {
  const request = parseForecast(
    { program: program.id, asOf: day, individuals, partners },
    new Map([[program.id, program]]),
  );
  const answer = request.ok ? forecast(request.value) : request;
  if (!answer.ok) return { ok: false, refusal: answer.faults.slice(0, 3).map(fault).join(' ') };
  const found = answer.value.partners.find(({ id }) => id === partner);
  if (found === undefined) throw new Error('The answer leaves out the partner that was asked about.');
  return { ok: true, forecast: found };
}
