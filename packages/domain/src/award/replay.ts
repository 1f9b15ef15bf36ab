import type { Day } from '../calendar/day.ts';
import { addPeriod } from '../calendar/period.ts';
import type { CompiledCertification, CompiledEdition } from '../edition/compiled.ts';
import type { KnownProgram } from '../edition/known.ts';
import { leavesOf } from '../edition/node.ts';
import { addBits, type Bits, emptyBits, hasAll, put } from '../edition/touched.ts';
import { type Budget, spend } from '../explanation/budget.ts';
import { Agenda } from './agenda.ts';
import { type Asking, completionOf, TOO_LATE } from './completion.ts';
import { EVER, passFor } from './evidence.ts';
import { Held } from './held.ts';
import type { History, VerifiedAward } from './history.ts';
import { Looks } from './looks.ts';
import type { AwardPeriod } from './period.ts';
import { prolong } from './prolong.ts';

// Read here by the plan.
export { type AwardPeriod, type Awards, overOn } from './period.ts';

/** To come to a day at all, in steps. */
const DAY_STEPS = 10;

/**
 * Goes through the days on which something happens, in order, and gives every period of every award up to the
 * program's day. On each day: what has run out is over, verified awards begin, certifications complete (those that
 * others require first), exams prolong what is then active. Only those certifications are asked that something of the
 * day can bring to completion (`edition/touched.ts` says why no other can).
 */
export function replay(program: KnownProgram, history: History, budget: Budget): Held {
  const { editions, asOf } = program;
  const replaying = new Replaying(history, budget);
  for (let index = 0; index < editions.length; index += 1) {
    const edition = editions[index] as CompiledEdition;
    replaying.goThrough(edition, editions[index + 1]?.effectiveFrom ?? asOf + 1);
  }
  return replaying.held;
}

class Replaying implements Asking {
  readonly history: History;
  readonly budget: Budget;
  readonly held = new Held();
  day: Day = EVER;
  since: Day = EVER;
  readonly #agenda: Agenda;
  /** Of the edition that is gone through: those that the individual's passes could bring to completion, or awards alone. */
  #alive: Bits = [];
  /** The exams passed so far. */
  #passed: number[] = [];
  /** Those to be asked today. */
  #today: number[] = [];

  constructor(history: History, budget: Budget) {
    this.history = history;
    this.budget = budget;
    this.#agenda = new Agenda(history);
  }

  isActive(certification: number): boolean {
    return this.held.activeOn(certification, this.day) !== undefined;
  }

  /** The days of an edition, up to but not including `until`. */
  goThrough(edition: CompiledEdition, until: Day): void {
    const { effectiveFrom } = edition;
    const agenda = this.#agenda;
    for (let award = agenda.takeVerified(effectiveFrom - 1); award !== undefined; ) {
      this.#begin(verifiedPeriod(award, null, edition), edition);
      award = agenda.takeVerified(effectiveFrom - 1);
    }
    const begun = agenda.skipTo(effectiveFrom) || this.held.latest.length > 0;
    if (!begun && agenda.next() >= until) return;
    this.#prepare(edition, begun);
    const looks = new Looks(edition.completionOrder.length);
    for (let day = begun ? effectiveFrom : agenda.next(); day < until; day = Math.min(agenda.next(), looks.next())) {
      this.#goThroughDay(day, edition, looks, until);
    }
  }

