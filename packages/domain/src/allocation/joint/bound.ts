import type { Columns, Takers } from './columns.ts';
import type { Rests } from './rests.ts';

/** What sums may be wrong by, as a part of all that is added. */
const ERROR = 1e-14;

/**
 * What nothing exceeds, by the prices of the rows: what each taker makes at most, and what the rests of rows do. From
 * columns as they were given, so that errors of many changes do not count.
 */
export function boundBy(
  { first, row, factor, worth, count }: Columns,
  takers: readonly Takers[],
  { prices, lower, upper }: Rests,
): number {
  const profit = new Float64Array(count);
  for (let column = 0; column < count; column += 1) {
    let sum = worth[column] as number;
    for (let entry = first[column] as number; entry < (first[column + 1] as number); entry += 1) {
      sum -= (prices[row[entry] as number] as number) * (factor[entry] as number);
    }
    profit[column] = sum;
  }
  let [total, all] = [0, 0];
  const add = (amount: number): void => {
    total += amount;
    all += Math.abs(amount);
  };
  for (const { columns, size } of takers) {
    let most = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < columns.length; at += 1) most = Math.max(most, profit[columns[at] as number] as number);
    add(size * most);
  }
  for (const [at, price] of prices.entries()) add(-price * ((price > 0 ? lower : upper)[at] as number));
  return total + all * ERROR;
}
