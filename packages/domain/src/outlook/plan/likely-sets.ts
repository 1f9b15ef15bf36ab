import { type Budget, spend } from '../../explanation/budget.ts';
import { bySize, type ExamSet, type Family, union } from './exam-sets.ts';

/** Of each row so many of its smallest sets are looked at. */
const SMALLEST = 2;
/** Rows are put together while that takes no more than so many looks for each set that is wanted. */
const LOOKS = 12;

/**
 * Some sets of exams of any size that are likely to be of use, where all of them would be too many: those for each row
 * alone, for two rows together, and rows added one after another by what they cost more, up to all. No proof comes from
 * here, only that a plan can be put together.
 */
export function likelySets(
  families: readonly Family[],
  most: number,
  mostWays: number,
  budget: Budget,
): readonly ExamSet[] {
  const distinct = new Map<string, readonly ExamSet[]>();
  for (const { sets } of families) {
    if (sets.length === 0 || sets[0]?.length === 0) continue;
    const smallest = sets.slice(0, SMALLEST);
    distinct.set(smallest.join(';'), smallest);
  }
  const rows = [...distinct.values()];
  const together = rows.slice(0, Math.ceil(Math.sqrt(LOOKS * mostWays)));
  const pairs: ExamSet[] = [];
  for (const [index, one] of most > 1 ? together.entries() : []) {
    for (const other of together.slice(index + 1)) pairs.push(cheapest(one, other, budget));
  }
  const alone = rows.length * SMALLEST > mostWays ? rows.map((sets) => sets.slice(0, 1)) : rows;
  const own = [...alone.flat(), ...inTurn(together, budget)];
  const sets = new Map([...own, ...pairs.sort(bySize)].map((set) => [set.join(), set]));
  return [...sets.values()].slice(0, Math.max(own.length, mostWays));
}

/** Each time the row that costs least more. */
function inTurn(rows: readonly (readonly ExamSet[])[], budget: Budget): readonly ExamSet[] {
  const left = [...rows];
  const found: ExamSet[] = [];
  let all: ExamSet = [];
  while (left.length > 0) {
    let next: { readonly index: number; readonly set: ExamSet } | undefined;
    for (const [index, sets] of left.entries()) {
      const set = cheapest([all], sets, budget);
      if (next === undefined || set.length < next.set.length) next = { index, set };
    }
    if (next === undefined) break;
    left.splice(next.index, 1);
    all = next.set;
    found.push(all);
  }
  return found;
}

function cheapest(some: readonly ExamSet[], others: readonly ExamSet[], budget: Budget): ExamSet {
  let best: ExamSet | undefined;
  for (const a of some) {
    for (const b of others) {
      spend(budget, 4, '');
      const set = union(a, b);
      if (best === undefined || set.length < best.length) best = set;
    }
  }
  return best ?? [];
}
