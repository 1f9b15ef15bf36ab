/**
 * A network in which units run from node 0 to node 1, each edge with a capacity and a weight a unit. `run` sends as
 * many units as there is room for and among all such flows one of the greatest weight. Primal and dual in turn: the
 * heaviest way to each node (Bellman and Ford, with a queue), then all that goes on heaviest ways at once (Dinic), and
 * again. Weights of paths only fall, so that there are as many turns as there are different weights of paths.
 */
export class Flow {
  #nodes = 2;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #room: number[] = [];
  readonly #weight: number[] = [];
  readonly #spend: (steps: number) => void;
  #network: Network | undefined;

  /** `spend` is told the steps of the work and may throw to end it. */
  constructor(spend: (steps: number) => void) {
    this.#spend = spend;
  }

  node(): number {
    this.#nodes += 1;
    return this.#nodes - 1;
  }

  /** Adds an edge and gives its number; the next has the number after the next. */
  edge(from: number, to: number, capacity: number, weight = 0): number {
    this.#network = undefined;
    const edge = this.#to.push(to) - 1;
    this.#to.push(from);
    this.#from.push(from, to);
    this.#room.push(capacity, 0);
    this.#weight.push(weight, -weight);
    return edge;
  }

  /** Gives an edge another weight. */
  weigh(edge: number, weight: number): void {
    this.#weight[edge] = weight;
    this.#weight[edge + 1] = -weight;
  }

  /** How many units ran over an edge last. */
  on(edge: number): number {
    return this.#network?.room[edge + 1] ?? 0;
  }

