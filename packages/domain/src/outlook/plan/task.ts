import type { PersonWay } from './at-best.ts';
import type { Person } from './person.ts';
import type { Doing } from './trial.ts';

/** What one individual does in a plan, and the rows that it then serves. */
export type Task = {
  readonly person: Person;
  readonly way: PersonWay;
  readonly doing: Doing;
  readonly rows: readonly number[];
};
