import { type Evaluation, evaluate, type Facts, type Program, parseProgram, parseRequest } from '@standing/domain';
import type { Words } from '@standing/domain/words';
import { isDay } from '../reading/calendar.ts';
import { noSuchDay } from '../texts/day.ts';

/**
 * Reads a program's editions.
 * @throws {Error} where they have faults: then the build is broken, not the visitor's input
 */
export function openProgram(editions: readonly unknown[]): Program {
  const program = parseProgram(editions);
  if (!program.ok) throw new Error(`The published program has faults: ${JSON.stringify(program.faults)}`);
  return program.value;
}

/** An answer, or why there is none. */
type Answer = { readonly ok: true; readonly value: Evaluation } | { readonly ok: false; readonly refusal: string };

/** A record on a day. The line runs once for each day that is shown; what cannot be shown changes nothing. */
export class Standing {
  readonly #program: Program;
  readonly #words: Words;
  #facts: Facts = $state.raw() as Facts;
  #evaluation: Evaluation = $state.raw() as Evaluation;

  /** @throws {Error} where the record cannot be shown on its first day */
  constructor(program: Program, facts: Facts, words: Words, day: string) {
    this.#program = program;
    this.#words = words;
    const refusal = this.show(day, facts);
    if (refusal !== '') throw new Error(refusal);
  }

  /** The day shown, `YYYY-MM-DD`. */
  get day(): string {
    return this.#evaluation.asOf;
  }

  get evaluation(): Evaluation {
    return this.#evaluation;
  }

  /** Shows a day, of another record where one is given; or says why it cannot, and keeps what is shown. */
  show(day: string, facts = this.#facts): string {
    const answer = this.#ask(day, facts);
    if (!answer.ok) return answer.refusal;
    this.#facts = facts;
    this.#evaluation = answer.value;
    return '';
  }

  /** The same record on another day; undefined where it has no answer. */
  on(day: string): Evaluation | undefined {
    const answer = this.#ask(day, this.#facts);
    return answer.ok ? answer.value : undefined;
  }

  #ask(day: string, facts: Facts): Answer {
    if (!isDay(day)) return { ok: false, refusal: noSuchDay(day) };
    const input = { program: this.#program.id, asOf: day, ...facts };
    const request = parseRequest(input, new Map([[this.#program.id, this.#program]]));
    const outcome = request.ok ? evaluate(request.value) : request;
    if (outcome.ok) return { ok: true, value: outcome.value };
    return {
      ok: false,
      refusal: outcome.faults
        .slice(0, 3)
        .map((fault) => this.#words.fault(fault))
        .join(' '),
    };
  }
}
