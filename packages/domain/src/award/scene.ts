import type { Day } from '../calendar/day.ts';
import type { Budget } from '../explanation/budget.ts';
import type { Situation } from './evidence.ts';
import type { Held } from './held.ts';
import type { History } from './history.ts';
import type { AwardPeriod } from './period.ts';

/** The situation of an individual on a day, with the awards behind it: what an explanation is made from. */
export class Scene implements Situation {
  readonly history: History;
  readonly held: Held;
  readonly day: Day;
  readonly since: Day;
  readonly budget: Budget;

  constructor(history: History, held: Held, day: Day, since: Day, budget: Budget) {
    this.history = history;
    this.held = held;
    this.day = day;
    this.since = since;
    this.budget = budget;
  }

  isActive(certification: number): boolean {
    return this.held.activeOn(certification, this.day) !== undefined;
  }

  activePeriod(certification: number): AwardPeriod | undefined {
    return this.held.activeOn(certification, this.day);
  }

  /** The same where earlier passes do not count. */
  from(since: Day): Scene {
    return new Scene(this.history, this.held, this.day, since, this.budget);
  }
}
