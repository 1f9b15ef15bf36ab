/**
 * A network in which units run from node 0 to node 1, each edge with a capacity and a weight a unit. `run` sends as
 * many units as there is room for and among all such flows one of the greatest weight: successive augmentation along
 * the heaviest path, found by Bellman and Ford's method with a queue. Path weights only fall from one augmentation to
 * the next, so that the flow is of greatest weight at every amount, also for a first part of the units.
 */
export class Flow {
  readonly #edgesOf: number[][] = [[], []];
  readonly #to: number[] = [];
  readonly #room: number[] = [];
  readonly #weight: number[] = [];
  readonly #spend: (steps: number) => void;

  /** `spend` is told the steps of the work and may throw to end it. */
  constructor(spend: (steps: number) => void) {
    this.#spend = spend;
  }

  node(): number {
    return this.#edgesOf.push([]) - 1;
  }

  /** Adds an edge and gives its number. */
  edge(from: number, to: number, capacity: number, weight = 0): number {
    this.#spend(1);
    const edge = this.#to.push(to) - 1;
    this.#to.push(from);
    this.#room.push(capacity, 0);
    this.#weight.push(weight, -weight);
    this.#edgesOf[from]?.push(edge);
    this.#edgesOf[to]?.push(edge + 1);
    return edge;
  }

  /** How many units run over an edge. */
  on(edge: number): number {
    return this.#room[edge + 1] ?? 0;
  }

  /** Sends what there is room for; gives the units and their weight. */
  run(): { readonly units: number; readonly weight: number } {
    let [units, weight] = [0, 0];
    for (let path = this.#heaviest(); path !== undefined; path = this.#heaviest()) {
      const amount = path.reduce((least, edge) => Math.min(least, this.#room[edge] ?? 0), Number.POSITIVE_INFINITY);
      for (const edge of path) {
        this.#room[edge] = (this.#room[edge] ?? 0) - amount;
        this.#room[edge ^ 1] = (this.#room[edge ^ 1] ?? 0) + amount;
        weight += amount * (this.#weight[edge] ?? 0);
      }
      units += amount;
    }
    return { units, weight };
  }

  /** The edges of a heaviest path from node 0 to node 1 with room on all of them. */
  #heaviest(): readonly number[] | undefined {
    const best = new Array<number>(this.#edgesOf.length).fill(Number.NEGATIVE_INFINITY);
    const by = new Array<number>(this.#edgesOf.length).fill(-1);
    const waits = new Array<boolean>(this.#edgesOf.length).fill(false);
    best[0] = 0;
    const queue = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const node = queue[head] as number;
      waits[node] = false;
      const edges = this.#edgesOf[node] as number[];
      this.#spend(edges.length);
      for (const edge of edges) {
        if ((this.#room[edge] as number) <= 0) continue;
        const to = this.#to[edge] as number;
        const weight = (best[node] as number) + (this.#weight[edge] as number);
        if (weight <= (best[to] as number)) continue;
        best[to] = weight;
        by[to] = edge;
        if (to !== 1 && !waits[to]) {
          waits[to] = true;
          queue.push(to);
        }
      }
    }
    if (by[1] === -1) return undefined;
    const path: number[] = [];
    for (let node = 1; node !== 0; node = this.#to[(by[node] as number) ^ 1] as number) path.push(by[node] as number);
    return path;
  }
}
