import type { Covering } from '@standing/domain/source/src/outlook/plan/covering.ts';
import { aimed, Draft, type IntegerProgram, type Term } from '@standing/domain/source/tests/optimum/integer-program.ts';

/** The plan as a linear program in whole numbers: who takes which way, and which entry of each of its menus. */
export function programOf({ demand, groups }: Covering): IntegerProgram {
  const draft = new Draft();
  const served: Term[][] = demand.map(() => []);
  const cost: Term[] = [];
  for (const { size, ways } of groups) {
    const all: Term[] = [];
    for (const way of ways) {
      const taken: Term[] = [];
      // With one menu, to take an entry of it is to take the way.
      const column = way.menus.length === 1 ? undefined : draft.column(0, size);
      if (column !== undefined) taken.push([column, 1]);
      for (const menu of way.menus) {
        const entries = menu.map((rows): Term => {
          const entry = draft.column(0, size);
          for (const row of rows) served[row]?.push([entry, 1]);
          return [entry, 1];
        });
        if (column === undefined) taken.push(...entries);
        else draft.atMost(entries, 1, column);
      }
      all.push(...taken);
      if (way.cost > 0) cost.push(...taken.map(([own]): Term => [own, -way.cost]));
    }
    draft.atMost(all, size);
  }
  for (const [row, needed] of demand.entries()) {
    draft.rows.push({ terms: served[row] ?? [], lower: needed, upper: Number.POSITIVE_INFINITY });
  }
  const nothing = { terms: [], most: 0 };
  const { lower, upper, rows } = draft;
  return { lower, upper, rows, aims: [nothing, nothing, nothing, { terms: cost, most: 0 }] };
}

export function costOf(program: IntegerProgram, columns: ArrayLike<number>): string {
  return String(-aimed(program, columns)[3]);
}
