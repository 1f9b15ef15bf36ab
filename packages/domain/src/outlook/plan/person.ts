import type { Individual } from '../../award/individual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Budget } from '../../explanation/budget.ts';
import type { IndividualFacts } from '../../record/schema.ts';
import type { Row, Scene } from './aim.ts';
import { type AtBest, better, type PersonWay } from './at-best.ts';
import type { ExamSet } from './exam-sets.ts';
import { has, isSubset, type RowSet } from './row-set.ts';
import { type Doing, daysToTry, doings, Trials } from './trial.ts';

/** What all individuals of a plan have in common. */
export type PlanScene = {
  readonly scenes: readonly Scene[];
  readonly rows: readonly Row[];
  readonly spans: Parameters<typeof daysToTry>[2];
  /** Exams by their numbers. */
  readonly exams: readonly string[];
  /** Agreements that recertifying any of the awards in question asks for. */
  readonly agreements: readonly string[];
  readonly budget: Budget;
};

/** A set of exams of which a trial showed that it does not always do what the rules allow at best. */
type Tried = {
  /** What was found that it does, with so many exams more. */
  readonly real: readonly PersonWay[];
  /** Stands for what was not tried out: from so many exams on. Undefined where there is nothing more. */
  readonly rest: PersonWay | undefined;
};

/** So many trials are made of a way before another plan is looked for. */
const FIRST_TRIALS = 120;

/**
 * What one individual can do, first as the rules allow at best (`ways.ts`). Where a trial shows that days do not let it be
 * so, the set gives way to what it was found to do and to a rest that no trial has touched; when that is chosen again it
 * is gone through whole, then with one exam more, and so on. So no way is ever said to cost more than it does.
 */
export class Person {
  readonly facts: IndividualFacts;
  /** Whether a plan is looked for with them; for a bound everybody is asked. */
  readonly isAsked: boolean;
  readonly #before: Individual;
  readonly #plan: PlanScene;
  readonly #sittings: (exam: string) => readonly { readonly from: Day; readonly until: Day }[];
  readonly #atBest: AtBest;
  #replays: Trials | undefined;
  #toTry: ReturnType<typeof daysToTry> | undefined;
  /** By the set of exams. */
  readonly #tried = new Map<string, Tried>();
  readonly #found = new Map<string, Doing>();
  #ways: { readonly of: readonly PersonWay[]; readonly ways: readonly PersonWay[] } | undefined;

  constructor(
    facts: IndividualFacts,
    before: Individual,
    plan: PlanScene,
    atBest: AtBest,
    isAsked: boolean,
    sittings: (exam: string) => readonly { readonly from: Day; readonly until: Day }[],
  ) {
    this.facts = facts;
    this.isAsked = isAsked;
    this.#plan = plan;
    this.#atBest = atBest;
    this.#sittings = sittings;
    this.#before = before;
  }

