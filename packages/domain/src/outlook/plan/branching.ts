import type { Member } from './pricing.ts';
import type { Narrowed } from './relaxation.ts';
import type { Share } from './unit.ts';

/** A part of all answers: what its members must and must not serve, and what is known of its cost. */
export type Node = { readonly members: readonly Member[]; readonly bound: number };

/** What is nearer to a whole number than this is one. */
const NEARLY = 1 / 1024;

/**
 * "One of this group serves the row" and "none of it does", the last first: for the group and row that the linear program
 * has most nearly decided and not quite.
 */
export function branchesOf({ members, regrets }: Narrowed, shares: readonly Share[], bound: number): readonly Node[] {
  const rows = regrets[0]?.length ?? 0;
  const served = members.map(() => new Float64Array(rows));
  for (const { member, unit, amount } of shares) {
    const own = served[member] as Float64Array;
    for (const row of unit.rows) own[row] = (own[row] as number) + amount;
  }
  let choice: { readonly index: number; readonly row: number; readonly part: number } | undefined;
  for (const [index, own] of served.entries()) {
    const { banned, required } = members[index] as Member;
    for (let row = 0; row < rows; row += 1) {
      const part = (own[row] as number) % 1;
      if (part < NEARLY || part > 1 - NEARLY || banned?.has(row) === true || required?.has(row) === true) continue;
      if (choice === undefined || part > choice.part + NEARLY) choice = { index, row, part };
    }
  }
  const decided = choice ?? undecided(members, rows);
  return decided === undefined ? [] : both(members, bound, decided.index, decided.row);
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

function both(members: readonly Member[], bound: number, index: number, row: number): readonly Node[] {
  const member = members[index] as Member;
  const others = members.filter((_, other) => other !== index);
  const none = { ...member, banned: new Set(member.banned).add(row) };
  const one = { ...member, size: 1, required: new Set(member.required).add(row) };
  const rest = member.size > 1 ? [{ ...member, size: member.size - 1 }] : [];
  return [
    { members: [...others, none], bound },
    { members: [...others, ...rest, one], bound },
  ];
}
