import {
  type Evaluation,
  type EvaluationRequest,
  evaluate,
  type Facts,
  type Fault,
  type Imagined,
  type Program,
  parseProgram,
  parseRequest,
  parseScenario,
  type Result,
  type Scenario,
  type ScenarioQuestion,
  scenarioOf,
} from '@standing/domain';
import { addPeriod, isDay } from '../reading/calendar.ts';
import { Entries } from '../reading/entries.ts';
import { changesOf, editionsUnder } from '../reading/suppose.ts';
import type { Supposition } from '../reading/supposition.ts';
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

/** Whose record: its facts and the partner that they are about. */
export type WhoseFacts = { readonly facts: Facts; readonly partner: string };

/** What is imagined on the day shown, and what comes of it. */
export type Imagination = { readonly question: ScenarioQuestion; readonly scenario: Scenario };

/** A record on a day as it is shown. */
export type Shown = {
  /** The question that was answered: its facts have what is imagined in them. */
  readonly question: EvaluationRequest;
  readonly evaluation: Imagined<Evaluation>;
  /** Undefined where nothing is imagined on this day. */
  readonly imagination: Imagination | undefined;
};

/** A record on a day. The line runs once for each day that is shown; what cannot be shown changes nothing. */
export class Standing {
  readonly #program: Program;
  readonly #entries: Entries;
  readonly #say: (fault: Fault) => string;
  #record: WhoseFacts = $state.raw() as WhoseFacts;
  #suppositions: readonly Supposition[] = $state.raw([]);
  #shown: Shown = $state.raw() as Shown;

  /**
   * `say` says a fault as a sentence.
   * @throws {Error} where the record cannot be shown on its first day
   */
  constructor(program: Program, record: WhoseFacts, say: (fault: Fault) => string, day: string) {
    this.#program = program;
    this.#entries = new Entries(program);
    this.#say = say;
    const refusal = this.show(day, record);
    if (refusal !== '') throw new Error(refusal);
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** The day shown, `YYYY-MM-DD`. */
  get day(): string {
    return this.#shown.evaluation.asOf;
  }

  /** What is imagined, on whatever day. */
  get suppositions(): readonly Supposition[] {
    return this.#suppositions;
  }

  /** Shows a day, of another record or with other things imagined where they are given; or says why it cannot, and keeps what is shown. */
  show(day: string, record = this.#record, suppositions = this.#suppositions): string {
    const isNew = record !== this.#record || suppositions !== this.#suppositions;
    const answer = !isDay(day)
      ? noSuchDay(day)
      : isNew
        ? this.#askWhole(day, record, suppositions)
        : this.#ask(day, record, suppositions);
    if (typeof answer === 'string') return answer;
    if (!answer.ok) {
      return answer.faults.slice(0, 3).map(this.#say).join(' ');
    }
    this.#record = record;
    this.#suppositions = suppositions;
    this.#shown = answer.value;
    return '';
  }

  /** What begins later makes sense on the day on which all of it has begun, or not at all. */
  #askWhole(day: string, record: WhoseFacts, suppositions: readonly Supposition[]): Result<Shown> {
    const last = [day, ...suppositions.map(({ on }) => on)].sort().at(-1) ?? day;
    const whole = this.#ask(last, record, suppositions);
    return last === day || !whole.ok ? whole : this.#ask(day, record, suppositions);
  }

  #ask(day: string, { facts, partner }: WhoseFacts, suppositions: readonly Supposition[]): Result<Shown> {
    const published = new Map([[this.#program.id, this.#program]]);
    const input = { program: this.#program.id, asOf: day, ...facts };
    // What begins after the day is not there yet.
    const begun = suppositions.filter(({ on }) => on <= day);
    const own = facts.partners.find(({ id }) => id === partner);
    if (begun.length === 0 || own === undefined) {
      const question = parseRequest(input, published);
      const outcome = question.ok ? evaluate(question.value) : question;
      if (!question.ok || !outcome.ok) return outcome as Result<never>;
      return { ok: true, value: { question: question.value, evaluation: outcome.value, imagination: undefined } };
    }
    const bestOn = (on: string) => {
      const answer = this.#ask(on, { facts, partner }, []);
      return answer.ok ? (answer.value.evaluation.partners.find(({ id }) => id === partner)?.allocations ?? []) : [];
    };
    const endOf = (certification: string, on: string) => {
      const validity = this.#entries.certification(certification, this.#entries.inForce(on).edition)?.validity;
      return validity === undefined ? undefined : addPeriod(on, validity);
    };
    const changes = changesOf(begun, own, { bestOn, endOf });
    const editions = editionsUnder(this.#entries.all, begun);
    const other = editions === this.#entries.all ? {} : { program: editions };
    const question = parseScenario({ ...input, scenario: { changes, ...other } }, published);
    if (!question.ok) return question;
    const outcome = scenarioOf(question.value);
    if (!outcome.ok) return outcome;
    const imagination = { question: question.value, scenario: outcome.value };
    return { ok: true, value: { question: question.value.imagined, evaluation: outcome.value, imagination } };
  }
}
