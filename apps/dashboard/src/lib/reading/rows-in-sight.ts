/** A stretch of a long list that is scrolled through, in pixels: all rows are as high as the first. */
export type Sight = {
  readonly count: number;
  readonly rowHeight: number;
  readonly scrolled: number;
  readonly height: number;
  /** A row that is there whether in sight or not: the one with the focus. */
  readonly kept: number;
};

/** Rows beyond both edges that are there already when they come in sight. */
const BEYOND = 6;

/** The rows that have to be there, in order; how many are left out in front of each, and behind the last. */
export function rowsInSight({ count, rowHeight, scrolled, height, kept }: Sight): {
  readonly shown: readonly number[];
  readonly gaps: readonly number[];
} {
  const from = Math.max(0, Math.min(Math.floor(scrolled / rowHeight) - BEYOND, count));
  const until = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + BEYOND);
  const shown = Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
  if (kept < count && (kept < from || kept >= until)) shown.push(kept);
  shown.sort((a, b) => a - b);
  const gaps = [...shown, count].map((row, place) => row - (place === 0 ? 0 : (shown[place - 1] ?? -1) + 1));
  return { shown, gaps };
}