  /** `begun` says that there are passes or awards from before the edition: with its rules all of them can complete. */
  #prepare({ touched }: CompiledEdition, begun: boolean): void {
    const { things } = this.history.passed;
    const { words, examWords, byExam, byAwards } = touched;
    spend(this.budget, things.length + examWords, this.history.id);
    const alive = emptyBits(words);
    addBits(alive, byAwards);
    this.#passed = emptyBits(examWords);
    for (let index = 0; index < things.length; index += 1) {
      const exam = byExam[things[index] as number];
      if (exam === undefined) continue;
      addBits(alive, exam.positions);
      if (index < this.#agenda.passes) this.#passed[exam.word] = (this.#passed[exam.word] as number) | exam.bit;
    }
    this.#alive = alive;
    this.#today = emptyBits(words);
    if (begun) addBits(this.#today, alive);
  }

  #goThroughDay(day: Day, edition: CompiledEdition, looks: Looks, until: Day): void {
    const { touched, completionOrder } = edition;
    const agenda = this.#agenda;
    const today = this.#today;
    spend(this.budget, DAY_STEPS, this.history.id);
    this.day = day;
    for (let award = agenda.takeVerified(day); award !== undefined; award = agenda.takeVerified(day)) {
      this.#begin(verifiedPeriod(award, edition.document.edition, edition), edition);
    }
    for (let look = looks.take(day); look !== undefined; look = looks.take(day)) put(today, look);
    if (agenda.takeAgreed(day)) this.#touchHeld(edition);
    const { things } = this.history.passed;
    const first = agenda.takePasses(day);
    for (let index = first; index < agenda.passes; index += 1) {
      const exam = touched.byExam[things[index] as number];
      if (exam === undefined) continue;
      this.#passed[exam.word] = (this.#passed[exam.word] as number) | exam.bit;
      addBits(today, exam.positions);
    }
    for (let word = 0; word < today.length; word += 1) {
      // Whoever requires an award stands behind it in the order, so that what it touches is still to come.
      for (let left = today[word] as number; left !== 0; left = today[word] as number) {
        today[word] = left & (left - 1);
        const position = 32 * word + 31 - Math.clz32(left & -left);
        this.#ask(completionOrder[position] as CompiledCertification, position, edition, looks, until);
      }
    }
    if (this.held.latest.length > 0) prolong(first, agenda.passes, edition, this);
  }

  #ask(
    certification: CompiledCertification,
    position: number,
    edition: CompiledEdition,
    looks: Looks,
    until: Day,
  ): void {
    const previous = this.held.of(certification.number);
    // An exam that is needed and was never passed will be a fact of its own day.
    if (previous === undefined && !hasAll(this.#passed, edition.touched.needs[position] as Bits)) return;
    const period = completionOf(certification, previous, edition, this);
    if (period === TOO_LATE) {
      if (certification.restsOnAwards) this.#lookAtLosses(certification, position, looks, until);
    } else if (period !== undefined) this.#begin(period, edition);
    for (const turn of certification.turns) {
      if (turn <= this.day || turn >= until) continue;
      looks.add(turn, position);
      return;
    }
  }

  #begin(period: AwardPeriod, { touched }: CompiledEdition): void {
    this.held.begin(period);
    const positions = touched.byCertification[period.certification];
    if (positions !== undefined) addBits(this.#today, positions, this.#alive);
  }

  /** An agreement can only be short for what is held already. */
  #touchHeld({ touched }: CompiledEdition): void {
    spend(this.budget, this.held.latest.length, this.history.id);
    for (const { certification } of this.held.latest) {
      const position = touched.positions[certification];
      if (position !== undefined) put(this.#today, position);
    }
  }

  /** What is met too late can complete when the evidence that is too old counts no longer. */
  #lookAtLosses({ requires }: CompiledCertification, position: number, looks: Looks, until: Day): void {
    for (const leaf of leavesOf(requires)) {
      spend(this.budget, 1, this.history.id);
      let day: Day | undefined;
      if (leaf.rule === 'certification') day = this.held.activeOn(leaf.number, this.day)?.until;
      else if (leaf.within !== undefined) {
        const pass = passFor(leaf, this);
        if (pass !== undefined) day = addPeriod(pass, leaf.within);
      }
      if (day !== undefined && day < until) looks.add(day, position);
    }
  }
}

/** `edition` is the one whose rules say the grace: that of the day, or the first. */
function verifiedPeriod(
  { certification, from, until }: VerifiedAward,
  name: string | null,
  { touched, completionOrder }: CompiledEdition,
): AwardPeriod {
  const position = touched.positions[certification];
  return {
    certification,
    kind: 'verified',
    edition: name,
    from,
    until,
    grace: position === undefined ? undefined : completionOrder[position]?.recertification.gracePeriod,
    passes: [],
    since: EVER,
    extensions: [],
    before: undefined,
  };
}
