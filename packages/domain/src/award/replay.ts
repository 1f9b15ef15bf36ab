import type { Day } from '../calendar/day.ts';
import { addPeriod } from '../calendar/period.ts';
import type { CompiledCertification, CompiledEdition } from '../edition/compiled.ts';
import type { KnownProgram } from '../edition/known.ts';
import { leavesOf } from '../edition/node.ts';
import { type Positions, put } from '../edition/touched.ts';
import { type Budget, spend } from '../explanation/budget.ts';
import { Agenda } from './agenda.ts';
import { type Asking, completionOf, TOO_LATE } from './completion.ts';
import { EVER, passFor } from './evidence.ts';
import { Held } from './held.ts';
import type { History, VerifiedAward } from './history.ts';
import { Looks } from './looks.ts';
import { thingOf } from './marks.ts';
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
  const { editions, asOf, names } = program;
  const replaying = new Replaying(history, new Agenda(history, names.exams.count), budget);
  for (let index = 0; index < editions.length; index += 1) {
    const edition = editions[index] as CompiledEdition;
    replaying.goThrough(edition, editions[index + 1]?.effectiveFrom ?? asOf + 1, (exam) => names.exams.idOf(exam));
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
  #alive: Positions = [];
  /** Those to be asked today. */
  #today: number[] = [];

  constructor(history: History, agenda: Agenda, budget: Budget) {
    this.history = history;
    this.budget = budget;
    this.#agenda = agenda;
  }

  isActive(certification: number): boolean {
    return this.held.activeOn(certification, this.day) !== undefined;
  }

  /** The days of an edition, up to but not including `until`. */
  goThrough(edition: CompiledEdition, until: Day, nameOf: (exam: number) => string): void {
    const { effectiveFrom } = edition;
    const agenda = this.#agenda;
    for (let award = agenda.takeVerified(effectiveFrom - 1); award !== undefined; ) {
      this.#begin(verifiedPeriod(award, null, edition), edition);
      award = agenda.takeVerified(effectiveFrom - 1);
    }
    const begun = agenda.skipTo(effectiveFrom) || this.held.latest.length > 0;
    if (!begun && agenda.next() >= until) return;
    this.#alive = this.#aliveUnder(edition);
    // With the rules of a new edition all of them can complete.
    this.#today = begun ? this.#alive.slice() : this.#alive.map(() => 0);
    const looks = new Looks(edition.completionOrder.length);
    for (let day = begun ? effectiveFrom : agenda.next(); day < until; day = Math.min(agenda.next(), looks.next())) {
      this.#goThroughDay(day, edition, looks, until, nameOf);
    }
  }

  #goThroughDay(day: Day, edition: CompiledEdition, looks: Looks, until: Day, nameOf: (exam: number) => string): void {
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
    const exams: number[] = [];
    for (let exam = agenda.takePass(day); exam !== undefined; exam = agenda.takePass(day)) {
      exams.push(exam);
      add(today, touched.byExam.get(exam));
    }
    for (let word = 0; word < today.length; word += 1) {
      // Whoever requires an award stands behind it in the order, so that what it touches is still to come.
      for (let left = today[word] as number; left !== 0; left = today[word] as number) {
        today[word] = left & (left - 1);
        const position = 32 * word + 31 - Math.clz32(left & -left);
        this.#ask(completionOrder[position] as CompiledCertification, position, edition, looks, until);
      }
    }
    prolong(exams, edition, this, nameOf);
  }

  #ask(
    certification: CompiledCertification,
    position: number,
    edition: CompiledEdition,
    looks: Looks,
    until: Day,
  ): void {
    const period = completionOf(certification, edition, this);
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
    add(this.#today, touched.byCertification.get(period.certification), this.#alive);
  }

  /** An agreement can only be short for what is held already. */
  #touchHeld({ touched }: CompiledEdition): void {
    spend(this.budget, this.held.latest.length, this.history.id);
    for (const { certification } of this.held.latest) {
      const position = touched.positions.get(certification);
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

  #aliveUnder({ touched }: CompiledEdition): Positions {
    const alive = touched.byAwards.slice();
    let before = -1;
    for (const mark of this.history.passed) {
      const exam = thingOf(mark);
      if (exam === before) continue;
      before = exam;
      add(alive, touched.byExam.get(exam));
    }
    spend(this.budget, this.history.passed.length, this.history.id);
    return alive;
  }
}

/** Adds a set to another; where `among` is given, only what is in it as well. */
function add(to: number[], set: Positions | undefined, among?: Positions): void {
  if (set === undefined) return;
  for (let word = 0; word < to.length; word += 1) {
    const bits = set[word] as number;
    to[word] = (to[word] as number) | (among === undefined ? bits : bits & (among[word] as number));
  }
}

/** `edition` is the one whose rules say the grace: that of the day, or the first. */
function verifiedPeriod(
  { certification, from, until }: VerifiedAward,
  name: string | null,
  { touched, completionOrder }: CompiledEdition,
): AwardPeriod {
  const position = touched.positions.get(certification);
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
