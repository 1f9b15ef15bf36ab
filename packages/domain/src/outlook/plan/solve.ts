import { type Budget, OutOfSteps } from '../../explanation/budget.ts';
import { assembled } from './assembled.ts';
import { type Fewest, fewest } from './fewest.ts';
import type { Bans, Crowd, Planner, Purpose } from './planner.ts';
import type { Task } from './task.ts';

export type Solution = {
  /** Undefined where none was found. */
  readonly tasks: readonly Task[] | undefined;
  readonly cost: number;
  /** People that each row lacks whatever is done; where that is not proven, none. */
  readonly short: readonly number[];
  /** Whether no plan has fewer exams, or that there is none. */
  readonly proven: boolean;
  /** No plan has fewer exams. */
  readonly bound: number;
};

/** What of the steps may go into a proof before the plan is made better. */
const FOR_PROOF = 1 / 2;

/**
 * The fewest exams, or the fewest that were found within the steps that the planner has left. `floor`: that no plan has
 * fewer is known already.
 */
export function solve(planner: Planner, bans: Bans, floor = 0): Solution {
  const solver = new Solver(planner, bans, floor);
  try {
    solver.run();
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
  }
  return solver.solution;
}

/** What no plan can fall below, as far as the steps lead; no plan is looked for. */
export function boundOf(planner: Planner): number {
  const solver = new Solver(planner, new Map(), 0);
  try {
    solver.prove(false);
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
  }
  return solver.solution.bound;
}

/**
 * Asks the core with ways that serve at least what they truly serve: what it proves of them holds for the plan, and where
 * each way it takes is found to be true when it is tried out, that is the plan. Where one is not, the core is asked with
 * true ways alone for a plan to have, that way is looked at closer, and the core is asked again, until both meet.
 */
class Solver {
  readonly #planner: Planner;
  readonly #bans: Bans;
  readonly #demand: readonly number[];
  #tasks: readonly Task[] | undefined;
  #cost = Number.POSITIVE_INFINITY;
  #bound: number;
  #short: readonly number[] | undefined;

  constructor(planner: Planner, bans: Bans, floor: number) {
    this.#planner = planner;
    this.#bans = bans;
    this.#bound = floor;
    this.#demand = planner.rows.map(({ needed }) => needed);
  }

  get solution(): Solution {
    return {
      tasks: this.#tasks,
      cost: this.#tasks === undefined ? 0 : this.#cost,
      short: this.#short ?? this.#demand.map(() => 0),
      proven: this.#short !== undefined || this.#bound === this.#cost,
      bound: this.#bound,
    };
  }

  run(): void {
    // Where much is to be asked a plan comes first, and the proof must leave something to make it better with.
    if (this.#planner.isLarge && this.#bound === 0) {
      this.#assemble();
      if (this.#bound < this.#cost) this.#within(FOR_PROOF, () => this.prove());
    } else {
      // Where it is known how few there can be, as few prove themselves.
      if (this.#bound > 0) this.#find();
      this.prove();
    }
    if (this.#short === undefined && this.#bound < this.#cost) this.#find();
  }

  /** Raises the bound; where a plan `isWanted`, what shows how far it leads is tried out as one. */
  prove(isWanted = true): void {
    while (this.#bound < this.#cost) {
      const { crowds, found } = this.#asked('bound', 3 / 2);
      if (isShort(found)) {
        if (found.proven) this.#short = found.short;
        return;
      }
      this.#bound = Math.max(this.#bound, Math.min(found.bound.cost, this.#cost));
      if (this.#bound === this.#cost) return;
      const failed = this.#tryOut(crowds, found);
      // What the core could not finish it would not finish with more ways either.
      if (failed.length === 0 || (!found.proven && (!isWanted || this.#tasks !== undefined))) return;
      if (isWanted && this.#tasks === undefined) this.#find();
      if (this.#bound === this.#cost) return;
      // Each is asked: who is like another has been looked at with them.
      if (!failed.map(({ person, way }) => !way.open || person.refine(way)).some(Boolean)) return;
    }
  }

  /** A first plan, whatever sets of exams there are. */
  #assemble(): void {
    const found = this.#bans.size === 0 ? assembled(this.#planner) : undefined;
    if (found !== undefined) [this.#tasks, this.#cost] = [found.tasks, found.cost];
  }

  /** Works with a part of the steps that are left; that they end early ends this work alone. */
  #within(part: number, work: () => void): void {
    const { search } = this.#planner;
    const kept = Math.ceil(search.left * (1 - part));
    search.left -= kept;
    try {
      work();
    } catch (error) {
      if (!(error instanceof OutOfSteps)) throw error;
    } finally {
      search.left = Math.max(0, search.left) + kept;
    }
  }

  /** A plan of true ways, as good as they give; to have one at all, what is easily found comes first. */
  #find(): void {
    const first: readonly Purpose[] = this.#bound > 0 ? ['few'] : ['none', 'few'];
    for (const purpose of [...(this.#tasks === undefined ? first : []), 'plan' as const]) {
      this.#findWith(purpose);
      if (this.#tasks !== undefined) return;
    }
  }

  #findWith(purpose: Purpose): void {
    for (;;) {
      const { crowds, found } = this.#asked(purpose, purpose === 'plan' ? 2 : 8);
      if (isShort(found) || found.cost >= this.#cost) return;
      if (this.#tryOut(crowds, found).length === 0) return;
    }
  }

  #asked(purpose: Purpose, share: number): { readonly crowds: readonly Crowd[]; readonly found: Fewest } {
    const { search } = this.#planner;
    const crowds = this.#planner.crowds(this.#bans, purpose);
    return { crowds, found: fewest({ demand: this.#demand, groups: crowds }, shareOf(search, share), this.#bound) };
  }

  /** Keeps what was found where all of it can be done; else what cannot. */
  #tryOut(crowds: readonly Crowd[], { taken: all }: Fewest): readonly Pick<Task, 'person' | 'way'>[] {
    const left = [...this.#demand];
    const tasks: Task[] = [];
    const failed: Pick<Task, 'person' | 'way'>[] = [];
    for (const [index, taken] of all.entries()) {
      const crowd = crowds[index];
      for (const [at, { way: number, entries }] of taken.entries()) {
        const [person, way] = [crowd?.members[at], crowd?.own[number]];
        if (person === undefined || way === undefined) throw new Error('The core took what nobody offered');
        const rows = entries
          .flatMap((entry, menu) => [...(crowd?.ways[number]?.menus[menu]?.[entry] ?? [])])
          .filter((row) => (left[row] as number) > 0);
        for (const row of rows) left[row] = (left[row] as number) - 1;
        if (rows.length === 0) continue;
        const doing = person.tryOut(way, rows);
        if (doing === undefined) failed.push({ person, way });
        else tasks.push({ person, way, doing, rows });
      }
    }
    const cost = tasks.reduce((sum, { doing }) => sum + doing.exams.length, 0);
    if (failed.length === 0 && cost < this.#cost) [this.#tasks, this.#cost] = [tasks, cost];
    return failed;
  }
}

function isShort({ short }: Fewest): boolean {
  return short.some((each) => each > 0);
}

/** A part of what is left, so that something is left to look again with. */
function shareOf(search: Budget, share: number): (steps: number) => void {
  const end = search.left - Math.floor(search.left / share);
  return (steps) => {
    search.left -= steps;
    if (search.left < end) throw new OutOfSteps('');
  };
}
