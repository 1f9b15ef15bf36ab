/**
 * Puts two ids, or two days of which one may be infinite, in order: below zero when the first comes first. Ids are
 * compared by UTF-16 code unit, never by locale, so that every machine has the same order.
 */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
