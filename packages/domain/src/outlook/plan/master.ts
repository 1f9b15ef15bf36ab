import { Basis, type Column, TINY } from './basis.ts';
import type { Member } from './pricing.ts';
import type { Relaxation } from './relaxation.ts';
import { type Share, type Unit, unitOf } from './unit.ts';

/** Prices for a bound are multiples of this, so that every sum of them is exact. */
const GRAIN = 1 / (1 << 20);
/** By how much more rows ask than they do, so that no two solutions are the same; too little to be seen in an answer. */
const MORE = 1 / (1 << 20);
/** What a place that is not served costs grows by this, as long as one is not served. */
const GROWTH = 2;

/** Taken in for each member and row at most: should errors make it go in circles, it still says what it knows then. */
const MOST_TAKEN = 200;

/** Prices on rows, what the linear program comes to at least by them, and who takes what in it. */
export type Priced = {
  readonly prices: Float64Array;
  readonly value: number;
  readonly shares: readonly Share[];
  /** What a place that is not served cost at last. */
  readonly most: number;
};

type Question = {
  readonly relaxation: Relaxation;
  readonly members: readonly Member[];
  /** What a place that is not served costs at first, and at most. */
  readonly most: { readonly first: number; readonly last: number };
  /** What is not worth knowing: where the program comes to as much, it is left. */
  readonly goal: number;
  /** Told each time when more is known of its value. */
  readonly report?: (value: number) => void;
  readonly spend: (steps: number) => void;
};

/**
 * The linear program over all ways of all members, each in parts if need be: its prices are those with which Lagrange's
 * relaxation says most. Ways are not listed but priced, each member's best when it is to come in (column generation).
 * What is said of its value is the relaxation at rounded prices, so that errors of many pivots do not count.
 */
export function mastered({ relaxation, members, most, goal, report, spend }: Question): Priced {
  const { pricing, table } = relaxation;
  const columnOf = (member: number, unit: Unit): Column => {
    const banned = members[member]?.banned;
    const rows = banned === undefined ? unit.rows : unit.rows.filter((row) => !banned.has(row));
    return { member, unit, rows, sign: 1 };
  };
  const rows = table.demand.length;
  let price = most.first;
  pricing.prices = new Float64Array(rows).fill(price);
  const basis = new Basis({
    need: Float64Array.from(table.demand, (need, row) => need + MORE * (1 + ((row * 37) % 101) / 101)),
    sizes: members.map(({ size }) => size),
    keys: members.map((member, index) => {
      const none = { value: 0, way: -1, entries: [] };
      return columnOf(index, unitOf(table, member.group, member.required ? pricing.best(member) : none));
    }),
    most: price,
    spend,
  });
  let left = MOST_TAKEN * (members.length + rows);
  /** Asks these members for something better at the prices of now; who took it in, and what all come to by rounded prices. */
  const asked = (indices: Iterable<number>) => {
    const prices = basis.prices.map((each) => Math.min(price, Math.max(0, Math.round(each / GRAIN) * GRAIN)));
    pricing.prices = prices;
    let value = 0;
    for (const [row, need] of table.demand.entries()) value += need * (prices[row] as number);
    const found: Column[] = [];
    for (const index of indices) {
      const member = members[index] as Member;
      const pick = pricing.best(member);
      value += member.size * pick.value;
      if (pick.value < basis.worthOfKey(index) - TINY) found.push(columnOf(index, unitOf(table, member.group, pick)));
    }
    spend(pricing.takeSteps() + 2 * found.length);
    const taken = left <= 0 ? [] : found.flatMap((column) => (basis.enter(column) ? column.member : []));
    left -= 1 + taken.length;
    return { prices, value, taken };
  };
  let best: Pick<Priced, 'prices' | 'value'> = { prices: new Float64Array(rows), value: Number.NEGATIVE_INFINITY };
  for (;;) {
    let { prices, value, taken } = asked(members.keys());
    if (value > best.value) {
      best = { prices, value };
      report?.(value);
    }
    if (Math.ceil(best.value) >= goal) break;
    if (taken.length > 0 || (left > 0 && basis.settle())) {
      // Who had something better is asked again first: they are few, and often have more.
      while (taken.length > 0) ({ taken } = asked(taken));
      continue;
    }
    if (price >= most.last || basis.lack < 4 * MORE * rows) break;
    price = Math.min(most.last, price * GROWTH);
    basis.raise(price);
  }
  const shares = [...basis.shares()].map(([{ member, unit }, amount]): Share => ({ member, unit, amount }));
  return { ...best, shares, most: price };
}
