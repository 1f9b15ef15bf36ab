import { mostOf } from './limits.ts';
import type { Place } from './place.ts';
import type { Family, Problem } from './problem.ts';

/** Places that cannot all be filled: who could fill any of them has no more than `available` units to give. */
export type Shortage = { readonly places: readonly number[]; readonly available: number };

/** What people who are alike can give. */
type Given = { readonly size: number; readonly most: number; readonly families: readonly Family[] };

/**
 * Fills one place after another within the relaxed limits that are a flow (see `relaxation.ts`), each time moving
 * people who stand elsewhere: an augmenting path. A place once filled stays filled while others are, and is emptied at
 * no cost, so that a search that adds and drops places goes on from where it stands.
 *
 * Groups give units through families of places; all amounts may be multiplied by a `scale` to fill fractions of places.
 */
export class Filling {
  readonly places: readonly Place[];
  readonly #problem: Problem;
  readonly #spend: (steps: number) => void;
  // Edges lead from a family of a group to a place; those of a family stand together, and those of a place.
  readonly #edgePlace: Int32Array;
  readonly #edgeFamily: Int32Array;
  readonly #edgeRoom: Float64Array;
  readonly #familyFirst: Int32Array;
  readonly #familyGroup: Int32Array;
  readonly #familyRoom: Float64Array;
  readonly #groupFirst: Int32Array;
  readonly #groupRoom: Float64Array;
  readonly #placeFirst: Int32Array;
  readonly #placeEdges: Int32Array;
  readonly #onEdge: Float64Array;
  readonly #onPlace: Float64Array;
  // The search for a path: how each place and family was come to; stamps tell this search from those before.
  #search = 0;
  readonly #placeSeen: Int32Array;
  readonly #placeFrom: Int32Array;
  readonly #placeTo: Int32Array;
  readonly #familySeen: Int32Array;
  readonly #familyFrom: Int32Array;
  readonly #groupSeen: Int32Array;
  readonly #queue: Int32Array;
  #queued = 0;

  constructor(problem: Problem, scale = 1) {
    this.#problem = problem;
    this.#spend = problem.spend;
    this.places = [...problem.room.keys()];
    const indexOf: number[] = [];
    for (const [index, place] of this.places.entries()) indexOf[place.index] = index;
    const given = problem.groups.flatMap(({ people, counted, most, families, exempt }): Given[] => {
      const size = people.length * scale;
      const within = counted.length > 0 ? [{ size, most, families }] : [];
      // What counts toward no limit is given by another group, as it were.
      const free = { size, most: exempt.length, families: [{ places: exempt, most: exempt.length }] };
      return exempt.length > 0 ? [...within, free] : within;
    });
    let [families, edges] = [0, 0];
    for (const group of given) {
      families += group.families.length;
      for (const { places } of group.families) edges += places.length;
    }
    this.#spend(edges + families + given.length);
    this.#edgePlace = new Int32Array(edges);
    this.#edgeFamily = new Int32Array(edges);
    this.#edgeRoom = new Float64Array(edges);
    this.#familyFirst = new Int32Array(families + 1);
    this.#familyGroup = new Int32Array(families);
    this.#familyRoom = new Float64Array(families);
    this.#groupFirst = new Int32Array(given.length + 1);
    this.#groupRoom = new Float64Array(given.length);
    this.#placeFirst = new Int32Array(this.places.length + 1);
    let [family, edge] = [0, 0];
    for (let group = 0; group < given.length; group += 1) {
      const { size, most, families: own } = given[group] as Given;
      this.#groupRoom[group] = size * most;
      for (const { places, most: each } of own) {
        this.#familyGroup[family] = group;
        this.#familyRoom[family] = size * each;
        for (const { index } of places) {
          const place = indexOf[index] as number;
          this.#edgePlace[edge] = place;
          this.#edgeFamily[edge] = family;
          this.#edgeRoom[edge] = size;
          this.#placeFirst[place + 1] = (this.#placeFirst[place + 1] as number) + 1;
          edge += 1;
        }
        family += 1;
        this.#familyFirst[family] = edge;
      }
      this.#groupFirst[group + 1] = family;
    }
    for (let place = 0; place < this.places.length; place += 1) {
      this.#placeFirst[place + 1] = (this.#placeFirst[place + 1] as number) + (this.#placeFirst[place] as number);
    }
    this.#placeEdges = new Int32Array(edges);
    const next = this.#placeFirst.slice();
    for (let each = 0; each < edges; each += 1) {
      const place = this.#edgePlace[each] as number;
      this.#placeEdges[next[place] as number] = each;
      next[place] = (next[place] as number) + 1;
    }
    this.#onEdge = new Float64Array(edges);
    this.#onPlace = new Float64Array(this.places.length);
    this.#placeSeen = new Int32Array(this.places.length);
    this.#placeFrom = new Int32Array(this.places.length);
    this.#placeTo = new Int32Array(this.places.length);
    this.#familySeen = new Int32Array(families);
    this.#familyFrom = new Int32Array(families);
    this.#groupSeen = new Int32Array(given.length);
    this.#queue = new Int32Array(this.places.length);
  }

