import { Basis, REST } from './basis.ts';
import { boundBy } from './bound.ts';
import { Breakpoints } from './breakpoints.ts';
import type { Bounds, Columns, Takers } from './columns.ts';
import { Crowd } from './crowd.ts';
import { type Leaving, leavingOf } from './leaving.ts';
import { Rests } from './rests.ts';

/** After so many changes the inverse is made anew, so that errors do not add up. */
const RENEWED = 100;
/** So many entries, as a power of two, are one step. */
const STEP_SHIFT = 3;
/** A slope that is taken for nought: less than any amount by which something misses its bounds. */
const LEVEL = 1e-8;
/** An amount that is taken for nought. */
const SLACK = 1e-7;

/** What of a taker stands in which column. */
export type Parts = readonly (readonly [column: number, amount: number])[];

/**
 * A linear program in which takers share themselves out among columns, so that what is taken of each row stays between
 * two bounds: the greatest worth of all. Dual simplex over the prices of rows, with long steps: prices go on past
 * whoever is better off elsewhere then, as long as that helps. That the parts of a taker are all of it takes no part in
 * the basis (generalized upper bounds), which is as large as there are rows, however many people there are.
 */
export class Program {
  readonly #basis: Basis;
  readonly #crowd: Crowd;
  readonly #rests: Rests;
  readonly #way: Float64Array;
  readonly #breakpoints = new Breakpoints();
  readonly #spend: (steps: number) => void;
  /** What all comes to at these prices. */
  #total: number;
  #changes = 0;

  private constructor(basis: Basis, crowd: Crowd, rests: Rests, total: number, spend: (steps: number) => void) {
    this.#basis = basis;
    this.#crowd = crowd;
    this.#rests = rests;
    this.#total = total;
    this.#spend = spend;
    this.#way = new Float64Array(basis.rows);
  }

  /** `aside` is given at most beside what a column is worth, so that no two ways are alike. */
  static of(
    columns: Columns,
    takers: readonly Takers[],
    bounds: readonly Bounds[],
    aside: number,
    spend: (steps: number) => void,
  ): Program {
    const crowd = new Crowd(columns, takers, aside);
    return new Program(new Basis(bounds.length), crowd, new Rests(bounds), crowd.profits, spend);
  }

