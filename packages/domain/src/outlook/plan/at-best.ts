import { type Budget, spend } from '../../explanation/budget.ts';
import { bySize, contains, type ExamSet, type Family, union } from './exam-sets.ts';
import { likelySets } from './likely-sets.ts';
import { isEmpty, isSubset, type RowSet, rowSet } from './row-set.ts';
import type { Doing } from './trial.ts';

/** What an individual could do in a plan: the exams, how many they are at least, and the rows that it could then serve. */
export type PersonWay = {
  readonly exams: ExamSet;
  readonly cost: number;
  readonly serves: RowSet;
  /** Where it was tried out: what was done. Else it may cost more or serve less, never the other way round. */
  readonly doing: Doing | undefined;
  /** It stands for ways that were not looked at yet, all of which have its exams: a bound, and nothing to plan with. */
  readonly open: boolean;
};

/** With fewer sets than this larger ones are put together at once, else when somebody needs them. */
const FEW_WAYS = 60;

/** Rows that ask for the same, on other days or elsewhere: the sets, the exams in any of them, and the fewest in one. */
type Alike = {
  readonly sets: readonly ExamSet[];
  readonly rows: readonly number[];
  readonly named: ReadonlySet<number>;
  readonly least: number;
};

function alike({ sets }: Family, rows: readonly number[]): Alike {
  return { sets, rows, named: new Set(sets.flat()), least: sets[0]?.length ?? Number.POSITIVE_INFINITY };
}

/**
 * What individuals who lack the same can do as the rules allow at best: all sets of exams that serve rows together, up to
 * a size, each with all that it serves. One open way stands for larger sets: it costs one exam more and serves all that can
 * be served. Beside it some larger sets are there that are likely to be of use.
 */
export class AtBest {
  readonly #families: readonly Family[];
  readonly #unlike: readonly Alike[];
  readonly #alikeOf: readonly Alike[];
  readonly #most: number;
  readonly #mostWays: number;
  readonly #budget: Budget;
  #size = 0;
  /** Whether larger sets would be too many. */
  #full = false;
  #whole: readonly PersonWay[] | undefined;
  #likely: readonly PersonWay[] | undefined;
  #all: readonly PersonWay[] | undefined;
  #ways: readonly PersonWay[] | undefined;

