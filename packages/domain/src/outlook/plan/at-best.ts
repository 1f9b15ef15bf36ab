import type { Budget } from '../../explanation/budget.ts';
import { spend } from '../../explanation/budget.ts';
import { bySize, contains, type ExamSet, type Family, union } from './exam-sets.ts';
import { isEmpty, isSubset, type RowSet, rowSet } from './row-set.ts';
import type { Doing } from './trial.ts';

/** What an individual could do in a plan: the exams, how many they are at least, and the rows that it could then serve. */
export type PersonWay = {
  readonly exams: ExamSet;
  readonly cost: number;
  readonly serves: RowSet;
  /** Where it was tried out: what was done. Else it may cost more or serve less, never the other way round. */
  readonly doing: Doing | undefined;
  /** It stands for all ways with more exams than were put together so far. */
  readonly open: boolean;
};

/** Larger sets than give so many ways are not put together; a plan that would need them is not proven. */
const MOST_WAYS = 2000;
/** With fewer sets than this larger ones are put together at once, else when somebody needs them. */
const FEW_WAYS = 60;

/**
 * What individuals who lack the same can do as the rules allow at best: all sets of exams that serve rows together, each
 * with all that it serves. Larger sets are put together when they are asked for; until then one way stands for them that
 * costs one exam more than the largest and serves all that can be served.
 */
export class AtBest {
  readonly #families: readonly Family[];
  readonly #most: number;
  readonly #budget: Budget;
  #size = 0;
  /** Whether larger sets would be too many. */
  #full = false;
  #all: readonly PersonWay[] | undefined;
  #ways: readonly PersonWay[] | undefined;
  /** Whether no set was lost because there were too many. */
  certain: boolean;

  /** `most`: how many rows one individual can be taken for at once. */
  constructor(families: readonly Family[], most: number, budget: Budget) {
    this.#families = families;
    this.#most = most;
    this.#budget = budget;
    this.certain = families.every((family) => family.whole);
  }

  /** The same list until `raise`. */
  ways(): readonly PersonWay[] {
    this.#ways ??= better(this.all(), this.#budget);
    return this.#ways;
  }

  /** Those too that another makes needless: where one is banned they are asked for. */
  all(): readonly PersonWay[] {
    if (this.#all === undefined) this.#grow();
    while (!this.#full && (this.#all?.length ?? 0) < FEW_WAYS && this.#all?.some(({ open }) => open) === true)
      this.#grow();
    return this.#all ?? [];
  }

  /** Puts sets together that have more exams; where that would be too many, there are no more, and nothing is certain. */
  raise(way: PersonWay): void {
    // Somebody else has asked already.
    if (this.#all?.includes(way) !== true) return;
    if (!this.#full) this.#grow();
    if (this.#full) {
      this.#all = this.#all?.filter(({ open }) => !open);
      this.certain = false;
    }
    this.#ways = undefined;
  }

  #grow(): void {
    const larger = this.#unions(this.#size + 1);
    this.#full = larger === undefined;
    if (larger === undefined) return;
    this.#size += 1;
    this.#all = larger;
  }

  servedBy(set: ExamSet): RowSet {
    const served: number[] = [];
    for (const [row, { sets }] of this.#families.entries()) {
      spend(this.#budget, 1 + sets.length, '');
      if (sets.some((own) => contains(set, own))) served.push(row);
    }
    return rowSet(this.#families.length, served);
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
          const own = (this.#families[row] as Family).sets;
          spend(this.#budget, 1 + own.length, '');
          // What is served already needs nothing more.
          if (own.some((other) => contains(set, other))) continue;
          for (const more of own) {
            const all = union(set, more);
            if (all.length > size) {
              cut = true;
              continue;
            }
            const key = all.join();
            const known = sets.get(key);
            if (known !== undefined && known.from <= row + 1) continue;
            if (known === undefined && sets.size >= MOST_WAYS && size > 1) return undefined;
            spend(this.#budget, 10, '');
            const entry = { set: all, from: row + 1 };
            sets.set(key, entry);
            next.push(entry);
          }
        }
      }
      level = next;
    }
    const ways = [...sets.values()].map(({ set }): PersonWay => {
      return { exams: set, cost: set.length, serves: this.servedBy(set), doing: undefined, open: false };
    });
    if (!cut) return ways;
    const all = [...this.#families.keys()].filter((row) => (this.#families[row]?.sets.length ?? 0) > 0);
    const serves = rowSet(rows, all);
    return [...ways, { exams: [], cost: size + 1, serves, doing: undefined, open: true }];
  }
}

/** Those that serve something which no cheaper one serves as well, cheapest first. */
export function better(ways: readonly PersonWay[], budget: Budget): readonly PersonWay[] {
  const kept: PersonWay[] = [];
  const sorted = ways.toSorted(
    (a, b) => a.cost - b.cost || Number(a.open) - Number(b.open) || bySize(a.exams, b.exams),
  );
  for (const way of sorted) {
    spend(budget, 1 + kept.length / 8, '');
    if (isEmpty(way.serves) || kept.some((other) => isSubset(way.serves, other.serves))) continue;
    kept.push(way);
  }
  return kept;
}
