/** Which id stands for each of the ids that are known to be one person's; ids that were never merged are not in it. */
export type Aliases = ReadonlyMap<string, string>;

/**
 * Follows merges, each saying that the first id is read as the second. Ids that hang together are one person, who goes by
 * the id that is read as no other (the smallest of several, and the smallest of all where they point in a circle): the
 * same whatever the order in which the merges were recorded.
 */
export function aliasesOf(merges: readonly (readonly [from: string, into: string])[]): Aliases {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    return at;
  };
  for (const [from, into] of merges) {
    const [a, b] = [find(from), find(into)];
    leader.set(a, b);
    leader.set(b, b);
  }
  const replaced = new Set(merges.map(([from]) => from));
  const people = Map.groupBy(leader.keys(), find);
  return new Map(
    [...people.values()].flatMap((ids) => {
      const sorted = ids.toSorted(byCodeUnit);
      const one = sorted.find((id) => !replaced.has(id)) ?? sorted[0] ?? '';
      return sorted.map((id) => [id, one] as const);
    }),
  );
}

/** Ids are compared by UTF-16 code unit (contract). */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
