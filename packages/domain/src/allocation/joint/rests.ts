import type { Bounds } from './columns.ts';

const BASIC = 0;
const AT_LOWER = 1;
const AT_UPPER = 2;

/** What is too small to move a price. */
const TINY = 1e-7;

/** The rests of rows with their bounds, and the prices of the rows: a price is nought where the rest is in the basis. */
export class Rests {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly prices: Float64Array;
  /** In the basis, or at which bound. */
  readonly #at: Uint8Array;

  constructor(bounds: readonly Bounds[], from?: Rests) {
    this.lower = from?.lower.slice() ?? Float64Array.from(bounds, ([least]) => least);
    this.upper = from?.upper.slice() ?? Float64Array.from(bounds, ([, most]) => most);
    this.prices = from?.prices.slice() ?? new Float64Array(bounds.length);
    this.#at = from === undefined ? new Uint8Array(bounds.length) : from.#at.slice();
  }

  copy(): Rests {
    return new Rests([], this);
  }

  isBasic(row: number): boolean {
    return this.#at[row] === BASIC;
  }

  /** What is left of a row whose rest is at a bound. */
  of(row: number): number {
    return (this.#at[row] === AT_LOWER ? this.lower[row] : this.upper[row]) as number;
  }

  enter(row: number): void {
    this.#at[row] = BASIC;
    this.prices[row] = 0;
  }

  leave(row: number, toLower: boolean): void {
    this.#at[row] = toLower ? AT_LOWER : AT_UPPER;
  }

  flip(row: number): void {
    this.#at[row] = this.#at[row] === AT_LOWER ? AT_UPPER : AT_LOWER;
  }

  /** Sets a bound; gives by how much a rest that stands there moves. */
  confine(row: number, isLower: boolean, to: number): number {
    const side = isLower ? this.lower : this.upper;
    const change = to - (side[row] as number);
    side[row] = to;
    return this.#at[row] === (isLower ? AT_LOWER : AT_UPPER) ? change : 0;
  }

  /** How far along the way the price of a row comes to nought, so that its rest would go to the other bound. */
  turnsAt(row: number, way: Float64Array): number {
    const change = way[row] as number;
    const at = this.#at[row];
    const falls = at === AT_LOWER ? change < 0 : change > 0;
    if (at === BASIC || !falls || Math.abs(change) < TINY || this.lower[row] === this.upper[row]) {
      return Number.POSITIVE_INFINITY;
    }
    return Math.max(0, -(this.prices[row] as number) / change);
  }

  go(far: number, way: Float64Array): void {
    for (let row = 0; row < way.length; row += 1) {
      this.prices[row] = (this.prices[row] as number) + far * (way[row] as number);
    }
  }
}
