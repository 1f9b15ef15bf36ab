import { Inverse } from './inverse.ts';
import type { Unit } from './unit.ts';

/** Something that can be in a basis: a way of a member, or of a row what it lacks or what is served beyond its need. */
export type Column = {
  readonly member: number;
  readonly unit: Unit;
  /** The rows of the unit that count. */
  readonly rows: readonly number[];
  readonly sign: 1 | -1;
};

/** What stands for a member in the column of a row. */
export const LACKING = -1;
export const BEYOND = -2;

/** What is too small to be told from nought. */
export const TINY = 1e-7;
/** After so many pivots the inverse is made anew, and errors with it. */
const FRESH = { least: 120, each: 4 };

type Start = {
  /** What each row asks for. */
  readonly need: Float64Array;
  /** Individuals by member, and what each member begins with. */
  readonly sizes: readonly number[];
  readonly keys: readonly Column[];
  /** What a place that is not served costs. */
  readonly most: number;
  readonly spend: (steps: number) => void;
};

/**
 * A basis of a linear program in which every member takes exactly as many columns as it has individuals, in parts if need
 * be, and every row gets what it asks for. Of each member one column, its key, makes up its number; all others in the
 * basis are told apart by rows alone, so that the inverse has no more lines than there are rows (generalized upper
 * bounds). Columns come in one at a time (primal simplex).
 */
export class Basis {
  /** What one more place of each row would cost. */
  readonly prices: Float64Array;
  readonly #size: number;
  readonly #need: Float64Array;
  readonly #sizes: readonly number[];
  readonly #spend: (steps: number) => void;
  readonly #key: Column[];
  readonly #basic: Column[];
  readonly #inverse: Inverse;
  readonly #value: Float64Array;
  /** What each basic column loses where one of what comes in is taken. */
  readonly #change: Float64Array;
  /** The same of the key of a member, and how much of the key there is. */
  readonly #loss: Float64Array;
  readonly #amount: Float64Array;
  #most: number;
  #pivots = 0;

  constructor({ need, sizes, keys, most, spend }: Start) {
    const size = need.length;
    this.#size = size;
    this.#need = need;
    this.#sizes = sizes;
    this.#key = [...keys];
    this.#most = most;
    this.#spend = spend;
    const left = this.#left();
    this.#basic = Array.from(left, (rest, row) => columnOf(rest < 0 ? BEYOND : LACKING, row, most));
    this.#value = left.map(Math.abs);
    this.prices = left.map((rest) => (rest < 0 ? 0 : most));
    this.#inverse = new Inverse(this.#basic.map(({ sign }) => sign));
    this.#change = new Float64Array(size);
    this.#loss = new Float64Array(sizes.length);
    this.#amount = new Float64Array(sizes.length);
  }

  /** What a member's key costs beside what it earns. */
  worthOfKey(member: number): number {
    return this.#worth(this.#key[member] as Column);
  }

  /** What all rows lack. */
  get lack(): number {
    return this.#basic.reduce((sum, { member }, i) => sum + (member === LACKING ? (this.#value[i] as number) : 0), 0);
  }