  /** Fills a place up to an amount, counted in parts of `scale`; where that cannot be, the places that are short together. */
  fill(place: number, amount: number): Shortage | undefined {
    while ((this.#onPlace[place] as number) < amount) {
      const family = this.#path(place);
      if (family < 0) return this.#shortage();
      this.#augment(place, family, amount - (this.#onPlace[place] as number));
    }
    return undefined;
  }

  empty(place: number): void {
    if (this.#onPlace[place] === 0) return;
    for (let at = this.#placeFirst[place] as number; at < (this.#placeFirst[place + 1] as number); at += 1) {
      const edge = this.#placeEdges[at] as number;
      const units = this.#onEdge[edge] as number;
      if (units === 0) continue;
      const family = this.#edgeFamily[edge] as number;
      const group = this.#familyGroup[family] as number;
      this.#onEdge[edge] = 0;
      this.#familyRoom[family] = (this.#familyRoom[family] as number) + units;
      this.#groupRoom[group] = (this.#groupRoom[group] as number) + units;
    }
    this.#onPlace[place] = 0;
  }

  /**
   * What all who could fill any of these places can give. Where the true limits are narrower than the flow's, they count:
   * for each individual the most of the places that they allow.
   */
  available(places: readonly number[], enough: number): number {
    const among = new Set(places.map((place) => this.places[place] as Place));
    let available = 0;
    for (const { people, could, pinned, most } of this.#problem.groups) {
      this.#spend(1 + could.length);
      const own = could.filter((place) => among.has(place));
      if (own.length === 0) continue;
      const trivial = own.length === 1 && most > 0;
      const each = trivial ? 1 : mostOf(this.#problem.limits, pinned, own, this.#spend);
      available += people.length * each;
      if (available >= enough) return available;
    }
    return available;
  }

  /** Looks for a path from a place to a family that has units to give; -1 where there is none. */
  #path(start: number): number {
    this.#search += 1;
    this.#queued = 0;
    this.#enqueue(start, -1, -1);
    let steps = 1;
    for (let head = 0; head < this.#queued; head += 1) {
      const place = this.#queue[head] as number;
      const last = this.#placeFirst[place + 1] as number;
      for (let at = this.#placeFirst[place] as number; at < last; at += 1) {
        steps += 1;
        const edge = this.#placeEdges[at] as number;
        if ((this.#onEdge[edge] as number) >= (this.#edgeRoom[edge] as number)) continue;
        const family = this.#edgeFamily[edge] as number;
        if (this.#familySeen[family] === this.#search) continue;
        this.#familySeen[family] = this.#search;
        this.#familyFrom[family] = edge;
        if ((this.#familyRoom[family] as number) <= 0) {
          steps += this.#swaps(family, family);
          continue;
        }
        const group = this.#familyGroup[family] as number;
        if ((this.#groupRoom[group] as number) > 0) {
          this.#spend(steps);
          return family;
        }
        if (this.#groupSeen[group] === this.#search) continue;
        this.#groupSeen[group] = this.#search;
        const end = this.#groupFirst[group + 1] as number;
        for (let other = this.#groupFirst[group] as number; other < end; other += 1)
          steps += this.#swaps(other, family);
      }
    }
    this.#spend(steps);
    return -1;
  }

  /** Whoever of a family stands somewhere can move, and gives its unit through the family `to`, if another takes that place. */
  #swaps(family: number, to: number): number {
    const [first, end] = [this.#familyFirst[family] as number, this.#familyFirst[family + 1] as number];
    for (let edge = first; edge < end; edge += 1) {
      if ((this.#onEdge[edge] as number) > 0) this.#enqueue(this.#edgePlace[edge] as number, edge, to);
    }
    return end - first;
  }

  #enqueue(place: number, edge: number, to: number): void {
    if (this.#placeSeen[place] === this.#search) return;
    this.#placeSeen[place] = this.#search;
    this.#placeFrom[place] = edge;
    this.#placeTo[place] = to;
    this.#queue[this.#queued] = place;
    this.#queued += 1;
  }

  /** Sends along the path that ends in `family` what it has room for, at most `most`. */
  #augment(start: number, end: number, most: number): void {
    const group = this.#familyGroup[end] as number;
    let amount = Math.min(most, this.#familyRoom[end] as number, this.#groupRoom[group] as number);
    for (let family = end; ; ) {
      const edge = this.#familyFrom[family] as number;
      amount = Math.min(amount, (this.#edgeRoom[edge] as number) - (this.#onEdge[edge] as number));
      const place = this.#edgePlace[edge] as number;
      if (place === start) break;
      const left = this.#placeFrom[place] as number;
      family = this.#placeTo[place] as number;
      amount = Math.min(amount, this.#onEdge[left] as number);
      if (this.#edgeFamily[left] !== family) amount = Math.min(amount, this.#familyRoom[family] as number);
    }
    this.#groupRoom[group] = (this.#groupRoom[group] as number) - amount;
    this.#familyRoom[end] = (this.#familyRoom[end] as number) - amount;
    for (let family = end; ; ) {
      const edge = this.#familyFrom[family] as number;
      this.#onEdge[edge] = (this.#onEdge[edge] as number) + amount;
      const place = this.#edgePlace[edge] as number;
      if (place === start) break;
      const left = this.#placeFrom[place] as number;
      family = this.#placeTo[place] as number;
      this.#onEdge[left] = (this.#onEdge[left] as number) - amount;
      const loses = this.#edgeFamily[left] as number;
      this.#familyRoom[family] = (this.#familyRoom[family] as number) - amount;
      this.#familyRoom[loses] = (this.#familyRoom[loses] as number) + amount;
    }
    this.#onPlace[start] = (this.#onPlace[start] as number) + amount;
  }

  #shortage(): Shortage {
    const places = [...this.#queue.subarray(0, this.#queued)].sort((a, b) => a - b);
    return { places, available: this.available(places, Number.POSITIVE_INFINITY) };
  }
}
