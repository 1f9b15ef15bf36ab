import { Load } from '../../allocation/limits.ts';
import type { Place } from '../../allocation/place.ts';
import type { Limits } from '../../edition/places.ts';
import { type Budget, spend } from '../../explanation/budget.ts';
import type { Row, Scene } from './aim.ts';
import type { PersonWay } from './at-best.ts';
import type { Entry, Menu, Way } from './covering.ts';
import { has, rowsOf } from './row-set.ts';

/** The ways as the core is asked for them, and of each which way of the individual it is. */
export type Choices = { readonly ways: readonly Way[]; readonly own: readonly PersonWay[] };

/** So many sets of job roles are listed for a way that only a plan is made of. */
const WIDE = 500;

/**
 * What an individual may serve at once, as the core of the plan asks it: for each day a menu of job roles that the limits
 * allow together beside its pins, everything present in one entry, and of each level one line.
 */
export class Chooser {
  readonly #scenes: readonly Scene[];
  readonly #rows: readonly Row[];
  readonly #budget: Budget;
  /** What the limits allow together is the same for all with the same pins. */
  readonly #menus = new Map<string, Menu>();

  constructor(scenes: readonly Scene[], rows: readonly Row[], budget: Budget) {
    this.#scenes = scenes;
    this.#rows = rows;
    this.#budget = budget;
  }

  /**
   * `pins` by scene, or none. Where the ways need not be `isWhole`, for no proof will be made of them, those that sit exams and
   * leave too much to choose from are left out.
   */
  choicesOf(all: readonly PersonWay[], pins: readonly (readonly Place[])[], isWhole: boolean): Choices {
    const ways = isWhole ? all : all.filter((way) => way.cost === 0 || !this.#isWide(way));
    const chosen: Way[] = [];
    const own: PersonWay[] = [];
    const menusOf = ways.map((way) => this.#menusOf(way, pins));
    const single = menusOf.every((menus) => menus.length <= 1);
    for (const [index, menus] of menusOf.entries()) {
      const way = ways[index] as PersonWay;
      // With one menu an entry that a cheaper way serves as well is of no use here.
      const isNew = (entry: Entry): boolean => {
        spend(this.#budget, 1 + index / 4, '');
        return !ways.some((other, at) => at < index && !other.open && entry.every((row) => has(other.serves, row)));
      };
      const useful = single ? menus.map((menu) => menu.filter(isNew)).filter((menu) => menu.length > 0) : menus;
      if (useful.length === 0) continue;
      chosen.push({ cost: way.cost, menus: useful });
      own.push(way);
    }
    return { ways: chosen, own };
  }

  /** Whether the job roles that it serves on one day could be put together in more ways than are worth listing. */
  #isWide({ serves }: PersonWay): boolean {
    const counts = new Map<number, number>();
    for (const row of rowsOf(serves, this.#rows.length)) {
      const { aim, place } = this.#rows[row] as Row;
      if (place !== undefined) counts.set(aim, (counts.get(aim) ?? 0) + 1);
    }
    spend(this.#budget, this.#rows.length >> 2, '');
    return [...counts].some(([aim, count]) => {
      let together = 1;
      const most = Math.min(count, (this.#scenes[aim] as Scene).program.current.limits.maxJobRoles);
      for (let taken = 0; taken < most; taken += 1) together = (together * (count - taken)) / (taken + 1);
      return together > WIDE;
    });
  }

  #menusOf({ serves }: PersonWay, pins: readonly (readonly Place[])[]): readonly Menu[] {
    const rows = this.#rows;
    spend(this.#budget, 5 + rows.length / 4, '');
    const byScene = Map.groupBy(rowsOf(serves, rows.length), (row) => rows[row]?.aim ?? 0);
    return [...byScene].flatMap(([index, served]): readonly Menu[] => {
      const pinned = pins[index] ?? [];
      const jobRoles = served.filter((row) => {
        const place = rows[row]?.place;
        return place !== undefined && !pinned.includes(place);
      });
      const present = served.filter((row) => rows[row]?.rule === 'presence');
      const lines = Map.groupBy(
        served.filter((row) => rows[row]?.rule === 'personnel'),
        (row) => rows[row]?.of,
      );
      return [
        this.#together(index, jobRoles, pinned),
        present.length === 0 ? [] : [present],
        ...[...lines.values()].map((line) => line.map((row) => [row])),
      ].filter((menu) => menu.length > 0);
    });
  }

  #together(index: number, jobRoles: readonly number[], pinned: readonly Place[]): Menu {
    const key = `${index} ${jobRoles.join()} ${pinned.map((place) => place.index).join()}`;
    const known = this.#menus.get(key);
    if (known !== undefined) return known;
    const limits = (this.#scenes[index] as Scene).program.current.limits;
    const menu = mostTogether(jobRoles, this.#rows, limits, pinned, (steps) => spend(this.#budget, steps, ''));
    this.#menus.set(key, menu);
    return menu;
  }
}

/** The largest sets of these job roles that one individual may fill together; none contains another. */
function mostTogether(
  jobRoles: readonly number[],
  rows: readonly Row[],
  limits: Limits,
  pinned: readonly Place[],
  spend: (steps: number) => void,
): Menu {
  const placeOf = (row: number): Place => rows[row]?.place as Place;
  const load = new Load(limits, pinned);
  // What counts toward no limit is always among them.
  const free = jobRoles.filter((row) => placeOf(row).exempt);
  const counted = jobRoles.filter((row) => !placeOf(row).exempt && load.brokenBy(placeOf(row)) === undefined);
  const entries: Entry[] = [];
  const taken: number[] = [];
  const fits = (row: number): boolean => load.brokenBy(placeOf(row)) === undefined;
  const walk = (next: number, passed: readonly number[]): void => {
    spend(5 + counted.length);
    // Who was passed over and would still fit at the end is in a larger set.
    if (next === counted.length || counted.slice(next).every((row) => !fits(row))) {
      if (passed.every((row) => !fits(row)) && free.length + taken.length > 0) entries.push([...free, ...taken]);
      return;
    }
    const row = counted[next] as number;
    if (!fits(row)) {
      walk(next + 1, passed);
      return;
    }
    load.add(placeOf(row));
    taken.push(row);
    walk(next + 1, passed);
    taken.pop();
    load.remove(placeOf(row));
    if (!allFit([...counted.slice(next + 1), row])) walk(next + 1, [...passed, row]);
  };
  /** Whether all of these fit together: then to pass one of them over leads to no largest set. */
  const allFit = (more: readonly number[]): boolean => {
    const added: Place[] = [];
    for (const place of more.map(placeOf)) {
      if (load.brokenBy(place) !== undefined) break;
      load.add(place);
      added.push(place);
    }
    for (const place of added) load.remove(place);
    return added.length === more.length;
  };
  walk(0, []);
  return entries;
}
