import { Load } from '../../allocation/limits.ts';
import type { Budget } from '../../explanation/budget.ts';
import { spend } from '../../explanation/budget.ts';
import { beyond, type ExamSet, union } from './exam-sets.ts';
import type { Person } from './person.ts';
import type { Planner } from './planner.ts';
import type { Task } from './task.ts';

/** What an individual does so far, and of each row how many exams more it would take; `NEVER` where it cannot be. */
export type Hand = {
  readonly person: Person;
  readonly task: Task | undefined;
  readonly more: Uint16Array;
};

export const NEVER = 65_535;

/** Hands that take one row after another, within the limits of each day and as trials show that it can be done. */
export class Hands {
  readonly #planner: Planner;
  readonly #budget: Budget;

  constructor(planner: Planner) {
    this.#planner = planner;
    this.#budget = planner.search;
  }

  /** Nothing done yet. */
  empty(person: Person): Hand {
    return this.#with(person, undefined, undefined);
  }

  /** The same hand with one more row; where no trial shows how, the row is out of its reach. */
  taking(hand: Hand, row: number): { readonly hand: Hand; readonly isTaken: boolean } {
    const { person, task } = hand;
    const own = task?.way.exams ?? [];
    const set = union(own, this.#nearest(person, row, own));
    const way = person.wayOf(set);
    const rows = [...(task?.rows ?? []), row].sort((a, b) => a - b);
    const doing = person.tryOut(way, rows);
    if (doing !== undefined) return { hand: this.#with(person, { person, way, doing, rows }, hand), isTaken: true };
    const more = hand.more.slice();
    more[row] = NEVER;
    return { hand: { ...hand, more }, isTaken: false };
  }

  #nearest(person: Person, row: number, own: ExamSet): ExamSet {
    const sets = person.setsFor(row);
    return sets.reduce((best, set) => (beyond(set, own) < beyond(best, own) ? set : best), sets[0] as ExamSet);
  }

  /** What was out of reach before stays so. */
  #with(person: Person, task: Task | undefined, before: Hand | undefined): Hand {
    const { rows, scenes } = this.#planner;
    const more = new Uint16Array(rows.length).fill(NEVER);
    const served = new Set(task?.rows);
    const own = task?.way.exams ?? [];
    const loads = new Map<number, Load>();
    const lines = new Set<string>();
    for (const row of served) {
      const { aim, rule, of } = rows[row] as (typeof rows)[number];
      if (rule === 'personnel') lines.add(`${aim} ${of}`);
    }
    let looks = rows.length;
    for (const [index, { aim, rule, of, place }] of rows.entries()) {
      const sets = person.setsFor(index);
      if (sets.length === 0 || served.has(index) || before?.more[index] === NEVER) continue;
      if (rule === 'personnel' && lines.has(`${aim} ${of}`)) continue;
      if (place !== undefined) {
        let load = loads.get(aim);
        if (load === undefined) {
          const pins = this.#planner.pinsOf(person.facts.id)[aim] ?? [];
          const taken = [...served].flatMap((each) => (rows[each]?.aim === aim ? (rows[each]?.place ?? []) : []));
          load = new Load((scenes[aim] as (typeof scenes)[number]).program.current.limits, [...pins, ...taken]);
          loads.set(aim, load);
        }
        if (load.has(place) || load.brokenBy(place) !== undefined) continue;
      }
      let least = own.length === 0 ? (sets[0] as ExamSet).length : NEVER;
      if (own.length > 0) {
        for (const set of sets) {
          // By size: from here on all have more beyond it.
          if (set.length - own.length >= least || least === 0) break;
          looks += 1;
          least = Math.min(least, beyond(set, own));
        }
      }
      more[index] = least;
    }
    spend(this.#budget, looks, person.facts.id);
    return { person, task, more };
  }
}
