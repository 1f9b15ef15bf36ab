import { at } from './covering.ts';
import type { Member } from './pricing.ts';
import type { Narrowed } from './relaxation.ts';

/** A part of all answers: what its members must and must not serve, prices to begin with, and what is known of its cost. */
export type Node = { readonly members: readonly Member[]; readonly prices: Float64Array; readonly bound: number };

/** "One of this group serves the row" and "none of it does", for the row that is furthest from what it needs. */
export function branchesOf(
  { members, regrets }: Narrowed,
  demand: Int32Array,
  coverage: Int32Array,
  prices: Float64Array,
  bound: number,
): readonly Node[] {
  let choice:
    | { readonly index: number; readonly row: number; readonly gap: number; readonly regret: number }
    | undefined;
  for (let row = 0; row < demand.length; row += 1) {
    const short = at(demand, row) - at(coverage, row);
    const gap = short > 0 ? short : short < 0 && (prices[row] as number) > 0 ? 0 : -1;
    if (gap === -1 || (choice !== undefined && gap < choice.gap)) continue;
    for (const [index, member] of members.entries()) {
      if (member.banned?.has(row) === true || member.required?.has(row) === true) continue;
      const regret = (regrets[index] as Float64Array)[row] as number;
      if (choice !== undefined && gap === choice.gap && regret >= choice.regret) continue;
      choice = { index, row, gap, regret };
    }
  }
  // Every row that is short then lacks people who could serve it, or nothing is left to decide.
  const decided = choice ?? undecided(members, demand.length);
  return decided === undefined ? [] : both(members, prices, bound, decided.index, decided.row);
}

/** A row that somebody could still serve or not; none where all is decided, and then the node is done. */
function undecided(members: readonly Member[], rows: number) {
  for (const [index, member] of members.entries()) {
    for (let row = 0; row < rows; row += 1) {
      if (member.banned?.has(row) !== true && member.required?.has(row) !== true) return { index, row };
    }
  }
  return undefined;
}

function both(
  members: readonly Member[],
  prices: Float64Array,
  bound: number,
  index: number,
  row: number,
): readonly Node[] {
  const member = members[index] as Member;
  const others = members.filter((_, other) => other !== index);
  const none = { ...member, banned: new Set(member.banned).add(row) };
  const one = { ...member, size: 1, required: new Set(member.required).add(row) };
  const rest = member.size > 1 ? [{ ...member, size: member.size - 1 }] : [];
  return [
    { members: [...others, none], prices, bound },
    { members: [...others, ...rest, one], prices, bound },
  ];
}
