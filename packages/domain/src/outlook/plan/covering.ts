/**
 * The core of a plan: rows that ask for people, and people who each take one way. A **row** is a job role, a presence or a
 * line of personnel on one day, with the number of people it still needs. A **way** costs a whole number of exams and has
 * **menus**: of each menu one entry is taken, a set of rows that the individual then serves. Limits are in the entries: a
 * menu of job roles lists what one individual may fill together. A row stands in the entries of one menu of a way only.
 * Serving more people than a row needs does no harm, so that only entries that no other entry contains must be listed.
 */
export type Covering = {
  /** People needed, by row; whole numbers. */
  readonly demand: readonly number[];
  readonly groups: readonly Group[];
};

/** Individuals who are alike. Each takes one of the ways or none; none costs nothing and serves nothing. */
export type Group = { readonly size: number; readonly ways: readonly Way[] };

export type Way = { readonly cost: number; readonly menus: readonly Menu[] };
export type Menu = readonly Entry[];
/** Row numbers. */
export type Entry = readonly number[];

/** What one individual takes: the way and of each of its menus the entry, by position. */
export type Taken = { readonly way: number; readonly entries: readonly number[] };

/**
 * The ways of all groups in flat arrays of integers: the search goes through them thousands of times. The ways of group g
 * are `wayOf[g]` up to `wayOf[g + 1]`; likewise places for menus in a way, entries of a menu and rows of an entry. A menu
 * that stands in many ways is there once.
 */
export type Table = {
  readonly demand: Int32Array;
  readonly wayOf: Int32Array;
  readonly cost: Int32Array;
  /** The position that a way has in its group, and an entry in its menu. */
  readonly wayAt: Int32Array;
  readonly placeOf: Int32Array;
  /** The menu at a place of a way; and at which number the entries there begin when those of all places are counted. */
  readonly menuAt: Int32Array;
  readonly countOf: Int32Array;
  readonly entryOf: Int32Array;
  readonly entryAt: Int32Array;
  readonly rowOf: Int32Array;
  readonly row: Int32Array;
};

export function tableOf({ demand, groups }: Covering): Table {
  const table = builder(Int32Array.from(demand));
  const known = new Map<Menu, number>();
  for (const { ways } of groups) {
    for (const [wayAt, { cost, menus }] of ways.entries()) {
      for (const menu of menus) {
        const before = known.get(menu);
        if (before !== undefined) {
          table.place(before);
          continue;
        }
        for (const [entryAt, entry] of menu.entries()) table.entry(entry, entryAt);
        known.set(menu, table.endMenu());
      }
      table.endWay(cost, wayAt);
    }
    table.endGroup();
  }
  return table.done();
}

/** The same with those entries only that are alive, by their count over all places; a way that has lost them all is gone. */
export function thinned(table: Table, alive: (count: number) => boolean): Table {
  const thin = builder(table.demand);
  const { wayOf, placeOf, menuAt, countOf, entryOf } = table;
  for (let group = 0; group + 1 < wayOf.length; group += 1) {
    for (let way = at(wayOf, group); way < at(wayOf, group + 1); way += 1) {
      const [from, until] = [at(placeOf, way), at(placeOf, way + 1)];
      let some = false;
      for (let count = at(countOf, from); count < at(countOf, until) && !some; count += 1) some = alive(count);
      if (!some) continue;
      for (let place = from; place < until; place += 1) {
        const first = at(entryOf, at(menuAt, place));
        for (let count = at(countOf, place); count < at(countOf, place + 1); count += 1) {
          if (!alive(count)) continue;
          const entry = first + count - at(countOf, place);
          thin.entry(table.row.subarray(at(table.rowOf, entry), at(table.rowOf, entry + 1)), at(table.entryAt, entry));
        }
        thin.endMenu();
      }
      thin.endWay(at(table.cost, way), at(table.wayAt, way));
    }
    thin.endGroup();
  }
  return thin.done();
}

/** An element that is there: the loops stay within their arrays. */
export function at(array: Int32Array, index: number): number {
  return array[index] as number;
}

function builder(demand: Int32Array) {
  const [wayOf, cost, wayAt, placeOf] = [[0], [] as number[], [] as number[], [0]];
  const [menuAt, countOf] = [[] as number[], [0]];
  const [entryOf, entryAt, rowOf, row] = [[0], [] as number[], [0], [] as number[]];
  let count = 0;
  const place = (menu: number): number => {
    menuAt.push(menu);
    count += (entryOf[menu + 1] as number) - (entryOf[menu] as number);
    countOf.push(count);
    return menu;
  };
  return {
    entry(rows: Iterable<number>, position: number): void {
      for (const each of rows) row.push(each);
      rowOf.push(row.length);
      entryAt.push(position);
    },
    /** Puts a menu that is there already into the way. */
    place,
    /** Ends a menu, which stands in the way. */
    endMenu(): number {
      entryOf.push(entryAt.length);
      return place(entryOf.length - 2);
    },
    endWay(exams: number, position: number): void {
      placeOf.push(menuAt.length);
      cost.push(exams);
      wayAt.push(position);
    },
    endGroup(): void {
      wayOf.push(cost.length);
    },
    done: (): Table => ({
      demand,
      wayOf: Int32Array.from(wayOf),
      cost: Int32Array.from(cost),
      wayAt: Int32Array.from(wayAt),
      placeOf: Int32Array.from(placeOf),
      menuAt: Int32Array.from(menuAt),
      countOf: Int32Array.from(countOf),
      entryOf: Int32Array.from(entryOf),
      entryAt: Int32Array.from(entryAt),
      rowOf: Int32Array.from(rowOf),
      row: Int32Array.from(row),
    }),
  };
}
