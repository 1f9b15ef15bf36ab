import type { Individual } from '../../award/individual.ts';
import type { Day } from '../../calendar/day.ts';
import { type Budget, spend } from '../../explanation/budget.ts';
import type { IndividualFacts } from '../../record/schema.ts';
import type { Row, Scene } from './aim.ts';
import { bySize, contains, type ExamSet, type Family, union } from './exam-sets.ts';
import { type Doing, daysToTry, doings, MOST_TRIALS, servedBy } from './trial.ts';

/** What an individual could do in a plan: the exams, how many they are at least, and the rows that it could then serve. */
export type PersonWay = {
  readonly exams: ExamSet;
  readonly cost: number;
  readonly serves: ReadonlySet<number>;
  /** Where it was tried out: what was done. Else it may cost more or serve less, never the other way round. */
  readonly doing: Doing | undefined;
};

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

/** More ways of one individual than this are not told apart; the plan then says that it is not proven. */
const MOST_WAYS = 3000;

/**
 * What one individual can do, first as the rules allow at best (`ways.ts`); where a trial shows that days do not let it be
 * so, gone through one by one up to the size in question. So no way is ever said to cost more than it does.
 */
export class Person {
  readonly facts: IndividualFacts;
  /** Whether nothing was cut short: else what its ways cost proves nothing. */
  certain = true;
  readonly #plan: PlanScene;
  readonly #families: readonly Family[];
  readonly #sittings: (exam: string) => readonly { readonly from: Day; readonly until: Day }[];
  readonly #days: readonly Day[];
  readonly #allDays: boolean;
  /** As the rules allow at best; empty of what is served anyway. */
  readonly #atBest: readonly PersonWay[];
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
    families: readonly Family[],
    sittings: (exam: string) => readonly { readonly from: Day; readonly until: Day }[],
    most: number,
  ) {
    this.facts = facts;
    this.#plan = plan;
    this.#families = families;
    this.#sittings = sittings;
    const { scenes, spans, exams } = plan;
    const { days, whole } = daysToTry(before, scenes, spans, exams.flatMap(sittings));
    this.#days = days;
    this.#allDays = whole;
    if (families.some((family) => !family.whole)) this.certain = false;
    this.#atBest = this.#unions(most);
  }

  get key(): string {
    return this.#exact >= 0 ? `${this.facts.id} ${this.#exact}` : '';
  }

  /** Every way that could be better than another, cheapest first. */
  ways(): readonly PersonWay[] {
    const open = (this.#closed ? [] : this.#atBest).map((way) =>
      way.cost > this.#exact ? way : { ...way, cost: this.#exact + 1 },
    );
    const all = this.#exact < 0 ? open : [...this.#real, ...open];
    const kept: PersonWay[] = [];
    for (const way of all.toSorted(
      (a, b) => a.cost - b.cost || b.serves.size - a.serves.size || bySize(a.exams, b.exams),
    )) {
      spend(this.#plan.budget, 1 + kept.length, this.facts.id);
      if (!kept.some((other) => isSubset(way.serves, other.serves))) kept.push(way);
    }
    return kept;
  }

  /** How a way can be done so that these rows are served; undefined where it cannot, and then `ways` has changed. */
  tryOut(way: PersonWay, rows: readonly number[]): Doing | undefined {
    if (way.doing !== undefined) return way.doing;
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
      if (rows.every((row) => served.has(row))) return doing;
    }
    return null;
  }

  served(doing: Doing): ReadonlySet<number> {
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
    if (!this.#allDays) this.certain = false;
    for (let cost = this.#exact + 1; cost <= size; cost += 1) {
      for (const set of this.#sets(cost)) {
        const promised = this.#servedAtBest(set);
        if (promised.size === 0) continue;
        for (const doing of this.#doings(set)) {
          trials.left -= 1;
          if (trials.left < 0) break;
          const serves = this.served(doing);
          if (real.some((way) => way.cost <= cost && isSubset(serves, way.serves))) continue;
          real.push({ exams: set, cost, serves, doing });
          if (isSubset(promised, serves)) break;
        }
      }
    }
    this.#real = real;
    this.#exact = size;
    if (trials.left < 0) this.certain = false;
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

  #servedAtBest(set: ExamSet): ReadonlySet<number> {
    const served = new Set<number>();
    for (const [row, { sets }] of this.#families.entries()) {
      spend(this.#plan.budget, 1 + sets.length, this.facts.id);
      if (sets.some((own) => contains(set, own))) served.add(row);
    }
    return served;
  }

  /** All sets that serve up to `most` rows together, each with all that it serves. */
  #unions(most: number): readonly PersonWay[] {
    const sets = new Map<string, ExamSet>([['', []]]);
    let level: readonly ExamSet[] = [[]];
    for (let count = 0; count < most && level.length > 0; count += 1) {
      const next: ExamSet[] = [];
      for (const set of level) {
        for (const { sets: own } of this.#families) {
          for (const more of own) {
            spend(this.#plan.budget, 2, this.facts.id);
            const all = union(set, more);
            const key = all.join();
            if (sets.has(key)) continue;
            if (sets.size >= MOST_WAYS) {
              this.certain = false;
              continue;
            }
            sets.set(key, all);
            next.push(all);
          }
        }
      }
      level = next;
    }
    return [...sets.values()].flatMap((exams): readonly PersonWay[] => {
      const serves = this.#servedAtBest(exams);
      return serves.size === 0 ? [] : [{ exams, cost: exams.length, serves, doing: undefined }];
    });
  }
}

function isSubset(inner: ReadonlySet<number>, outer: ReadonlySet<number>): boolean {
  if (inner.size > outer.size) return false;
  for (const each of inner) if (!outer.has(each)) return false;
  return true;
}
