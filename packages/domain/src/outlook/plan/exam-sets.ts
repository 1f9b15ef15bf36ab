/** A set of exams, by number, ascending; an exam that is sat twice stands twice. */
export type ExamSet = readonly number[];

/** Sets of which none contains another; more than so many are not kept, the smallest stay. */
const MOST_SETS = 400;

export function union(a: ExamSet, b: ExamSet): ExamSet {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x = Number.POSITIVE_INFINITY, y = Number.POSITIVE_INFINITY] = [a[i], b[j]];
    all.push(Math.min(x, y));
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return all;
}

/** How many exams a set has beyond another. */
export function beyond(set: ExamSet, other: ExamSet): number {
  let more = 0;
  let i = 0;
  for (const exam of set) {
    while (i < other.length && (other[i] as number) < exam) i += 1;
    if (other[i] === exam) i += 1;
    else more += 1;
  }
  return more;
}

/** Whether `outer` has all of `inner`. */
export function contains(outer: ExamSet, inner: ExamSet): boolean {
  let i = 0;
  for (const exam of inner) {
    while (i < outer.length && (outer[i] as number) < exam) i += 1;
    if (outer[i] !== exam) return false;
    i += 1;
  }
  return true;
}

/** The smallest sets that are enough, each contained in no other; by size, then by exams. */
export class Family {
  readonly sets: readonly ExamSet[];
  /** No set that was left out, because there were too many, has fewer exams than this; infinite where none was. */
  readonly lost: number;

  constructor(sets: readonly ExamSet[], lost = Number.POSITIVE_INFINITY) {
    const kept: ExamSet[] = [];
    /** Of those kept so many are smaller than the one that is looked at: of one size none contains another. */
    let smaller = 0;
    for (const set of sets.toSorted(bySize)) {
      const last = kept.at(-1);
      if (last !== undefined && last.length < set.length) smaller = kept.length;
      else if (last !== undefined && bySize(last, set) === 0) continue;
      if (!kept.some((other, index) => index < smaller && contains(set, other))) kept.push(set);
    }
    this.sets = kept.slice(0, MOST_SETS);
    this.lost = Math.min(lost, kept[MOST_SETS]?.length ?? Number.POSITIVE_INFINITY);
  }

  static readonly NONE = new Family([]);
  static readonly NOTHING = new Family([[]]);

  get isFree(): boolean {
    return this.sets[0]?.length === 0;
  }

  or(other: Family): Family {
    if (this.isFree || other.sets.length === 0) return this;
    if (other.isFree || this.sets.length === 0) return other;
    return new Family([...this.sets, ...other.sets], Math.min(this.lost, other.lost));
  }

  and(other: Family): Family {
    if (this.isFree || other.sets.length === 0) return other;
    if (other.isFree || this.sets.length === 0) return this;
    return new Family(
      this.sets.flatMap((a) => other.sets.map((b) => union(a, b))),
      Math.min(this.lost, other.lost),
    );
  }
}

export function bySize(a: ExamSet, b: ExamSet): number {
  if (a.length !== b.length) return a.length - b.length;
  for (const [index, exam] of a.entries()) {
    const other = b[index] as number;
    if (exam !== other) return exam - other;
  }
  return 0;
}