  copy(): Program {
    const parts = [this.#basis.copy(), this.#crowd.copy(), this.#rests.copy()] as const;
    const copy = new Program(...parts, this.#total, this.#spend);
    copy.#changes = this.#changes;
    return copy;
  }

  get takers(): readonly Takers[] {
    return this.#crowd.takers;
  }

  /** False where nothing keeps all rows and comes to `least`; it is of no more use then. */
  solve(least: number): boolean {
    const { rows } = this.#basis;
    for (;;) {
      if (this.#total < least && this.bound() < least) return false;
      if (this.#changes >= RENEWED) this.#renew();
      this.#spend((3 * rows * rows + 2 * this.#crowd.columns.count) >> STEP_SHIFT);
      const leaving = leavingOf(this.#basis, this.#crowd, this.#rests);
      if (leaving === undefined) return true;
      if (!this.#change(leaving)) return false;
    }
  }

  /** What nothing exceeds that keeps all rows. */
  bound(): number {
    const { columns, takers } = this.#crowd;
    return boundBy(columns, takers, this.#rests);
  }

  /** How much of each taker each of its columns has; those with none are left out. */
  amounts(): readonly Parts[] {
    const { taker: takerOf, item, value, rows } = this.#basis;
    const beside = this.takers.map((): [number, number][] => []);
    const left = this.takers.map(({ size }) => size);
    for (let at = 0; at < rows; at += 1) {
      const taker = takerOf[at] as number;
      if (taker === REST) continue;
      const amount = value[at] as number;
      left[taker] = (left[taker] as number) - amount;
      if (amount > SLACK) beside[taker]?.push([item[at] as number, amount]);
    }
    return beside.map((own, taker) => {
      const amount = left[taker] as number;
      return amount > SLACK ? [[this.#crowd.key[taker] as number, amount], ...own] : own;
    });
  }

  /** How much is taken of a row. */
  taken(row: number): number {
    const { taker, item, value } = this.#basis;
    const position = taker.findIndex((each, at) => each === REST && item[at] === row);
    return -(position < 0 ? this.#rests.of(row) : (value[position] as number));
  }

  /** No more than so much is taken of a row from now on. */
  atMost(row: number, most: number): void {
    this.#moved(row, this.#rests.confine(row, true, -most));
  }

  atLeast(row: number, least: number): void {
    this.#moved(row, this.#rests.confine(row, false, -least));
  }

  /** Of a taker only `size` take any of its columns from now on; the others keep to `narrow`. */
  part(taker: number, size: number, narrow: Int32Array): void {
    const [basis, crowd] = [this.#basis, this.#crowd];
    if (size > 0) {
      this.#total -= crowd.part(taker, size, narrow);
      return;
    }
    const isOut = (column: number): boolean => !narrow.includes(column);
    crowd.takers[taker] = { ...(crowd.takers[taker] as Takers), columns: narrow };
    crowd.isKeyOut[taker] = isOut(crowd.key[taker] as number);
    for (const at of basis.positionsOf(taker)) basis.isOut[at] = Number(isOut(basis.item[at] as number));
    this.#total -= crowd.settle(taker);
  }

  #moved(row: number, by: number): void {
    this.#crowd.needs(row, by);
    this.#total -= (this.#rests.prices[row] as number) * by;
  }

  /** Moves the prices along what leaves the basis, as far as that helps; false where it helps without end. */
  #change({ position, rises }: Leaving): boolean {
    const [basis, crowd, rests, points, way] = [this.#basis, this.#crowd, this.#rests, this.#breakpoints, this.#way];
    const { rows } = basis;
    for (let row = 0; row < rows; row += 1) {
      const entry = basis.inverse[position * rows + row] as number;
      way[row] = rises ? entry : -entry;
    }
    crowd.turn(way);
    points.clear();
    for (let row = 0; row < rows; row += 1) points.add(rests.turnsAt(row, way), -1 - row, 0);
    const [leaving, item] = [basis.taker[position] as number, basis.item[position] as number];
    let slope = -Math.abs(basis.value[position] as number);
    if (leaving === REST) {
      rests.leave(item, rises);
      slope = -Math.abs((basis.value[position] as number) - rests.of(item));
      crowd.needs(item, rests.of(item));
    } else crowd.ties[leaving] = (crowd.ties[leaving] as number) - 1;
    for (let taker = 0; taker < crowd.takers.length; taker += 1) {
      if (crowd.leaves(taker)) points.add(Math.max(0, crowd.at), taker, crowd.to);
    }
    for (let at = 0; points.take(); ) {
      const { who, what } = points;
      this.#total += slope * (points.at - at);
      at = points.at;
      const row = -1 - who;
      const isTied = row < 0 && crowd.ties[who] !== 0;
      slope += row >= 0 ? this.#gainOf(row) : crowd.gain(who, what);
      if (slope > -LEVEL || isTied) {
        this.#enter(position, at, row >= 0 ? REST : who, row >= 0 ? row : what);
        if (leaving !== REST) this.#total -= crowd.settle(leaving);
        return true;
      }
      if (row >= 0) {
        const before = rests.of(row);
        rests.flip(row);
        crowd.needs(row, rests.of(row) - before);
      } else {
        crowd.rekey(who, what);
        if (crowd.leaves(who)) points.add(Math.max(at, crowd.at), who, crowd.to);
      }
    }
    return false;
  }

  #gainOf(row: number): number {
    const { lower, upper } = this.#rests;
    return ((upper[row] as number) - (lower[row] as number)) * Math.abs(this.#way[row] as number);
  }

  /** Prices come to stand where the line ends, and what entered takes the place of what left. */
  #enter(position: number, far: number, taker: number, item: number): void {
    const [basis, crowd, rests] = [this.#basis, this.#crowd, this.#rests];
    rests.go(far, this.#way);
    crowd.go(far);
    if (taker === REST) {
      crowd.needs(item, -rests.of(item));
      rests.enter(item);
    } else crowd.ties[taker] = (crowd.ties[taker] as number) + 1;
    basis.enter(position, taker, item, taker === REST ? REST : (crowd.key[taker] as number), crowd.columns);
    this.#changes += 1;
  }

  /** All that follows from the basis anew. */
  #renew(): void {
    const [basis, crowd, rests] = [this.#basis, this.#crowd, this.#rests];
    const { rows } = basis;
    basis.renew(crowd.key, crowd.columns);
    this.#spend((rows * rows * rows) >> STEP_SHIFT);
    const prices = rests.prices.fill(0);
    for (let at = 0; at < rows; at += 1) {
      const taker = basis.taker[at] as number;
      if (taker === REST) continue;
      const beyond = crowd.beyond(basis.item[at] as number, crowd.key[taker] as number);
      for (let row = 0; row < rows; row += 1) {
        prices[row] = (prices[row] as number) + beyond * (basis.inverse[at * rows + row] as number);
      }
    }
    crowd.reprice(prices);
    this.#total = crowd.profits;
    for (let row = 0; row < rows; row += 1) if (!rests.isBasic(row)) this.#moved(row, rests.of(row));
    this.#changes = 0;
  }
}
