import { at, type Table } from './covering.ts';

/** Individuals who are alike at one node of the search: what none of them may serve, and what each of them must. */
export type Member = {
  readonly group: number;
  readonly size: number;
  readonly banned: ReadonlySet<number> | undefined;
  readonly required: ReadonlySet<number> | undefined;
};

/** What a member takes: the way (-1 is none) and of each of its menus the entry (-1 is none), by number in the table. */
export type Pick = { value: number; way: number; readonly entries: number[] };

/**
 * Finds what one individual takes when serving a row is worth its price: the way that costs least beside what it earns.
 * The prices are multiples of a power of two, so that sums of them are exact. A menu that stands in many ways is looked at
 * once as long as the prices stay.
 */
export class Pricing {
  readonly #table: Table;
  readonly #price: Float64Array;
  readonly #must: Uint8Array;
  readonly pick: Pick = { value: 0, way: -1, entries: [] };
  #steps = 0;
  /** Counts prices: of which of them a menu was last looked at, and what was found then. */
  #round = 0;
  readonly #seen: Int32Array;
  readonly #bestOf: Int32Array;
  readonly #worthOf: Float64Array;
  readonly #haveOf: Int32Array;

  constructor(table: Table) {
    const menus = table.entryOf.length - 1;
    this.#table = table;
    this.#price = new Float64Array(table.demand.length);
    this.#must = new Uint8Array(table.demand.length);
    this.#seen = new Int32Array(menus);
    this.#bestOf = new Int32Array(menus);
    this.#worthOf = new Float64Array(menus);
    this.#haveOf = new Int32Array(menus);
  }

  /** The prices that hold from now on. */
  set prices(prices: Float64Array) {
    this.#price.set(prices);
    this.#round += 1;
  }

  /** What was done since it was asked last: entries and menus looked at. */
  takeSteps(): number {
    const steps = this.#steps;
    this.#steps = 0;
    return steps;
  }

  /** Fills `pick`; its value is infinite where the member cannot serve all that it must. */
  best(member: Member): Pick {
    const { wayOf, placeOf, cost } = this.#table;
    const { pick } = this;
    const before = this.#prepare(member);
    const needed = member.required?.size ?? 0;
    const until = at(wayOf, member.group + 1);
    let [least, chosen] = [needed === 0 ? 0 : Number.POSITIVE_INFINITY, -1];
    for (let way = at(wayOf, member.group); way < until; way += 1) {
      let value = at(cost, way);
      let have = 0;
      const places = at(placeOf, way + 1);
      for (let place = at(placeOf, way); place < places; place += 1) {
        const menu = this.#look(place, needed > 0);
        value -= this.#worthOf[menu] as number;
        have += at(this.#haveOf, menu);
      }
      if (have < needed || value >= least) continue;
      [least, chosen] = [value, way];
    }
    pick.value = least;
    pick.way = chosen;
    pick.entries.length = 0;
    if (chosen !== -1) {
      for (let place = at(placeOf, chosen); place < at(placeOf, chosen + 1); place += 1) {
        pick.entries.push(at(this.#bestOf, this.#look(place, needed > 0)));
      }
    }
    this.#steps += 1 + until - at(wayOf, member.group);
    this.#restore(member, before);
    return pick;
  }

  /** For each row the least value of what the member can take with this row served; infinite where it cannot. */
  bestWith(member: Member, least: Float64Array, entryLeast?: Float64Array): void {
    const table = this.#table;
    least.fill(Number.POSITIVE_INFINITY);
    const before = this.#prepare(member);
    const needed = member.required?.size ?? 0;
    for (let way = at(table.wayOf, member.group); way < at(table.wayOf, member.group + 1); way += 1) {
      let value = at(table.cost, way);
      let have = 0;
      for (let place = at(table.placeOf, way); place < at(table.placeOf, way + 1); place += 1) {
        const menu = this.#look(place, needed > 0);
        value -= this.#worthOf[menu] as number;
        have += at(this.#haveOf, menu);
      }
      if (have < needed) continue;
      for (let place = at(table.placeOf, way); place < at(table.placeOf, way + 1); place += 1) {
        const menu = this.#look(place, needed > 0);
        const [worth, must] = [this.#worthOf[menu] as number, at(this.#haveOf, menu)];
        const [first, until] = [at(table.entryOf, menu), at(table.entryOf, menu + 1)];
        this.#steps += until - first;
        for (let entry = first; entry < until; entry += 1) {
          if (needed > 0 && this.#had(entry) < must) continue;
          const other = value + worth - this.#worth(entry);
          if (entryLeast !== undefined) entryLeast[at(table.countOf, place) + entry - first] = other;
          for (let each = at(table.rowOf, entry); each < at(table.rowOf, entry + 1); each += 1) {
            const row = at(table.row, each);
            if (other < (least[row] as number)) least[row] = other;
          }
        }
      }
    }
    if (member.banned !== undefined) for (const row of member.banned) least[row] = Number.POSITIVE_INFINITY;
    this.#restore(member, before);
  }

  /** What the rows of an entry earn. */
  #worth(entry: number): number {
    const { row, rowOf } = this.#table;
    let worth = 0;
    for (let place = at(rowOf, entry), until = at(rowOf, entry + 1); place < until; place += 1) {
      worth += this.#price[at(row, place)] as number;
    }
    return worth;
  }

  /** How many rows of an entry must be served. */
  #had(entry: number): number {
    const { row, rowOf } = this.#table;
    let have = 0;
    for (let place = at(rowOf, entry); place < at(rowOf, entry + 1); place += 1) {
      have += this.#must[at(row, place)] as number;
    }
    return have;
  }

  /** Finds the best entry of the menu at a place of a way; what was found stands at the menu. */
  #look(place: number, must: boolean): number {
    const { menuAt, entryOf } = this.#table;
    const menu = at(menuAt, place);
    if (at(this.#seen, menu) === this.#round) return menu;
    let [best, worth, have] = [-1, 0, 0];
    const until = at(entryOf, menu + 1);
    for (let entry = at(entryOf, menu); entry < until; entry += 1) {
      const own = this.#worth(entry);
      const had = must ? this.#had(entry) : 0;
      if (had === have ? own <= worth : had < have) continue;
      best = entry;
      worth = own;
      have = had;
    }
    this.#steps += 1 + until - at(entryOf, menu);
    this.#seen[menu] = this.#round;
    this.#bestOf[menu] = best;
    this.#worthOf[menu] = worth;
    this.#haveOf[menu] = have;
    return menu;
  }

  /** A member with rows that it may not or must serve sees other prices than the rest. */
  #prepare({ banned, required }: Member): readonly number[] | undefined {
    if (banned === undefined && required === undefined) return undefined;
    this.#round += 1;
    const before: number[] = [];
    for (const row of banned ?? []) {
      before.push(this.#price[row] as number);
      this.#price[row] = 0;
    }
    for (const row of required ?? []) this.#must[row] = 1;
    return before;
  }

  #restore({ banned, required }: Member, before: readonly number[] | undefined): void {
    if (before === undefined) return;
    this.#round += 1;
    let index = 0;
    for (const row of banned ?? []) {
      this.#price[row] = before[index] as number;
      index += 1;
    }
    for (const row of required ?? []) this.#must[row] = 0;
  }
}
