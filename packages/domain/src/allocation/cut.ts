/** Arcs of a network with what each may still carry; an arc and its way back stand beside each other. */
class Arcs {
  readonly to: number[] = [];
  readonly left: number[] = [];
  readonly of: readonly number[][];

  constructor(nodes: number) {
    this.of = Array.from({ length: nodes }, () => []);
  }

  add(from: number, to: number, capacity: number): void {
    this.of[from]?.push(this.to.length);
    this.of[to]?.push(this.to.length + 1);
    this.to.push(to, from);
    this.left.push(capacity, 0);
  }
}

const SOURCE = 0;
const SINK = 1;

/** Groups of individuals and job roles, for one minimum cut; amounts are whole numbers. */
export type Network = {
  /** For each group, how much all of it can give in all, and how much to one job role. */
  readonly gives: readonly number[];
  readonly givesEach: readonly number[];
  /** For each group the job roles that it could fill. */
  readonly fills: readonly (readonly number[])[];
  /** For each job role what it asks for; infinite where it must belong to the set, zero or less where it must not. */
  readonly asks: readonly number[];
};

/**
 * The job roles that ask for the most beyond what all groups could give them: of all sets the one with the least that can
 * be given less what is asked, the largest of several. By a maximum flow (Dinic): what it can no longer reach is the set.
 */
export function scarcest(
  { gives, givesEach, fills, asks }: Network,
  spend: (steps: number) => void,
): readonly number[] {
  const firstRole = 2 + gives.length;
  const arcs = new Arcs(firstRole + asks.length);
  for (const [group, amount] of gives.entries()) {
    arcs.add(SOURCE, 2 + group, amount);
    for (const role of fills[group] ?? []) {
      if ((asks[role] as number) > 0) arcs.add(2 + group, firstRole + role, givesEach[group] as number);
    }
  }
  for (const [role, amount] of asks.entries()) if (amount > 0) arcs.add(firstRole + role, SINK, amount);
  let levels = levelsOf(arcs, spend);
  for (; levels[SINK] !== -1; levels = levelsOf(arcs, spend)) block(arcs, levels, spend);
  return asks.flatMap((amount, role) => (amount > 0 && levels[firstRole + role] === -1 ? [role] : []));
}

/** How many arcs each node lies from the source; -1 where it cannot be reached. */
function levelsOf({ to, left, of }: Arcs, spend: (steps: number) => void): Int32Array {
  const levels = new Int32Array(of.length).fill(-1);
  levels[SOURCE] = 0;
  const queue = [SOURCE];
  for (const node of queue) {
    for (const arc of of[node] as number[]) {
      spend(1);
      const next = to[arc] as number;
      if (levels[next] !== -1 || (left[arc] as number) <= 0) continue;
      levels[next] = (levels[node] as number) + 1;
      queue.push(next);
    }
  }
  return levels;
}

/** Sends all that can be sent along arcs that lead one level on; by depth, with a stack of our own. */
function block({ to, left, of }: Arcs, levels: Int32Array, spend: (steps: number) => void): void {
  const tried = new Int32Array(of.length);
  const path: number[] = [];
  for (let node = SOURCE; ; ) {
    spend(1);
    if (node === SINK) {
      const most = path.reduce((least, arc) => Math.min(least, left[arc] as number), Number.POSITIVE_INFINITY);
      for (const arc of path) {
        left[arc] = (left[arc] as number) - most;
        left[arc ^ 1] = (left[arc ^ 1] as number) + most;
      }
      path.length = 0;
      node = SOURCE;
      continue;
    }
    const arc = (of[node] as number[])[tried[node] as number];
    if (arc !== undefined) {
      const next = to[arc] as number;
      if ((left[arc] as number) > 0 && levels[next] === (levels[node] as number) + 1) {
        path.push(arc);
        node = next;
      } else tried[node] = (tried[node] as number) + 1;
      continue;
    }
    const last = path.pop();
    if (last === undefined) return;
    node = to[last ^ 1] as number;
    tried[node] = (tried[node] as number) + 1;
  }
}
