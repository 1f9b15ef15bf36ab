import { Flow } from '../allocation/flow.ts';
import type { Places } from '../edition/places.ts';

/** Individuals who could fill the same lines; `bits` are these lines by their places. */
type Kind = { readonly lines: ReadonlySet<Places>; readonly bits: number; free: number };

/** With so few lines to look at every set of them is faster than a flow. */
const FEW_LINES = 5;

/**
 * The places that can be filled at once, as the smallest cut says it: for some set of lines, all who could fill any of
 * them and all places of the other lines.
 */
function byCuts(wanted: readonly number[], kinds: readonly Kind[], spend: (steps: number) => void): number {
  const sets = 1 << wanted.length;
  spend(sets + kinds.length);
  let least = Number.POSITIVE_INFINITY;
  for (let set = 0; set < sets; set += 1) {
    let cut = 0;
    for (let line = 0; line < wanted.length; line += 1) if ((set & (1 << line)) === 0) cut += wanted[line] as number;
    for (const { bits, free } of kinds) if ((set & bits) !== 0) cut += free;
    if (cut < least) least = cut;
  }
  return least;
}

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
  const kinds = new Map<string, Kind>();
  const kindOf = new Map<string, string>();
  const numbers = new Map(lines.map((line, index) => [line, index]));
  for (const id of people) {
    spend(lines.length);
    const own = lines.filter((line) => meets(id, line));
    if (own.length === 0) continue;
    const key = own.map((line) => numbers.get(line)).join();
    kindOf.set(id, key);
    const kind = kinds.get(key);
    if (kind === undefined) {
      const bits = own.reduce((sum, line) => sum | (1 << (numbers.get(line) as number)), 0);
      kinds.set(key, { lines: new Set(own), bits, free: 1 });
    } else {
      kind.free += 1;
    }
  }
  /** How many places of these lines can be filled at once. */
  const fillable = (wanted: ReadonlyMap<Places, number>): number =>
    lines.length <= FEW_LINES ? byCuts([...wanted.values()], [...kinds.values()], spend) : byFlow(wanted);
  const byFlow = (wanted: ReadonlyMap<Places, number>): number => {
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