  /** How much of each column of a member there is. */
  *shares(): Generator<readonly [column: Column, amount: number]> {
    const left = Float64Array.from(this.#sizes);
    for (const [i, column] of this.#basic.entries()) {
      if (column.member < 0) continue;
      const amount = this.#value[i] as number;
      left[column.member] = (left[column.member] as number) - amount;
      yield [column, amount];
    }
    for (const [member, column] of this.#key.entries()) yield [column, left[member] as number];
  }

  /** A place that is not served costs more from now on. */
  raise(most: number): void {
    this.#most = most;
    this.#renew();
  }

  /** Takes a column in; false where that gains nothing. */
  enter(column: Column): boolean {
    if (!this.#enter(column)) return false;
    this.settle();
    return true;
  }

  /** Looks once at every price that cannot be, below nought or above what a place costs; whether one was moved. */
  settle(): boolean {
    let moved = false;
    for (let row = 0; row < this.#size; row += 1) {
      const price = this.prices[row] as number;
      if (price < -TINY) moved = this.#enter(columnOf(BEYOND, row, 0)) || moved;
      else if (price > this.#most + TINY) moved = this.#enter(columnOf(LACKING, row, this.#most)) || moved;
    }
    return moved;
  }

  #enter(column: Column): boolean {
    const gain = this.#worth(column) - (column.member < 0 ? 0 : this.worthOfKey(column.member));
    if (gain >= -TINY) return false;
    const [size, value, change] = [this.#size, this.#value, this.#change];
    this.#turn(column);
    const { leaving, key, step } = this.#leaving(column.member);
    if (leaving === -1 && key === -1) return false;
    this.#spend(4 + ((size * size) >> 3));
    // A key without any other column of its member gives way at once: rows do not tell it from what comes.
    const isAlone = key !== -1 && this.#basic.every(({ member }) => member !== key);
    const out = key === -1 ? leaving : isAlone ? -1 : this.#exchange(key);
    if (out !== -1) this.#inverse.replace(out, change);
    for (let i = 0; i < size; i += 1) value[i] = (value[i] as number) - (change[i] as number) * step;
    if (out === -1) {
      this.#key[key] = column;
      return true;
    }
    value[out] = step;
    this.#basic[out] = column;
    this.#inverse.addLine(out, gain, this.prices);
    this.#pivots += 1;
    if (this.#pivots % (FRESH.least + FRESH.each * size) === 0) this.#renew();
    return true;
  }

  #worth({ unit, rows, sign }: Column): number {
    let worth = unit.cost;
    for (const row of rows) worth -= sign * (this.prices[row] as number);
    return worth;
  }

  /** What the keys alone leave of each row. */
  #left(): Float64Array {
    const left = this.#need.slice();
    for (const [member, { rows }] of this.#key.entries()) {
      for (const row of rows) left[row] = (left[row] as number) - (this.#sizes[member] as number);
    }
    return left;
  }

  #turn({ member, rows, sign }: Column): void {
    this.#change.fill(0);
    for (const row of rows) this.#inverse.addColumn(row, sign, this.#change);
    for (const row of this.#key[member]?.rows ?? []) this.#inverse.addColumn(row, -1, this.#change);
  }

  /** What is used up first: a basic column by position, or the key of a member; and how much has come in by then. */
  #leaving(entering: number): { readonly leaving: number; readonly key: number; readonly step: number } {
    const [change, value, loss, amount] = [this.#change, this.#value, this.#loss, this.#amount];
    for (const { member } of this.#basic) {
      if (member < 0) continue;
      loss[member] = 0;
      amount[member] = this.#sizes[member] as number;
    }
    if (entering >= 0) {
      loss[entering] = 1;
      amount[entering] = this.#sizes[entering] as number;
    }
    let [leaving, key, step, pivot] = [-1, -1, Number.POSITIVE_INFINITY, 0];
    for (const [i, { member }] of this.#basic.entries()) {
      const own = change[i] as number;
      if (member >= 0) {
        loss[member] = (loss[member] as number) - own;
        amount[member] = (amount[member] as number) - (value[i] as number);
      }
      if (own <= TINY) continue;
      const most = Math.max(0, value[i] as number) / own;
      if (most > step || (most === step && own <= pivot)) continue;
      [leaving, step, pivot] = [i, most, own];
    }
    const look = (member: number): void => {
      const own = member < 0 ? 0 : (loss[member] as number);
      if (own <= TINY) return;
      const most = Math.max(0, amount[member] as number) / own;
      if (most > step || (most === step && own <= pivot)) return;
      [leaving, key, step, pivot] = [-1, member, most, own];
    };
    for (const { member } of this.#basic) look(member);
    look(entering);
    return { leaving, key, step };
  }

  /** Makes the key of a member an ordinary column, and one of its others the key; where the old key then stands. */
  #exchange(member: number): number {
    const own = [...this.#basic.keys()].filter((i) => this.#basic[i]?.member === member);
    const amount = (i: number): number => this.#value[i] as number;
    const out = own.reduce((most, i) => (amount(i) > amount(most) ? i : most));
    this.#inverse.negateSum(
      out,
      own.filter((i) => i !== out),
    );
    const key = this.#key[member] as Column;
    this.#key[member] = this.#basic[out] as Column;
    this.#basic[out] = key;
    this.#change[out] = this.#loss[member] as number;
    this.#value[out] = this.#amount[member] as number;
    return out;
  }

  /** The inverse, the values and the prices from the basis alone. */
  #renew(): void {
    const size = this.#size;
    const matrix = new Float64Array(size * size);
    for (const [i, { member, rows, sign }] of this.#basic.entries()) {
      for (const row of rows) matrix[row * size + i] = sign;
      for (const row of this.#key[member]?.rows ?? []) matrix[row * size + i] = (matrix[row * size + i] as number) - 1;
    }
    this.#inverse.invert(matrix);
    this.#value.fill(0);
    this.prices.fill(0);
    for (const [row, left] of this.#left().entries()) this.#inverse.addColumn(row, left, this.#value);
    for (const [i, { member, unit }] of this.#basic.entries()) {
      const cost = member === LACKING ? this.#most : unit.cost - (this.#key[member]?.unit.cost ?? 0);
      this.#inverse.addLine(i, cost, this.prices);
    }
    this.#spend(size ** 3 / 4);
  }
}

function columnOf(member: typeof LACKING | typeof BEYOND, row: number, cost: number): Column {
  const unit: Unit = { group: -1, way: -1, entries: [], rows: [], cost: member === LACKING ? cost : 0 };
  return { member, unit, rows: [row], sign: member === LACKING ? 1 : -1 };
}
