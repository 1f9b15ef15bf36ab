import { contestedOf } from './contested.ts';
import { type Network, scarcest } from './cut.ts';
import type { Scarcity } from './scarcity.ts';

/**
 * The smallest set of job roles, one of `own` among them, that all who could fill any of it cannot fill; of equal ones
 * the first by position. Undefined where there is none.
 *
 * What is available for a set is at least what a bound says that a minimum cut can minimise over all sets at once, and
 * exactly that where the only limit is on job roles in all: then one cut says that there is none. Sizes are tried in
 * their order; sets that contain some job roles and not others are left out together where the least bound by size, a
 * convex line below all of them, does not come below nothing at the size.
 */
export function smallestShortage(
  count: number,
  own: readonly number[],
  scarcity: Scarcity,
  spend: (steps: number) => void,
): readonly number[] | undefined {
  // Each set is looked for once: where its first own job role is the one that must be in it.
  let searches = own.map((must, at) => new Search(must, new Set(own.slice(0, at)), count, scarcity, spend));
  for (let size = 1; size <= count && searches.length > 0; size += 1) {
    searches = searches.filter((search) => !search.isOver(size));
    const first = searches.flatMap((search) => [search.first(size) ?? []]).filter((set) => set.length > 0);
    if (first.length > 0) return first.toSorted(byPosition)[0];
  }
  return undefined;
}

function byPosition(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}

/** A set with the bound of its slack. */
type Point = { readonly set: readonly number[]; readonly slack: number };

/** The search for sets with one job role that must be in them, and without some others. */
class Search {
  readonly #must: number;
  /** What else may belong to a smallest set, by position. */
  readonly #others: readonly number[];
  readonly #scarcity: Scarcity;
  readonly #spend: (steps: number) => void;
  /** Of all sets, whatever their size. */
  readonly #least: Point;

