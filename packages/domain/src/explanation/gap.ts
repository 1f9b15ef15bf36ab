import type { Missing } from './explanation.ts';

/**
 * One way to meet what is not met: what is missing, in the order in which the rule lists it, whether it can still be
 * had (no window has closed), and whether an exam is then among the evidence.
 */
export type Gap = { readonly missing: readonly Missing[]; readonly possible: boolean; readonly exam: boolean };

const NOTHING_CHOSEN: Gap = { missing: [], possible: true, exam: false };

/** How ways are put together. */
export type Combining = {
  /** Whether this may be missing at several places of the rule, so that one entry can serve them all. */
  readonly isShared: (entry: Missing) => boolean;
  /** Whether nothing is shared: then the smallest way of each part suffices. */
  readonly apart: boolean;
  readonly spend: (steps: number) => void;
};

/**
 * How many ways are kept at a node whose parts share what they miss: then the smallest way of the whole need not be made
 * of the smallest ways of its parts. Of ways that miss the same shared entries only the smallest is kept; with fewer
 * than this nothing else is cut and the result is exact.
 */
const KEPT = 64;

/** The smallest way; where all are closed the smallest of those, so that the reader sees which window it was. */
export function smallest(gaps: readonly Gap[]): Gap {
  return gaps[0] ?? NOTHING_CHOSEN;
}

/**
 * The ways to meet `needed` of some parts, each given by the ways in which it can be met; smallest first, of equal ones
 * the one that was listed first.
 */
export function combine(parts: readonly (readonly Gap[])[], needed: number, combining: Combining): readonly Gap[] {
  return combining.apart ? [combineApart(parts, needed, combining)] : combineShared(parts, needed, combining);
}

function combineApart(parts: readonly (readonly Gap[])[], needed: number, { spend }: Combining): Gap {
  const chosen = needed === parts.length ? parts.map(smallest) : smallestOf(parts.map(smallest), needed);
  const missing: Missing[] = [];
  let [possible, exam] = [true, false];
  for (const gap of chosen) {
    for (const entry of gap.missing) missing.push(entry);
    possible &&= gap.possible;
    exam ||= gap.exam;
  }
  spend(parts.length + missing.length);
  return { missing, possible, exam };
}

/** As many as are needed, in their order; of equal ones those listed first. */
function smallestOf(gaps: readonly Gap[], needed: number): readonly Gap[] {
  if (needed === 1) return [gaps.reduce((best, gap) => (bySize(gap, best) < 0 ? gap : best))];
  const ways = gaps.map((gap, index) => ({ gap, index })).sort((a, b) => bySize(a.gap, b.gap) || a.index - b.index);
  const chosen = ways.slice(0, needed).sort((a, b) => a.index - b.index);
  return chosen.map(({ gap }) => gap);
}

function combineShared(parts: readonly (readonly Gap[])[], needed: number, combining: Combining): readonly Gap[] {
  const { spend } = combining;
  let chosen: (readonly Gap[])[] = [[NOTHING_CHOSEN]];
  for (const [index, ways] of parts.entries()) {
    const left = parts.length - index - 1;
    const next: Gap[][] = [];
    // From the most that are chosen down, so that of equal ways the one that was listed first comes first.
    for (let count = chosen.length - 1; count >= 0; count -= 1) {
      const before = chosen[count] ?? [];
      spend(1 + before.length);
      if (count + left >= needed) push(next, count, before);
      if (count < needed && count + 1 + left >= needed) push(next, count + 1, join(before, ways, spend));
    }
    chosen = Array.from(next, (gaps) => kept(gaps ?? [], combining));
  }
  return chosen[needed] ?? [];
}

function push(lists: Gap[][], index: number, gaps: readonly Gap[]): void {
  const list = lists[index];
  if (list === undefined) lists[index] = [...gaps];
  else list.push(...gaps);
}

function join(left: readonly Gap[], right: readonly Gap[], spend: (steps: number) => void): readonly Gap[] {
  return left.flatMap((a) =>
    right.map((b) => {
      spend(1);
      const exam = a.exam || b.exam;
      const possible = a.possible && b.possible;
      if (b.missing.length === 0) return { missing: a.missing, possible, exam };
      if (a.missing.length === 0) return { missing: b.missing, possible, exam };
      spend(10 * (a.missing.length + b.missing.length));
      const keys = new Set(a.missing.map(keyOf));
      return { missing: [...a.missing, ...b.missing.filter((entry) => !keys.has(keyOf(entry)))], possible, exam };
    }),
  );
}

/** The smallest way for each set of shared entries, with and without an exam. */
function kept(gaps: readonly Gap[], { isShared, spend }: Combining): readonly Gap[] {
  const best = new Map<string, Gap>();
  for (const gap of gaps) {
    spend(1 + gap.missing.length);
    const shared = gap.missing.filter(isShared).map(keyOf).sort().join();
    const key = `${gap.possible} ${gap.exam} ${shared}`;
    const other = best.get(key);
    if (other === undefined || bySize(gap, other) < 0) best.set(key, gap);
  }
  return [...best.values()].sort(bySize).slice(0, KEPT);
}

/** Sorting keeps the order of equal ones. */
function bySize(a: Gap, b: Gap): number {
  return Number(b.possible) - Number(a.possible) || a.missing.length - b.missing.length;
}

function keyOf(entry: Missing): string {
  return JSON.stringify(entry);
}