  /**
   * `most`: how many rows one individual can be taken for at once; no more than `mostWays` sets are put together. `likely`:
   * whether larger sets are wanted beside them.
   */
  constructor(families: readonly Family[], most: number, mostWays: number, likely: boolean, budget: Budget) {
    this.#families = families;
    const rows = Map.groupBy(families.keys(), (row) => families[row]?.sets.join(';') ?? '');
    this.#unlike = [...rows.values()].map((own) => alike(families[own[0] as number] as Family, own));
    const alikeOf: Alike[] = [];
    for (const each of this.#unlike) for (const row of each.rows) alikeOf[row] = each;
    this.#alikeOf = alikeOf;
    this.#most = most;
    this.#mostWays = mostWays;
    this.#budget = budget;
    if (!likely) this.#likely = [];
  }

  /** The same list until `raise`. */
  ways(): readonly PersonWay[] {
    this.#ways ??= better(this.all(), this.#budget);
    return this.#ways;
  }

  /** Those too that another makes needless: where one is banned they are asked for. The same list until `raise`. */
  all(): readonly PersonWay[] {
    if (this.#all !== undefined) return this.#all;
    while (!this.#full && this.#isOpen && (this.#whole?.length ?? 0) < FEW_WAYS) this.#grow();
    const whole = this.#whole ?? [];
    if (!this.#isOpen) {
      this.#all = whole;
      return whole;
    }
    this.#likely ??= likelySets(this.#families, this.#most, this.#mostWays, this.#budget).map((set) => this.wayOf(set));
    const known = new Set(whole.map(({ exams }) => exams.join()));
    this.#all = [...whole, ...this.#likely.filter(({ exams }) => !known.has(exams.join()))];
    return this.#all;
  }

  /** Puts sets together that have more exams; false where that would be too many. */
  raise(way: PersonWay): boolean {
    // Somebody else has asked already.
    if (!this.all().includes(way)) return true;
    if (way.cost <= this.#size) return false;
    this.#grow();
    if (this.#full) return false;
    this.#all = undefined;
    this.#ways = undefined;
    return true;
  }

  get #isOpen(): boolean {
    return this.#whole?.some(({ open }) => open) ?? true;
  }

  #grow(): void {
    const larger = this.#full ? undefined : this.#unions(this.#size + 1);
    this.#full = larger === undefined;
    if (larger === undefined) return;
    this.#size += 1;
    this.#whole = larger;
  }

  /** The smallest sets of exams for a row. */
  setsFor(row: number): readonly ExamSet[] {
    return (this.#families[row] as Family).sets;
  }

  /** A set with what it serves. */
  wayOf(set: ExamSet): PersonWay {
    return { exams: set, cost: set.length, serves: this.servedBy(set), doing: undefined, open: false };
  }

  /** What is served by a set, beside what only sets serve that were left out of a family. */
  servedBy(set: ExamSet): RowSet {
    const served: number[] = [];
    for (const each of this.#unlike) if (this.#isEnough(set, each)) served.push(...each.rows);
    return rowSet(this.#families.length, served);
  }

  #isEnough(set: ExamSet, { sets, named, least }: Alike): boolean {
    let common = 0;
    for (const exam of set) if (named.has(exam)) common += 1;
    // Most have too little in common to be looked at closer.
    if (common < least) {
      spend(this.#budget, 1, '');
      return false;
    }
    let looks = 1;
    let found = false;
    // By size: larger ones are not in it.
    for (const own of sets) {
      if (found || own.length > common) break;
      looks += 1;
      found = contains(set, own);
    }
    spend(this.#budget, looks, '');
    return found;
  }

  /** Undefined where there are too many. */
  #unions(size: number): readonly PersonWay[] | undefined {
    const rows = this.#families.length;
    /** By set the last row that was added: rows are added in order, so that each set is met once. */
    const sets = new Map<string, { readonly set: ExamSet; from: number }>([['', { set: [], from: 0 }]]);
    let level = [...sets.values()];
    let cut = false;
    for (let count = 0; count < this.#most && level.length > 0; count += 1) {
      const next: { readonly set: ExamSet; from: number }[] = [];
      for (const { set, from } of level) {
        for (let row = from; row < rows; row += 1) {
          const own = this.#alikeOf[row] as Alike;
          // What is served already needs nothing more.
          if (this.#isEnough(set, own)) continue;
          for (const more of own.sets) {
            // By size: from here on all are larger.
            if (more.length > size) {
              cut = true;
              break;
            }
            const all = union(set, more);
            spend(this.#budget, 2, '');
            if (all.length > size) {
              cut = true;
              continue;
            }
            const key = all.join();
            const known = sets.get(key);
            if (known !== undefined && known.from <= row + 1) continue;
            if (known === undefined && sets.size >= this.#mostWays && size > 1) return undefined;
            spend(this.#budget, 10, '');
            const entry = { set: all, from: row + 1 };
            sets.set(key, entry);
            next.push(entry);
          }
        }
      }
      level = next;
    }
    const ways = [...sets.values()].map(({ set }) => this.wayOf(set));
    const lost = this.#families.reduce((least, family) => Math.min(least, family.lost), Number.POSITIVE_INFINITY);
    const beyond = Math.min(lost, cut ? size + 1 : Number.POSITIVE_INFINITY);
    if (beyond === Number.POSITIVE_INFINITY) return ways;
    const all = [...this.#families.keys()].filter((row) => (this.#families[row]?.sets.length ?? 0) > 0);
    return [...ways, { exams: [], cost: beyond, serves: rowSet(rows, all), doing: undefined, open: true }];
  }
}

/** Those that serve something which no cheaper one serves as well, cheapest first. An open one makes none needless. */
export function better(ways: readonly PersonWay[], budget: Budget): readonly PersonWay[] {
  const kept: PersonWay[] = [];
  const closed: PersonWay[] = [];
  const sorted = ways.toSorted(
    (a, b) => a.cost - b.cost || Number(a.open) - Number(b.open) || bySize(a.exams, b.exams),
  );
  for (const way of sorted) {
    spend(budget, 1 + closed.length / 8, '');
    if (isEmpty(way.serves) || closed.some((other) => isSubset(way.serves, other.serves))) continue;
    kept.push(way);
    if (!way.open) closed.push(way);
  }
  return kept;
}
