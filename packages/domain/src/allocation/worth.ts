import type { Row } from './dictionary.ts';

/** A set is worth so much, told by the variable `by`; another may be worth the most. */
export function worthIn(set: readonly number[], worth: number, most: number, by: number, size: number): Row {
  const coefficients = new Float64Array(size);
  for (const index of set) coefficients[index] = most - worth;
  coefficients[by] = 1;
  return { coefficients, limit: worth + (most - worth) * set.length };
}