  /**
   * Sends what there is room for, on ways that weigh more than `above` alone; gives the units and their weight. Above
   * nought the weight is the greatest of all flows.
   */
  run(above = Number.NEGATIVE_INFINITY): { readonly units: number; readonly weight: number } {
    this.#spend(this.#to.length);
    this.#network ??= new Network(this.#nodes, this.#from, this.#to, this.#spend);
    const network = this.#network;
    network.room.set(this.#room);
    network.weight.set(this.#weight);
    let [units, weight] = [0, 0];
    while (network.findHeaviest() && network.heaviest > above) {
      const sent = network.sendOnHeaviest();
      units += sent;
      weight += sent * network.heaviest;
    }
    return { units, weight };
  }
}

/** The network laid out for the work: the edges of each node stand together. */
class Network {
  readonly room: Float64Array;
  readonly weight: Float64Array;
  readonly #nodes: number;
  readonly #to: Int32Array;
  readonly #first: Int32Array;
  readonly #edges: Int32Array;
  readonly #by: Float64Array;
  readonly #level: Int32Array;
  readonly #next: Int32Array;
  readonly #queue: Int32Array;
  readonly #waits: Uint8Array;
  readonly #path: number[] = [];
  readonly #spend: (steps: number) => void;

  constructor(nodes: number, from: readonly number[], to: readonly number[], spend: (steps: number) => void) {
    this.#nodes = nodes;
    this.#spend = spend;
    this.#to = new Int32Array(to);
    this.room = new Float64Array(to.length);
    this.weight = new Float64Array(to.length);
    this.#first = new Int32Array(nodes + 1);
    for (const node of from) this.#first[node + 1] = (this.#first[node + 1] as number) + 1;
    for (let node = 0; node < nodes; node += 1) {
      this.#first[node + 1] = (this.#first[node + 1] as number) + (this.#first[node] as number);
    }
    this.#edges = new Int32Array(to.length);
    const next = this.#first.slice();
    for (let edge = 0; edge < from.length; edge += 1) {
      const node = from[edge] as number;
      this.#edges[next[node] as number] = edge;
      next[node] = (next[node] as number) + 1;
    }
    this.#by = new Float64Array(nodes);
    this.#level = new Int32Array(nodes);
    this.#next = new Int32Array(nodes);
    this.#queue = new Int32Array(nodes);
    this.#waits = new Uint8Array(nodes);
  }

  /** The weight of a heaviest path from node 0 to node 1. */
  get heaviest(): number {
    return this.#by[1] as number;
  }

  /** Looks for the heaviest way to each node; false where none leads to node 1. */
  findHeaviest(): boolean {
    const by = this.#by.fill(Number.NEGATIVE_INFINITY);
    by[0] = 0;
    // A node waits at most once, so that a ring of as many entries as there are nodes is enough.
    this.#queue[0] = 0;
    let steps = 0;
    for (let [head, waiting] = [0, 1]; waiting > 0; head = (head + 1) % this.#nodes) {
      waiting -= 1;
      const node = this.#queue[head] as number;
      this.#waits[node] = 0;
      const end = this.#first[node + 1] as number;
      steps += 1 + end - (this.#first[node] as number);
      for (let at = this.#first[node] as number; at < end; at += 1) {
        const edge = this.#edges[at] as number;
        if ((this.room[edge] as number) <= 0) continue;
        const to = this.#to[edge] as number;
        const weight = (by[node] as number) + (this.weight[edge] as number);
        if (weight <= (by[to] as number)) continue;
        by[to] = weight;
        if (to === 1 || this.#waits[to] === 1) continue;
        this.#waits[to] = 1;
        waiting += 1;
        this.#queue[(head + waiting) % this.#nodes] = to;
      }
    }
    this.#spend(steps);
    return by[1] !== Number.NEGATIVE_INFINITY;
  }

  /** Sends all that can go on heaviest paths; gives the units. */
  sendOnHeaviest(): number {
    let sent = 0;
    while (this.#layer()) {
      for (let node = 0; node < this.#nodes; node += 1) this.#next[node] = this.#first[node] as number;
      for (let units = this.#advance(); units > 0; units = this.#advance()) sent += units;
    }
    return sent;
  }

  #isHeaviest(edge: number, from: number): boolean {
    return (
      (this.room[edge] as number) > 0 &&
      (this.#by[this.#to[edge] as number] as number) === (this.#by[from] as number) + (this.weight[edge] as number)
    );
  }

  /** The nodes in layers by the number of edges of heaviest ways; false where node 1 is in none. */
  #layer(): boolean {
    const level = this.#level.fill(-1);
    level[0] = 0;
    this.#queue[0] = 0;
    let [steps, queued] = [0, 1];
    for (let head = 0; head < queued; head += 1) {
      const node = this.#queue[head] as number;
      const end = this.#first[node + 1] as number;
      steps += 1 + end - (this.#first[node] as number);
      for (let at = this.#first[node] as number; at < end; at += 1) {
        const edge = this.#edges[at] as number;
        const to = this.#to[edge] as number;
        if ((level[to] as number) >= 0 || !this.#isHeaviest(edge, node)) continue;
        level[to] = (level[node] as number) + 1;
        this.#queue[queued] = to;
        queued += 1;
      }
    }
    this.#spend(steps);
    return (level[1] as number) >= 0;
  }

  /** Sends along one path through the layers; gives its units, 0 where there is no path any more. */
  #advance(): number {
    const path = this.#path;
    path.length = 0;
    let [node, steps] = [0, 1];
    while (node !== 1) {
      const at = this.#next[node] as number;
      steps += 1;
      if (at < (this.#first[node + 1] as number)) {
        const edge = this.#edges[at] as number;
        const to = this.#to[edge] as number;
        if (this.#level[to] === (this.#level[node] as number) + 1 && this.#isHeaviest(edge, node)) {
          path.push(edge);
          node = to;
        } else this.#next[node] = at + 1;
        continue;
      }
      const back = path.pop();
      if (back === undefined) {
        this.#spend(steps);
        return 0;
      }
      node = this.#to[back ^ 1] as number;
      this.#next[node] = (this.#next[node] as number) + 1;
    }
    this.#spend(steps);
    let units = Number.POSITIVE_INFINITY;
    for (const edge of path) units = Math.min(units, this.room[edge] as number);
    for (const edge of path) {
      this.room[edge] = (this.room[edge] as number) - units;
      this.room[edge ^ 1] = (this.room[edge ^ 1] as number) + units;
    }
    return units;
  }
}
