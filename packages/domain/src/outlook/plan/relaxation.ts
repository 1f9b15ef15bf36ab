import { at, type Table, thinned } from './covering.ts';
import { type Member, Pricing } from './pricing.ts';

/** What is left of the members, and of each what it costs more at least to serve a row than to do what is best for it. */
export type Narrowed = { readonly members: readonly Member[]; readonly regrets: readonly Float64Array[] };

/** Everybody takes what is best for them alone at some prices: with that no answer can be cheaper. */
export class Relaxation {
  readonly table: Table;
  readonly pricing: Pricing;
  readonly #spend: (steps: number) => void;

  constructor(table: Table, spend: (steps: number) => void) {
    this.table = table;
    this.pricing = new Pricing(table);
    this.#spend = spend;
  }

  /** What all come to at these prices. */
  at(members: readonly Member[], prices: Float64Array): number {
    const { demand } = this.table;
    let value = 0;
    for (let each = 0; each < demand.length; each += 1) value += at(demand, each) * (prices[each] as number);
    this.pricing.prices = prices;
    for (const member of members) value += member.size * this.pricing.best(member).value;
    this.#spend(this.pricing.takeSteps());
    return value;
  }

  /**
   * Bans what nobody can take in an answer below `best`, by what it would cost more; with `thin`, the entries as well.
   * Undefined where there is no such answer.
   */
  narrowed(
    members: readonly Member[],
    prices: Float64Array,
    best: number,
    thin: boolean,
  ): (Narrowed & { readonly table: Table }) | undefined {
    const least = new Float64Array(this.table.demand.length);
    const entryLeast = thin ? new Float64Array(this.table.countOf.at(-1) ?? 0) : undefined;
    const value = this.at(members, prices);
    const room = best - 1 - value;
    if (room < 0) return undefined;
    const regrets: Float64Array[] = [];
    const next = members.map((member): Member => {
      const own = this.pricing.best(member).value;
      this.pricing.bestWith(member, least, entryLeast);
      this.#spend(this.pricing.takeSteps());
      const banned = new Set(member.banned);
      for (let row = 0; row < least.length; row += 1) {
        least[row] = (least[row] as number) - own;
        if ((least[row] as number) > room) banned.add(row);
      }
      if (entryLeast !== undefined) this.#shift(member, entryLeast, own);
      regrets.push(least.slice());
      return banned.size === (member.banned?.size ?? 0) ? member : { ...member, banned };
    });
    const table =
      entryLeast === undefined ? this.table : thinned(this.table, (count) => (entryLeast[count] as number) <= room);
    return { members: next, regrets, table };
  }

  #shift({ group }: Member, entryLeast: Float64Array, by: number): void {
    const { wayOf, placeOf, countOf } = this.table;
    const until = at(countOf, at(placeOf, at(wayOf, group + 1)));
    for (let count = at(countOf, at(placeOf, at(wayOf, group))); count < until; count += 1) {
      entryLeast[count] = (entryLeast[count] as number) - by;
    }
  }
}
