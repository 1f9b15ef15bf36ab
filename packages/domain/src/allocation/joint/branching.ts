import type { Place } from '../place.ts';
import type { Bundle } from './bundles.ts';
import type { Model } from './model.ts';
import type { Parts, Program } from './program.ts';

/** Two halves of what is left to search: every whole solution is in one of them. */
export type Branch = {
  readonly first: (program: Program) => void;
  readonly second: (program: Program) => void;
  /** Whether the second is hardly ever worth a look, so that its bound is worth knowing at once. */
  readonly isLikely: boolean;
};

const NEAR = 1e-6;

/** How a solution in parts is split: by what an aim comes to, by a specialization, by people; undefined where it is whole. */
export function branchOf({ totals, candidates, bundles }: Model, program: Program): Branch | undefined {
  for (const row of totals) {
    const amount = program.taken(row);
    const low = Math.floor(amount + NEAR);
    if (amount - low <= NEAR) continue;
    return {
      first: (one) => one.atMost(row, low),
      second: (one) => one.atLeast(row, low + 1),
      isLikely: true,
    };
  }
  const amounts = program.amounts();
  let [most, by] = [-1, NEAR];
  for (const [index, { taker, met }] of candidates.entries()) {
    const part = amounts[taker]?.find(([column]) => column === met)?.[1] ?? 0;
    const off = Math.min(part, 1 - part);
    if (off > by) [most, by] = [index, off];
  }
  const candidate = candidates[most];
  if (candidate !== undefined) {
    return splitBy(program, candidate.taker, 1, (column) => column === candidate.met);
  }
  return byPeople(bundles as readonly Bundle[], program, amounts);
}

/** The place that comes nearest to one more of those who are alike, else the bundle that some of them divide. */
function byPeople(bundles: readonly Bundle[], program: Program, amounts: readonly Parts[]): Branch | undefined {
  let best: { readonly taker: number; readonly place: Place; readonly up: number; readonly off: number } | undefined;
  let divided: { readonly taker: number; readonly column: number; readonly up: number } | undefined;
  for (const [taker, parts] of amounts.entries()) {
    if (parts.length < 2 || (program.takers[taker]?.group ?? -1) < 0) continue;
    const usage = new Map<Place, number>();
    for (const [column, amount] of parts) {
      const up = Math.ceil(amount - NEAR);
      if (up - amount > NEAR) divided ??= { taker, column, up };
      for (const place of bundles[column] as Bundle) usage.set(place, (usage.get(place) ?? 0) + amount);
    }
    for (const [place, amount] of usage) {
      const up = Math.ceil(amount - NEAR);
      const off = up - amount;
      if (off > NEAR && (best === undefined || off < best.off)) best = { taker, place, up, off };
    }
  }
  if (best !== undefined) {
    const { taker, place, up } = best;
    return splitBy(program, taker, up, (column) => (bundles[column] as Bundle).includes(place));
  }
  if (divided === undefined) return undefined;
  const { taker, column, up } = divided;
  return splitBy(program, taker, up, (other) => other === column);
}

/** At least `up` of a taker keep to some of its columns, or fewer than that take any of them. */
function splitBy(program: Program, taker: number, up: number, some: (column: number) => boolean): Branch {
  const { columns, size } = program.takers[taker] as Program['takers'][number];
  return {
    first: (one) => one.part(taker, size - up, columns.filter(some)),
    second: (one) =>
      one.part(
        taker,
        up - 1,
        columns.filter((column) => !some(column)),
      ),
    isLikely: false,
  };
}