  get #trials(): Trials {
    const { scenes, rows, budget } = this.#plan;
    this.#replays ??= new Trials(this.facts, scenes, rows, budget);
    return this.#replays;
  }

  get #possible(): ReturnType<typeof daysToTry> {
    const { scenes, spans, exams, budget } = this.#plan;
    this.#toTry ??= daysToTry(this.#before, scenes, spans, exams.flatMap(this.#sittings), budget);
    return this.#toTry;
  }

  /** The days on which something would be done, the last first. */
  get days(): readonly Day[] {
    return this.#possible.days;
  }

  /** Every way that could be better than another, cheapest first; the same list until `refine` changes something. */
  ways(): readonly PersonWay[] {
    if (this.#tried.size === 0) return this.#atBest.ways();
    const of = this.#atBest.all();
    if (this.#ways?.of !== of) this.#ways = { of, ways: better(this.#replaced(of), this.#plan.budget) };
    return this.#ways.ways;
  }

  /** The same where some sets of exams, by their numbers, must not be sat. */
  waysWithout(banned: ReadonlySet<string>): readonly PersonWay[] {
    const all = this.#replaced(this.#atBest.all()).filter(({ exams, open }) => open || !banned.has(exams.join()));
    return better(all, this.#plan.budget);
  }

  #replaced(atBest: readonly PersonWay[]): readonly PersonWay[] {
    return atBest.flatMap((way) => {
      const tried = way.open ? undefined : this.#tried.get(way.exams.join());
      if (tried === undefined) return way;
      return tried.rest === undefined ? tried.real : [...tried.real, tried.rest];
    });
  }

  /** The smallest sets of exams that a row takes as the rules allow at best. */
  setsFor(row: number): readonly ExamSet[] {
    return this.#atBest.setsFor(row);
  }

  /** The same way for a set of exams as `ways` would have it, before any trial. */
  wayOf(set: ExamSet): PersonWay {
    return this.#atBest.wayOf(set);
  }

  /** How a way can be done so that these rows are served; undefined where that was not found, and then `ways` has changed. */
  tryOut(way: PersonWay, rows: readonly number[]): Doing | undefined {
    if (way.doing !== undefined || way.open) return way.doing;
    const key = `${way.exams.join()} ${rows.join()}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const real: PersonWay[] = [];
    const { found, whole } = this.#collect(way.exams, way.serves, real, FIRST_TRIALS, rows);
    if (found !== undefined) this.#found.set(key, found);
    else this.#replace(way, real, whole && this.#possible.whole ? way.cost + 1 : way.cost);
    return found;
  }

  /** Looks closer at what an open way stands for; false where that is not possible. */
  refine(way: PersonWay): boolean {
    const key = way.exams.join();
    const tried = this.#tried.get(key);
    if (tried?.rest === undefined || tried.rest.exams !== way.exams) return this.#atBest.raise(way);
    if (!this.#possible.whole) return false;
    const { cost } = tried.rest;
    const real = [...tried.real];
    for (const set of this.#larger(way.exams, cost)) this.#collect(set, way.serves, real);
    this.#replace(way, real, cost + 1);
    return true;
  }

  #replace(way: PersonWay, real: readonly PersonWay[], cost: number): void {
    const none = cost > 2 * this.#plan.exams.length;
    const rest: PersonWay | undefined = none ? undefined : { ...way, cost, doing: undefined, open: true };
    this.#tried.set(way.exams.join(), { real, rest });
    this.#ways = undefined;
  }

  /** Adds what a set is found to do of what it promises, until it does all of it or what is asked. */
  #collect(
    set: ExamSet,
    promised: RowSet,
    real: PersonWay[],
    most = Number.POSITIVE_INFINITY,
    rows?: readonly number[],
  ): { readonly found?: Doing; readonly whole: boolean } {
    let trials = 0;
    for (const doing of this.#doings(set)) {
      trials += 1;
      if (trials > most) return { whole: false };
      const serves = this.served(doing);
      if (rows?.every((row) => has(serves, row)) === true) return { found: doing, whole: false };
      if (real.some((way) => way.cost <= set.length && isSubset(serves, way.serves))) continue;
      real.push({ exams: set, cost: set.length, serves, doing, open: false });
      if (isSubset(promised, serves)) break;
    }
    return { whole: true };
  }

  served(doing: Doing): RowSet {
    return this.#trials.servedBy(doing);
  }

  canSit(exam: string, day: Day): boolean {
    return this.#sittings(exam).some(({ from, until }) => from <= day && day < until);
  }

  #doings(set: ExamSet): Generator<Doing> {
    const { exams, agreements } = this.#plan;
    return doings(
      set,
      this.days,
      (number) => exams[number] as string,
      (exam, day) => this.canSit(exam, day),
      agreements,
    );
  }

  /** The sets of so many exams that have all of one; each exam at most twice. */
  *#larger(set: ExamSet, size: number, from = 0): Generator<ExamSet> {
    if (set.length === size) {
      yield set;
      return;
    }
    for (let exam = from; exam < this.#plan.exams.length; exam += 1) {
      if (this.#sittings(this.#plan.exams[exam] as string).length === 0) continue;
      if (set.filter((own) => own === exam).length >= 2) continue;
      yield* this.#larger(
        [...set, exam].sort((a, b) => a - b),
        size,
        exam,
      );
    }
  }
}
