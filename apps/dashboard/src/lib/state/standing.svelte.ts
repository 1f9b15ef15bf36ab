import {
  type Evaluation,
  type EvaluationRequest,
  evaluate,
  type Facts,
  type Program,
  parseProgram,
  parseRequest,
} from '@standing/domain';
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

/** A record on a day. The line runs once for each day that is shown; a day that cannot be shown changes nothing. */
export class Standing {
  readonly #program: Program;
  readonly #facts: Facts;
  readonly #words: Words;
  #request: EvaluationRequest = $state.raw() as EvaluationRequest;
  #day = $state('');

  readonly evaluation: Evaluation = $derived.by(() => {
    const outcome = evaluate(this.#request);
    if (!outcome.ok) throw new Error(`The record cannot be evaluated: ${JSON.stringify(outcome.faults)}`);
    return outcome.value;
  });

  /** @throws {Error} where the record cannot be shown on its first day */
  constructor(program: Program, facts: Facts, words: Words, day: string) {
    this.#program = program;
    this.#facts = facts;
    this.#words = words;
    const refusal = this.show(day);
    if (refusal !== '') throw new Error(refusal);
  }

  /** The day shown, `YYYY-MM-DD`. */
  get day(): string {
    return this.#day;
  }

  /** Shows a day; or says why it cannot, and keeps the one that is shown. */
  show(day: string): string {
    if (!isDay(day)) return noSuchDay(day);
    const input = { program: this.#program.id, asOf: day, ...this.#facts };
    const request = parseRequest(input, new Map([[this.#program.id, this.#program]]));
    if (!request.ok) return request.faults.map((fault) => this.#words.fault(fault)).join(' ');
    this.#request = request.value;
    this.#day = day;
    return '';
  }
}
