import { type Day, FIRST_DAY } from '../calendar/day.ts';
import type { History, VerifiedAward } from './history.ts';
import { dayOfMark, inOrder, type Marks, thingOf } from './marks.ts';

const NO_DAY = Number.POSITIVE_INFINITY;
const NONE: readonly never[] = [];

/** The facts of an individual in the order of their days, each taken once when its day has come. */
export class Agenda {
  readonly #exams: number;
  /** Passes, each as the number of its day times the number of exams, plus the exam. */
  readonly #passes: readonly number[];
  #nextPass = 0;
  readonly #verified: readonly VerifiedAward[];
  #nextVerified = 0;
  /** Days on which something was accepted. */
  readonly #agreed: readonly Day[];
  #nextAgreed = 0;

  /** `exams` is how many exams have a number. */
  constructor({ passed, accepted, verified }: History, exams: number) {
    this.#exams = exams;
    this.#passes = passesInTime(passed, exams);
    this.#agreed = accepted.length === 0 ? NONE : inOrder(accepted.map(dayOfMark));
    this.#verified = verified;
  }

  /** The next day of a fact; infinite when there is none. */
  next(): Day {
    let day = this.#passDay();
    const award = this.#verified[this.#nextVerified];
    if (award !== undefined && award.from < day) day = award.from;
    const agreed = this.#agreed[this.#nextAgreed];
    return agreed !== undefined && agreed < day ? agreed : day;
  }

  /** Takes all passes and acceptances before a day; whether there has ever been such a pass. */
  skipTo(day: Day): boolean {
    while (this.#passDay() < day) this.#nextPass += 1;
    while ((this.#agreed[this.#nextAgreed] ?? NO_DAY) < day) this.#nextAgreed += 1;
    return this.#nextPass > 0;
  }

  /** An award that begins on the day or before; undefined when there is none left. */
  takeVerified(day: Day): VerifiedAward | undefined {
    const award = this.#verified[this.#nextVerified];
    if (award === undefined || award.from > day) return undefined;
    this.#nextVerified += 1;
    return award;
  }

  /** Whether an agreement was accepted on the day. */
  takeAgreed(day: Day): boolean {
    if (this.#agreed[this.#nextAgreed] !== day) return false;
    this.#nextAgreed += 1;
    return true;
  }

  /** The number of an exam that was passed on the day; undefined when there is none left. */
  takePass(day: Day): number | undefined {
    if (this.#passDay() !== day) return undefined;
    const exam = (this.#passes[this.#nextPass] as number) - (day - FIRST_DAY) * this.#exams;
    this.#nextPass += 1;
    return exam;
  }

  #passDay(): Day {
    const pass = this.#passes[this.#nextPass];
    return pass === undefined ? NO_DAY : ((pass / this.#exams) | 0) + FIRST_DAY;
  }
}

function passesInTime(passed: Marks, exams: number): readonly number[] {
  const passes: number[] = [];
  for (const mark of passed) passes.push((dayOfMark(mark) - FIRST_DAY) * exams + thingOf(mark));
  return inOrder(passes);
}
