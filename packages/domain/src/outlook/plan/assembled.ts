import { OutOfSteps, spend } from '../../explanation/budget.ts';
import { type Hand, Hands, NEVER } from './hand.ts';
import type { Planner } from './planner.ts';
import type { Task } from './task.ts';

/** What of the steps may go into making a plan better once it is there. */
const FOR_BETTER = 1 / 8;

/**
 * A plan put together one place after another, each by who needs the fewest exams more for it, and then made better: who
 * sits exams gives them all up, where others can serve the same with fewer. It proves nothing, and undefined says only that
 * it found none; but what it costs grows with places and people, and not with the sets of exams that there are.
 */
export function assembled(planner: Planner): { readonly tasks: readonly Task[]; readonly cost: number } | undefined {
  const assembly = new Assembly(planner);
  if (!assembly.fill(Number.POSITIVE_INFINITY)) return undefined;
  assembly.improve(planner.search.left * (1 - FOR_BETTER));
  return { tasks: assembly.tasks, cost: assembly.cost };
}

/** Of those who could serve a row: the fewest exams that one of them needs more, and how many need as few. */
type Least = { more: number; many: number };

class Assembly {
  readonly #planner: Planner;
  readonly #hands: Hands;
  readonly #left: number[];
  readonly #all: Hand[];
  readonly #least: Least[];
  /** The hands as they were before what may have to be taken back. */
  #before = new Map<number, Hand>();

  constructor(planner: Planner) {
    this.#planner = planner;
    this.#hands = new Hands(planner);
    this.#left = planner.rows.map(({ needed }) => needed);
    this.#all = planner.people.map((person) => this.#hands.empty(person));
    this.#least = planner.rows.map((_, row) => this.#leastOf(row));
  }

  get tasks(): readonly Task[] {
    return this.#all.flatMap(({ task }) => task ?? []);
  }

  get cost(): number {
    return this.#all.reduce((sum, { task }) => sum + (task?.way.cost ?? 0), 0);
  }

  /** Serves what is left with fewer exams than so many; false where that is not found. */
  fill(fewer: number): boolean {
    let sum = 0;
    for (;;) {
      const row = this.#nextRow();
      if (row === undefined) return true;
      const { more } = this.#least[row] as Least;
      if (more === NEVER || sum + more >= fewer) return false;
      const index = this.#idlest(row, more);
      const { hand, isTaken } = this.#hands.taking(this.#all[index] as Hand, row);
      this.#set(index, hand);
      if (!isTaken) continue;
      this.#left[row] = (this.#left[row] as number) - 1;
      sum += more;
    }
  }

  /** Each who sits exams, those with most first, tries to leave what they do to others; until nobody can. */
  improve(until: number): void {
    for (let changed = true; changed; ) {
      changed = false;
      const costOf = (index: number): number => this.#all[index]?.task?.way.cost ?? 0;
      const sitting = [...this.#all.keys()].filter((index) => costOf(index) > 0);
      for (const index of sitting.sort((a, b) => costOf(b) - costOf(a) || a - b)) {
        if (this.#planner.search.left < until) return;
        const left = [...this.#left];
        this.#before = new Map();
        try {
          if (this.#without(index)) {
            changed = true;
            continue;
          }
        } catch (error) {
          if (!(error instanceof OutOfSteps)) throw error;
        }
        for (const [row, need] of left.entries()) this.#left[row] = need;
        for (const [which, hand] of this.#before) this.#set(which, hand);
      }
    }
  }

  /** Empties a hand and serves its rows anew; false where that does not take fewer exams. */
  #without(index: number): boolean {
    const { person, task } = this.#all[index] as Hand;
    this.#set(index, this.#hands.empty(person));
    for (const row of task?.rows ?? []) this.#left[row] = (this.#left[row] as number) + 1;
    return this.fill(task?.way.cost ?? 0);
  }

  #set(index: number, hand: Hand): void {
    const old = this.#all[index] as Hand;
    if (!this.#before.has(index)) this.#before.set(index, old);
    this.#all[index] = hand;
    for (const [row, least] of this.#least.entries()) {
      const [was, is] = [old.more[row] as number, hand.more[row] as number];
      if (was === is) continue;
      if (was === least.more) least.many -= 1;
      if (is < least.more) [least.more, least.many] = [is, 1];
      else if (is === least.more) least.many += 1;
      if (least.many === 0) this.#least[row] = this.#leastOf(row);
    }
  }

  #leastOf(row: number): Least {
    const least: Least = { more: NEVER, many: 0 };
    for (const hand of this.#all) {
      const own = hand.more[row] as number;
      if (own < least.more) [least.more, least.many] = [own, 1];
      else if (own === least.more) least.many += 1;
    }
    return least;
  }

  /** The row that takes the fewest exams more, of equal ones that with the fewest people for a place; undefined where all are served. */
  #nextRow(): number | undefined {
    let best: { readonly row: number; readonly more: number; readonly many: number } | undefined;
    spend(this.#planner.search, this.#left.length + (this.#all.length >> 2), '');
    for (const [row, need] of this.#left.entries()) {
      if (need <= 0) continue;
      const { more, many } = this.#least[row] as Least;
      if (best !== undefined && (more > best.more || (more === best.more && many / need >= best.many))) continue;
      best = { row, more, many: many / need };
    }
    return best?.row;
  }

  /** Of those who need so many exams more for a row, who could do least elsewhere without any. */
  #idlest(row: number, more: number): number {
    let [chosen, least] = [-1, Number.POSITIVE_INFINITY];
    for (const [index, hand] of this.#all.entries()) {
      if (hand.more[row] !== more) continue;
      let elsewhere = 0;
      for (const [other, need] of this.#left.entries()) if (need > 0 && hand.more[other] === 0) elsewhere += 1;
      spend(this.#planner.search, this.#left.length >> 3, '');
      if (elsewhere < least) [chosen, least] = [index, elsewhere];
    }
    return chosen;
  }
}
