import { at, type Table } from './covering.ts';
import type { Pick } from './pricing.ts';

/** What one individual takes: positions of the way and of the entries, the rows it serves, and what it costs. */
export type Unit = {
  readonly group: number;
  readonly way: number;
  readonly entries: readonly number[];
  readonly rows: readonly number[];
  readonly cost: number;
};

/** What the pricing picked, in a form that outlives it. */
export function unitOf(table: Table, group: number, { way, entries }: Pick): Unit {
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

/** How much of it a member takes, by the number of the member; parts too. */
export type Share = { readonly member: number; readonly unit: Unit; readonly amount: number };
