import { type Budget, OutOfSteps, spend } from '../../explanation/budget.ts';

/** Runs one search with the steps that it may take. */
export type Search = <T>(run: (spend: (steps: number) => void) => T) => T;

/** A number of steps that several searches share, each of which may take at most so many. */
export class SharedSteps {
  readonly #most: number;
  readonly #path: string;
  #left: number;
  #isCut = false;

  constructor(left: number, most: number, path: string) {
    this.#left = left;
    this.#most = most;
    this.#path = path;
  }

  /** Whether a search ended early that would have had more steps on its own: its answer is not that of an evaluation. */
  get isCut(): boolean {
    return this.#isCut;
  }

  readonly search: Search = (run) => {
    const steps = Math.min(this.#left, this.#most);
    const budget: Budget = { left: steps };
    try {
      return run((taken) => spend(budget, taken, this.#path));
    } finally {
      if (budget.left < 0 && steps < this.#most) this.#isCut = true;
      this.#left -= steps - Math.max(0, budget.left);
    }
  };
}

/** What a search gives, or undefined where its steps end first. */
export function ifInTime<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error instanceof OutOfSteps) return undefined;
    throw error;
  }
}
