/** A linear program in whole numbers, as every solver understands it: columns with bounds, rows with bounds, aims. */

export type Term = readonly [column: number, factor: number];

export type Row = { readonly terms: readonly Term[]; readonly lower: number; readonly upper: number };

/** What is to be made as great as possible: `constant` and the sum of its terms. */
export type Aim = { readonly terms: readonly Term[]; readonly most: number };

export type IntegerProgram = {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
  /** In the order of their importance; `most` is a number that the aim cannot exceed. */
  readonly aims: readonly [Aim, Aim, Aim, Aim];
};

/** What the columns come to for each aim. */
export function aimed({ aims }: IntegerProgram, columns: ArrayLike<number>): readonly [number, number, number, number] {
  const sum = ({ terms }: Aim): number =>
    terms.reduce((total, [column, factor]) => total + factor * Math.round(columns[column] ?? 0), 0);
  const [held, met, filled, kept] = aims;
  return [sum(held), sum(met), sum(filled), sum(kept)];
}

/** All aims as one: each weighs more than all that come after it can make together. */
export function weighted({ aims }: IntegerProgram): readonly Term[] {
  const factors = new Map<number, number>();
  let weight = 1;
  for (const { terms, most } of aims.toReversed()) {
    for (const [column, factor] of terms) factors.set(column, (factors.get(column) ?? 0) + weight * factor);
    weight *= most + 1;
  }
  return [...factors];
}

/** Columns and rows while they are put together. */
export class Draft {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly rows: Row[] = [];

  column(lower: number, upper: number): number {
    this.lower.push(lower);
    return this.upper.push(upper) - 1;
  }

  /** The terms together are at most `most` times a column, or at most `most` where there is none. */
  atMost(terms: readonly Term[], most: number, column?: number): void {
    if (terms.length === 0 || most === Number.POSITIVE_INFINITY) return;
    if (column === undefined) this.rows.push({ terms, lower: Number.NEGATIVE_INFINITY, upper: most });
    else this.rows.push({ terms: [...terms, [column, -most]], lower: Number.NEGATIVE_INFINITY, upper: 0 });
  }
}
