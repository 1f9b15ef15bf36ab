import { Flow } from '../allocation/flow.ts';
import type { Places } from '../edition/places.ts';

/**
 * Who counts for which line of a level's personnel, each individual at most once: a largest matching, in which earlier
 * lines are served first and, line by line, the smallest ids that leave it largest (`rules.md` A). `people` come by id.
 */
export function countPersonnel(
  lines: readonly Places[],
  people: readonly string[],
  meets: (individual: string, line: Places) => boolean,
  spend: (steps: number) => void,
): ReadonlyMap<Places, readonly string[]> {
  // Individuals who could fill the same lines are interchangeable but for their ids.
  const kinds = new Map<string, { readonly lines: ReadonlySet<Places>; free: number }>();
  const kindOf = new Map<string, string>();
  const numbers = new Map(lines.map((line, index) => [line, index]));
  for (const id of people) {
    spend(lines.length);
    const own = lines.filter((line) => meets(id, line));
    if (own.length === 0) continue;
    const key = own.map((line) => numbers.get(line)).join();
    kindOf.set(id, key);
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { lines: new Set(own), free: 1 });
    else kind.free += 1;
  }
  /** How many places of each line can be filled at once, earlier lines first. */
  const fillable = (wanted: ReadonlyMap<Places, number>): number => {
    const flow = new Flow(spend);
    const nodes = new Map(
      [...wanted].map(([line, places]) => {
        const node = flow.node();
        flow.edge(node, 1, places);
        return [line, node];
      }),
    );
    for (const kind of kinds.values()) {
      const node = flow.node();
      flow.edge(0, node, kind.free);
      for (const line of kind.lines) flow.edge(node, nodes.get(line) as number, kind.free);
    }
    return flow.run().units;
  };

  const needed = new Map<Places, number>(lines.map((line) => [line, 0]));
  let total = 0;
  for (const line of lines) {
    needed.set(line, line.headcount);
    const reached = fillable(needed);
    needed.set(line, reached - total);
    total = reached;
  }
  const counted = new Map<Places, readonly string[]>();
  const used = new Set<string>();
  for (const line of lines) {
    const own: string[] = [];
    // A kind that cannot be spared for this line now cannot be spared later either: what remains only shrinks.
    const spared = new Set<string>();
    for (const id of people) {
      const left = needed.get(line) ?? 0;
      if (left === 0) break;
      const key = kindOf.get(id);
      const kind = key === undefined ? undefined : kinds.get(key);
      if (key === undefined || kind === undefined || used.has(id) || spared.has(key) || !kind.lines.has(line)) continue;
      kind.free -= 1;
      needed.set(line, left - 1);
      if (fillable(needed) === total - 1) {
        total -= 1;
        own.push(id);
        used.add(id);
      } else {
        kind.free += 1;
        needed.set(line, left);
        spared.add(key);
      }
    }
    counted.set(line, own);
  }
  return counted;
}
