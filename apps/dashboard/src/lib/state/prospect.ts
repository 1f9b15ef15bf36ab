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

/** Answers that are kept: a day further and back again, or a repair tried and dropped, need no second look. */
const MOST_KEPT = 32;

/** What was looked at last of one record, by the question: the day and what is imagined. The edition follows from both. */
export class Prospects {
  readonly #kept = new Map<string, Prospect>();
  #record: object | undefined;

  of(record: object, question: string, look: () => Prospect): Prospect {
    if (record !== this.#record) this.#kept.clear();
    this.#record = record;
    const prospect = this.#kept.get(question) ?? look();
    // The one asked for last stands last.
    this.#kept.delete(question);
    this.#kept.set(question, prospect);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return prospect;
  }
}
