import { at } from './covering.ts';
import type { Member } from './pricing.ts';
import type { Relaxation } from './relaxation.ts';

/** Prices are multiples of this, so that every sum of them is exact. */
const GRAIN = 1 / 1024;
/** After so many rounds without gain steps are halved, until they are so small. */
const PATIENCE = 6;
const LEAST_REACH = 1 / 64;

/** Prices, what the relaxation says with them, and how many serve each row in it. */
export type Priced = { readonly prices: Float64Array; readonly value: number; readonly coverage: Int32Array };

type Ascent = {
  readonly relaxation: Relaxation;
  readonly members: readonly Member[];
  /** To begin with. */
  readonly prices: Float64Array;
  readonly rounds: number;
  /** No price is above this. */
  readonly most: number;
  /** What is worth reaching, asked each round. */
  readonly goal: () => number;
  /** Told before each round what is best so far; says whether that is enough. */
  readonly isEnough: (round: number, best: Priced) => boolean;
};

/** Moves the prices to where the relaxation says most: subgradient steps, each bent toward the one before. */
export function ascended({ relaxation, members, prices: from, rounds, most, goal, isEnough }: Ascent): Priced {
  const { demand } = relaxation.table;
  const rows = demand.length;
  const prices = from.slice();
  const direction = new Float64Array(rows);
  let best: Priced = { prices: prices.slice(), value: Number.NEGATIVE_INFINITY, coverage: new Int32Array(rows) };
  let [reach, idle] = [1, 0];
  for (let round = 0; round < rounds; round += 1) {
    if (isEnough(round, best)) break;
    const { value, coverage } = relaxation.at(members, prices);
    idle += 1;
    if (value > best.value) {
      best = { prices: prices.slice(), value, coverage };
      idle = 0;
    } else if (idle >= PATIENCE) {
      [reach, idle] = [reach / 2, 0];
      if (reach < LEAST_REACH) break;
      prices.set(best.prices);
    }
    let length = 0;
    for (let row = 0; row < rows; row += 1) {
      const gap = at(demand, row) - at(coverage, row);
      const step = gap + 0.5 * (direction[row] as number);
      // A price that would fall below zero does not move.
      direction[row] = step < 0 && prices[row] === 0 ? 0 : step;
      length += (direction[row] as number) ** 2;
    }
    if (length === 0) break;
    const aim = goal() === Number.POSITIVE_INFINITY ? 1 + Math.abs(value) : goal() - value;
    const scale = (reach * aim) / length;
    for (let row = 0; row < rows; row += 1) {
      const moved = Math.round(((prices[row] as number) + scale * (direction[row] as number)) / GRAIN) * GRAIN;
      prices[row] = Math.min(most, Math.max(0, moved));
    }
  }
  return best;
}
