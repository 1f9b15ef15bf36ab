import { at } from './covering.ts';
import type { Member } from './pricing.ts';
import type { Relaxation } from './relaxation.ts';
import { type Share, type Unit, unitOf } from './unit.ts';

/** A share is whole where it is so near to it. */
const NEARLY = 1 / 1024;

/** An individual of a member and what it takes. */
export type Assigned = { readonly member: Member; unit: Unit };

/**
 * A whole answer from prices and the shares of a linear program: what is taken whole there stays; one after another all
 * others take what is best for them while rows that are served already earn nothing; then everybody is asked again, some
 * times, what they would take beside all others, serving first and cost second, until nobody changes. No proof comes
 * from here, only good answers early.
 */
export function repaired(
  { table, pricing }: Pick<Relaxation, 'table' | 'pricing'>,
  members: readonly Member[],
  prices: Float64Array,
  shares: readonly Share[],
  sweeps: number,
  spend: (steps: number) => void,
): readonly Assigned[] {
  const left = Int32Array.from(table.demand);
  const own = new Float64Array(left.length);
  const serve = (unit: Unit, by: 1 | -1): void => {
    for (const row of unit.rows) left[row] = (left[row] as number) - by;
  };
  const units: Assigned[] = [];
  const take = (member: Member, unit: Unit): void => {
    units.push({ member, unit });
    serve(unit, 1);
  };
  const free = members.map(({ size }) => size);
  for (const { member, unit, amount } of shares) {
    const whole = Math.floor(amount + NEARLY);
    free[member] = (free[member] as number) - whole;
    for (let count = 0; count < whole; count += 1) take(members[member] as Member, unit);
  }
  pricing.prices = prices;
  const order = members.flatMap((member, index) =>
    free[index] === 0 ? [] : [{ member, index, value: pricing.best(member).value }],
  );
  spend(pricing.takeSteps());
  order.sort((a, b) => a.value - b.value || a.index - b.index);
  for (const { member, index } of order) {
    for (let count = 0; count < (free[index] as number); count += 1) {
      for (let row = 0; row < own.length; row += 1) own[row] = at(left, row) > 0 ? (prices[row] as number) : 0;
      pricing.prices = own;
      const unit = unitOf(table, member.group, pricing.best(member));
      spend(pricing.takeSteps() + own.length);
      take(member, unit);
    }
  }
  // Serving one more row is worth more than all that everybody could cost.
  const worth = 1 + table.cost.reduce((most, each) => Math.max(most, each), 0) * units.length;
  for (let sweep = 0, changed = true; changed && sweep < sweeps; sweep += 1) {
    changed = false;
    let idle: Member | undefined;
    for (const entry of units) {
      // Who is like the one before, and idle like them, would do as they did.
      if (entry.unit.way === -1 && entry.member === idle) continue;
      serve(entry.unit, -1);
      let before = entry.unit.cost;
      for (const row of new Set(entry.unit.rows)) if (at(left, row) > 0) before -= worth;
      for (let row = 0; row < own.length; row += 1) own[row] = at(left, row) > 0 ? worth : 0;
      pricing.prices = own;
      const pick = pricing.best(entry.member);
      spend(pricing.takeSteps() + own.length);
      if (pick.value < before) {
        entry.unit = unitOf(table, entry.member.group, pick);
        changed = true;
        idle = undefined;
      } else if (entry.unit.way === -1) idle = entry.member;
      serve(entry.unit, 1);
    }
  }
  return units;
}