  constructor(
    must: number,
    without: ReadonlySet<number>,
    count: number,
    scarcity: Scarcity,
    spend: (steps: number) => void,
  ) {
    this.#must = must;
    this.#scarcity = scarcity;
    this.#spend = spend;
    const others = Array.from({ length: count }, (_, place) => place);
    this.#others = contestedOf(
      must,
      others.filter((place) => place !== must && !without.has(place)),
      scarcity,
      spend,
    );
    this.#least = this.#leastOf([must], this.#others, 0, 1);
  }

  /** Whether no set of this size or a larger one can be short. */
  isOver(size: number): boolean {
    return this.#least.slack >= 0 || size > 1 + this.#others.length;
  }

  /** The first set of a size that is short; undefined where there is none. No smaller one may be. */
  first(size: number): readonly number[] | undefined {
    let chosen: readonly number[] = [this.#must];
    const any = this.#find(chosen, this.#others, size);
    if (any === undefined) return undefined;
    let witness: readonly number[] = any;
    // One after the other, those that can still belong to such a set do.
    for (const [at, place] of this.#others.entries()) {
      if (chosen.length === size) break;
      const more = [...chosen, place];
      const found: readonly number[] | undefined = witness.includes(place)
        ? witness
        : this.#find(more, this.#others.slice(at + 1), size);
      if (found === undefined) continue;
      witness = found;
      chosen = more;
    }
    return chosen.toSorted((a, b) => a - b);
  }

  /** Any set of a size that is short: it contains `set`, and else some of `rest`. */
  #find(set: readonly number[], rest: readonly number[], size: number): readonly number[] | undefined {
    const more = size - set.length;
    if (more === 0) return this.#isShort(set);
    if (more > rest.length) return undefined;
    const slack = this.#scarcity.bound(set);
    if (this.#cannot(set, rest, more)) return undefined;
    if (more === 1) return this.#last(set, slack, rest);
    const line = this.#envelope(set, slack, rest, size);
    if (line === undefined) return undefined;
    for (const point of line) {
      const short = point.set.length === size ? this.#isShort(point.set) : undefined;
      if (short !== undefined) return short;
    }
    // What only the larger of the two sets has decides most; of that, what needs the most.
    const [small, large] = line.map((point) => new Set(point.set)) as [Set<number>, Set<number>];
    const between = rest.filter((place) => large.has(place) !== small.has(place));
    const branch = (between.length === 0 ? rest : between).reduce((most, place) =>
      this.#needs(place) > this.#needs(most) ? place : most,
    );
    const others = rest.filter((place) => place !== branch);
    return this.#find([...set, branch], others, size) ?? this.#find(set, others, size);
  }

  /** The one job role more that makes a set short. */
  #last(set: readonly number[], slack: number, rest: readonly number[]): readonly number[] | undefined {
    for (const place of rest) {
      if (slack >= this.#needs(place)) continue;
      const found = this.#isShort([...set, place]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #isShort(set: readonly number[]): readonly number[] | undefined {
    return this.#scarcity.bound(set) < 0 && this.#scarcity.slack(set) < 0 ? set : undefined;
  }

  #needs(place: number): number {
    return this.#scarcity.needs[place] as number;
  }

  /**
   * Whether a set with `more` of the rest has enough even with the greatest needs of them: of so many, each group can fill
   * some wherever they are chosen.
   */
  #cannot(set: readonly number[], rest: readonly number[], more: number): boolean {
    const { groups } = this.#scarcity;
    const inSet = this.#scarcity.filled(set);
    const inRest = this.#scarcity.filled(rest);
    this.#spend(groups.length + rest.length);
    let least = 0;
    for (const [group, { size, each }] of groups.entries()) {
      const filled = inSet.get(group) ?? 0;
      const sure = Math.max(0, more - (rest.length - (inRest.get(group) ?? 0)));
      least += size * Math.min(each, filled + sure);
    }
    const needs = rest.map((place) => this.#needs(place)).sort((a, b) => b - a);
    const greatest = [...set.map((place) => this.#needs(place)), ...needs.slice(0, more)];
    return least - greatest.reduce((sum, need) => sum + need, 0) >= 0;
  }

  /**
   * Two sets between which the least slack by size is a straight line at this size; undefined where the line does not come
   * below nothing there, so that no set of the size can. Slack and sizes are weighed against each other ever anew until
   * the line is found.
   */
  #envelope(
    set: readonly number[],
    slack: number,
    rest: readonly number[],
    size: number,
  ): readonly Point[] | undefined {
    let small: Point = { set, slack };
    let large = this.#leastOf(set, rest, 0, 1);
    if (large.slack >= 0) return undefined;
    while (small.set.length < size && size < large.set.length && small.slack > large.slack) {
      const price = small.slack - large.slack;
      const sizes = large.set.length - small.set.length;
      const least = this.#leastOf(set, rest, price, sizes);
      const priced = (point: Point): number => sizes * point.slack + price * point.set.length;
      // What every set of the size has at least, whole numbers that they are.
      if (priced(least) - price * size > -sizes) return undefined;
      if (priced(least) >= priced(small)) break;
      if (least.set.length <= size) small = least;
      else large = least;
    }
    return [small, large];
  }

  /** The set of least bound, each job role at a price of `price / scale`; of all that contain `set` and are else of `rest`. */
  #leastOf(set: readonly number[], rest: readonly number[], price: number, scale: number): Point {
    const { groups, needs } = this.#scarcity;
    const asks = needs.map(() => 0);
    for (const place of rest) asks[place] = Math.max(0, (needs[place] as number) * scale - price);
    for (const place of set) asks[place] = Number.POSITIVE_INFINITY;
    const network: Network = {
      gives: groups.map(({ size, each, free }) => size * Math.min(each, free.length) * scale),
      givesEach: groups.map(({ size }) => size * scale),
      fills: groups.map(({ free }) => free),
      asks,
    };
    this.#spend(needs.length + groups.length);
    const least = scarcest(network, this.#spend);
    return { set: least, slack: this.#scarcity.bound(least) };
  }
}
