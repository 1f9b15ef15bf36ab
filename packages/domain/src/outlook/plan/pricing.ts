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
 * The prices are multiples of a power of two, so that sums of them are exact.
 */
export class Pricing {
  readonly #table: Table;
  readonly #price: Float64Array;
  readonly #must: Uint8Array;
  readonly pick: Pick = { value: 0, way: -1, entries: [] };

  constructor(table: Table) {
    this.#table = table;
    this.#price = new Float64Array(table.demand.length);
    this.#must = new Uint8Array(table.demand.length);
  }

  /** Fills `pick`; its value is infinite where the member cannot serve all that it must. */
  best(member: Member, prices: Float64Array): Pick {
    const table = this.#table;
    const { pick } = this;
    const needed = this.#prepare(member, prices);
    pick.value = needed === 0 ? 0 : Number.POSITIVE_INFINITY;
    pick.way = -1;
    pick.entries.length = 0;
    for (let way = at(table.wayOf, member.group); way < at(table.wayOf, member.group + 1); way += 1) {
      let value = at(table.cost, way);
      let have = 0;
      const menus = at(table.menuOf, way + 1);
      for (let menu = at(table.menuOf, way); menu < menus; menu += 1) {
        const entry = this.#bestEntry(menu, needed > 0);
        value -= this.#worth;
        have += this.#have;
        this.#chosen[menu - at(table.menuOf, way)] = entry;
      }
      if (have < needed || value >= pick.value) continue;
      pick.value = value;
      pick.way = way;
      pick.entries.length = menus - at(table.menuOf, way);
      for (let menu = 0; menu < pick.entries.length; menu += 1) pick.entries[menu] = this.#chosen[menu] as number;
    }
    this.#forget(member);
    return pick;
  }

  /** For each row the least value of what the member can take with this row served; infinite where it cannot. */
  bestWith(member: Member, prices: Float64Array, least: Float64Array, entryLeast?: Float64Array): void {
    const table = this.#table;
    least.fill(Number.POSITIVE_INFINITY);
    const needed = this.#prepare(member, prices);
    for (let way = at(table.wayOf, member.group); way < at(table.wayOf, member.group + 1); way += 1) {
      let value = at(table.cost, way);
      let have = 0;
      for (let menu = at(table.menuOf, way); menu < at(table.menuOf, way + 1); menu += 1) {
        this.#bestEntry(menu, needed > 0);
        value -= this.#worth;
        have += this.#have;
      }
      if (have < needed) continue;
      for (let menu = at(table.menuOf, way); menu < at(table.menuOf, way + 1); menu += 1) {
        this.#bestEntry(menu, needed > 0);
        const [worth, must] = [this.#worth, this.#have];
        for (let entry = at(table.entryOf, menu); entry < at(table.entryOf, menu + 1); entry += 1) {
          this.#look(entry);
          if (this.#have < must) continue;
          const other = value + worth - this.#worth;
          if (entryLeast !== undefined) entryLeast[entry] = other;
          for (let place = at(table.rowOf, entry); place < at(table.rowOf, entry + 1); place += 1) {
            const row = at(table.row, place);
            if (other < (least[row] as number)) least[row] = other;
          }
        }
      }
    }
    if (member.banned !== undefined) for (const row of member.banned) least[row] = Number.POSITIVE_INFINITY;
    this.#forget(member);
  }

  /** How many entries a look at a member goes through: what it costs. */
  stepsOf({ group }: Member): number {
    const { wayOf, menuOf, entryOf } = this.#table;
    return 1 + at(entryOf, at(menuOf, at(wayOf, group + 1))) - at(entryOf, at(menuOf, at(wayOf, group)));
  }

  // What the last look at an entry or a menu found: what its rows earn, and how many of those that must be served it has.
  #worth = 0;
  #have = 0;
  readonly #chosen: number[] = [];

  #look(entry: number): void {
    const { row, rowOf } = this.#table;
    let worth = 0;
    let have = 0;
    for (let place = at(rowOf, entry); place < at(rowOf, entry + 1); place += 1) {
      worth += this.#price[at(row, place)] as number;
      have += this.#must[at(row, place)] as number;
    }
    this.#worth = worth;
    this.#have = have;
  }

  #bestEntry(menu: number, must: boolean): number {
    const { entryOf } = this.#table;
    let [best, worth, have] = [-1, 0, 0];
    for (let entry = at(entryOf, menu); entry < at(entryOf, menu + 1); entry += 1) {
      this.#look(entry);
      const better = must && this.#have !== have ? this.#have > have : this.#worth > worth;
      if (!better) continue;
      [best, worth, have] = [entry, this.#worth, this.#have];
    }
    this.#worth = worth;
    this.#have = have;
    return best;
  }

  #prepare({ banned, required }: Member, prices: Float64Array): number {
    this.#price.set(prices);
    if (banned !== undefined) for (const row of banned) this.#price[row] = 0;
    if (required === undefined) return 0;
    for (const row of required) this.#must[row] = 1;
    return required.size;
  }

  #forget({ required }: Member): void {
    if (required !== undefined) for (const row of required) this.#must[row] = 0;
  }
}
