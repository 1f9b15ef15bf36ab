import type { Explanation } from '../src/index.ts';

/** The individual that the facts behind a node belong to. */
export function whose(node: Explanation): string | undefined {
  const [fact] = node.by;
  if (fact !== undefined) return fact.individual;
  for (const part of node.of) {
    const found = whose(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
