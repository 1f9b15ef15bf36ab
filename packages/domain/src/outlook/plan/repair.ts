import { at, type Table } from './covering.ts';
import type { Pick as Chosen, Member } from './pricing.ts';
import type { Relaxation } from './relaxation.ts';

/** What one individual takes: positions of the way and of the entries, the rows it serves, and what it costs. */
export type Unit = {
  readonly group: number;
  readonly way: number;
  readonly entries: readonly number[];
  readonly rows: readonly number[];
  readonly cost: number;
};

/** What the pricing picked, in a form that outlives it. */
export function unitOf(table: Table, group: number, { way, entries }: Chosen): Unit {
  if (way === -1) return { group, way: -1, entries: [], rows: [], cost: 0 };
  return {
    group,
    way: at(table.wayAt, way),
    entries: entries.map((entry) => (entry === -1 ? -1 : at(table.entryAt, entry))),
    rows: entries.flatMap((entry) =>
      entry === -1 ? [] : [...table.row.subarray(at(table.rowOf, entry), at(table.rowOf, entry + 1))],
    ),
    cost: at(table.cost, way),
  };
}

/** An individual of a member and what it takes. */
export type Assigned = { readonly member: Member; unit: Unit };

/** How many times everybody is asked again. */
const SWEEPS = 8;

/**
 * A whole answer from prices: one after another everybody takes what is best for them while rows that are served already
 * earn nothing; then everybody is asked again what they would take beside all others, serving first and cost second,
 * until nobody changes. No proof comes from here, only good answers early.
 */
export function repaired(
  { table, pricing }: Pick<Relaxation, 'table' | 'pricing'>,
  members: readonly Member[],
  prices: Float64Array,
  spend: (steps: number) => void,
): readonly Assigned[] {
  const left = Int32Array.from(table.demand);
  const own = new Float64Array(left.length);
  pricing.prices = prices;
  const order = members.map((member, index) => ({ member, index, value: pricing.best(member).value }));
  spend(pricing.takeSteps());
  order.sort((a, b) => a.value - b.value || a.index - b.index);
  const serve = (unit: Unit, by: 1 | -1): void => {
    for (const row of unit.rows) left[row] = (left[row] as number) - by;
  };
  const units: Assigned[] = [];
  for (const { member } of order) {
    for (let count = 0; count < member.size; count += 1) {
      for (let row = 0; row < own.length; row += 1) own[row] = at(left, row) > 0 ? (prices[row] as number) : 0;
      pricing.prices = own;
      const unit = unitOf(table, member.group, pricing.best(member));
      spend(pricing.takeSteps() + own.length);
      units.push({ member, unit });
      serve(unit, 1);
    }
  }
  // Serving one more row is worth more than all that everybody could cost.
  const worth = 1 + table.cost.reduce((most, each) => Math.max(most, each), 0) * units.length;
  for (let sweep = 0, changed = true; changed && sweep < SWEEPS; sweep += 1) {
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
