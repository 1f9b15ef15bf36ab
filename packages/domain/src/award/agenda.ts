import type { Day } from '../calendar/day.ts';
import type { History, VerifiedAward } from './history.ts';

/** After all days. */
export const NO_DAY = 0x4000_0000;

/** The facts of an individual in the order of their days, each taken once when its day has come. */
export class Agenda {
  readonly #history: History;
  #pass = 0;
  #verified = 0;
  #agreed = 0;

  constructor(history: History) {
    this.#history = history;
  }

  /** The next day of a fact; `NO_DAY` when there is none. */
  next(): Day {
    const { passed, accepted, verified } = this.#history;
    let day = this.#pass < passed.days.length ? (passed.days[this.#pass] as Day) : NO_DAY;
    if (this.#verified < verified.length) day = Math.min(day, (verified[this.#verified] as VerifiedAward).from);
    if (this.#agreed < accepted.days.length) day = Math.min(day, accepted.days[this.#agreed] as Day);
    return day;
  }

  /** Takes all passes and acceptances before a day; whether there has ever been such a pass. */
  skipTo(day: Day): boolean {
    const { passed, accepted } = this.#history;
    while (this.#pass < passed.days.length && (passed.days[this.#pass] as Day) < day) this.#pass += 1;
    while (this.#agreed < accepted.days.length && (accepted.days[this.#agreed] as Day) < day) this.#agreed += 1;
    return this.#pass > 0;
  }

  /** An award that begins on the day or before; undefined when there is none left. */
  takeVerified(day: Day): VerifiedAward | undefined {
    const { verified } = this.#history;
    if (this.#verified >= verified.length) return undefined;
    const award = verified[this.#verified] as VerifiedAward;
    if (award.from > day) return undefined;
    this.#verified += 1;
    return award;
  }

  /** Whether an agreement was accepted on the day. */
  takeAgreed(day: Day): boolean {
    const { days } = this.#history.accepted;
    const first = this.#agreed;
    while (this.#agreed < days.length && days[this.#agreed] === day) this.#agreed += 1;
    return this.#agreed > first;
  }

  /** Takes the passes of the day: they stand in the history from the first place given here up to the next that is to be taken. */
  takePasses(day: Day): number {
    const { days } = this.#history.passed;
    const first = this.#pass;
    while (this.#pass < days.length && days[this.#pass] === day) this.#pass += 1;
    return first;
  }

  /** How many passes have been taken. */
  get passes(): number {
    return this.#pass;
  }
}
