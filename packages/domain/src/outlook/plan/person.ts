import type { Individual } from '../../award/individual.ts';
import type { Day } from '../../calendar/day.ts';
import type { Budget } from '../../explanation/budget.ts';
import type { IndividualFacts } from '../../record/schema.ts';
import type { Row, Scene } from './aim.ts';
import { type AtBest, better, type PersonWay } from './at-best.ts';
import type { ExamSet } from './exam-sets.ts';
import { has, isEmpty, isSubset, type RowSet } from './row-set.ts';
import { type Doing, daysToTry, doings, MOST_TRIALS, servedBy } from './trial.ts';

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
  /** How many more trials there may be while ways are gone through one by one. */
  readonly trials: { left: number };
};

/**
 * What one individual can do, first as the rules allow at best (`ways.ts`); where a trial shows that days do not let it be
 * so, gone through one by one up to the size in question. So no way is ever said to cost more than it does.
 */
export class Person {
  readonly facts: IndividualFacts;
  #certain = true;
  readonly #plan: PlanScene;
  readonly #sittings: (exam: string) => readonly { readonly from: Day; readonly until: Day }[];
  readonly #days: readonly Day[];
  readonly #allDays: boolean;
  readonly #atBest: AtBest;
  #ways: readonly PersonWay[] | undefined;
  readonly #tried = new Map<string, Doing | null>();
  /** Sizes up to which every set of exams was tried out, and what came of it. */
  #exact = -1;
  #real: readonly PersonWay[] = [];
  /** Whether there is nothing beyond what was tried out. */
  #closed = false;

  constructor(
    facts: IndividualFacts,
    before: Individual,
    plan: PlanScene,
    atBest: AtBest,
    sittings: (exam: string) => readonly { readonly from: Day; readonly until: Day }[],
  ) {
    this.facts = facts;
    this.#plan = plan;
    this.#atBest = atBest;
    this.#sittings = sittings;
    const { scenes, spans, exams } = plan;
    const { days, whole } = daysToTry(before, scenes, spans, exams.flatMap(sittings));
    this.#days = days;
    this.#allDays = whole;
  }

  /** Whether nothing was cut short: else what its ways cost proves nothing. */
  get certain(): boolean {
    return this.#certain && this.#atBest.certain;
  }

  /** Every way that could be better than another, cheapest first; the same list until a trial fails. */
  ways(): readonly PersonWay[] {
    if (this.#exact < 0) return this.#atBest.ways();
    this.#ways ??= better(this.#all(this.#atBest.ways()), this.#plan.budget);
    return this.#ways;
  }

  /** The same where some sets of exams, by their numbers, must not be sat. */
  waysWithout(banned: ReadonlySet<string>): readonly PersonWay[] {
    const all = this.#all(this.#atBest.all()).filter(({ exams, open }) => open || !banned.has(exams.join()));
    return better(all, this.#plan.budget);
  }

  #all(atBest: readonly PersonWay[]): readonly PersonWay[] {
    if (this.#exact < 0) return atBest;
    const open = this.#closed ? [] : atBest.map((way) => ({ ...way, cost: Math.max(way.cost, this.#exact + 1) }));
    return [...this.#real, ...open];
  }

  /** How a way can be done so that these rows are served; undefined where it cannot, and then `ways` has changed. */
  tryOut(way: PersonWay, rows: readonly number[]): Doing | undefined {
    if (way.doing !== undefined) return way.doing;
    this.#ways = undefined;
    if (way.open) {
      this.#atBest.raise(this.#exact < 0 ? way : (this.#atBest.all().find(({ open }) => open) ?? way));
      return undefined;
    }
    if (way.exams.length === way.cost) {
      const key = `${way.exams.join()} ${rows.join()}`;
      const known = this.#tried.get(key) ?? this.#find(way.exams, rows);
      this.#tried.set(key, known);
      if (known !== null) return known;
    }
    this.#deepen(way.cost);
    return undefined;
  }

  #find(set: ExamSet, rows: readonly number[]): Doing | null {
    let trials = 0;
    for (const doing of this.#doings(set)) {
      trials += 1;
      if (trials > MOST_TRIALS) return null;
      const served = this.served(doing);
      if (rows.every((row) => has(served, row))) return doing;
    }
    return null;
  }

  served(doing: Doing): RowSet {
    const { scenes, rows, budget } = this.#plan;
    return servedBy(this.facts, doing, scenes, rows, budget);
  }

  canSit(exam: string, day: Day): boolean {
    return this.#sittings(exam).some(({ from, until }) => from <= day && day < until);
  }

  get days(): readonly Day[] {
    return this.#days;
  }

  #doings(set: ExamSet): Generator<Doing> {
    const { exams, agreements } = this.#plan;
    return doings(
      set,
      this.#days,
      (number) => exams[number] as string,
      (exam, day) => this.canSit(exam, day),
      agreements,
    );
  }

  /** Goes through all sets of exams up to a size and keeps what each can really serve. */
  #deepen(size: number): void {
    if (size <= this.#exact) return;
    const real: PersonWay[] = [...this.#real];
    const { exams, trials } = this.#plan;
    if (!this.#allDays) this.#certain = false;
    for (let cost = this.#exact + 1; cost <= size; cost += 1) {
      for (const set of this.#sets(cost)) {
        const promised = this.#atBest.servedBy(set);
        if (isEmpty(promised)) continue;
        for (const doing of this.#doings(set)) {
          trials.left -= 1;
          if (trials.left < 0) break;
          const serves = this.served(doing);
          if (real.some((way) => way.cost <= cost && isSubset(serves, way.serves))) continue;
          real.push({ exams: set, cost, serves, doing, open: false });
          if (isSubset(promised, serves)) break;
        }
      }
    }
    this.#real = real;
    this.#exact = size;
    if (trials.left < 0) this.#certain = false;
    this.#closed = trials.left < 0 || size >= 2 * exams.length;
  }

  /** Every set of so many exams, each at most twice. */
  *#sets(size: number, from = 0): Generator<ExamSet> {
    if (size === 0) {
      yield [];
      return;
    }
    for (let exam = from; exam < this.#plan.exams.length; exam += 1) {
      if (this.#sittings(this.#plan.exams[exam] as string).length === 0) continue;
      for (const rest of this.#sets(size - 1, exam)) {
        if (rest[0] === exam && rest[1] === exam) continue;
        yield [exam, ...rest];
      }
    }
  }
}
