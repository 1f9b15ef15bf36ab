import type { Day } from '../calendar/day.ts';

/** The days to go through, each once, in order; while going, later ones can be added. */
export class Agenda implements Iterable<Day> {
  readonly #known: readonly Day[];
  readonly #last: Day;
  /** Added ones, ascending; few, since a day leaves when it is reached. */
  readonly #added: Day[] = [];

  constructor(days: Iterable<Day>, last: Day) {
    this.#known = [...new Set(days)].filter((day) => day <= last).sort((a, b) => a - b);
    this.#last = last;
  }

  add(day: Day): void {
    if (day > this.#last) return;
    const at = this.#added.findIndex((other) => other >= day);
    if (at === -1) this.#added.push(day);
    else if (this.#added[at] !== day) this.#added.splice(at, 0, day);
  }

  *[Symbol.iterator](): Iterator<Day> {
    let today = Number.NEGATIVE_INFINITY;
    for (let next = 0; ; ) {
      const day = Math.min(this.#known[next] ?? Number.POSITIVE_INFINITY, this.#added[0] ?? Number.POSITIVE_INFINITY);
      if (day === Number.POSITIVE_INFINITY) return;
      if (this.#known[next] === day) next += 1;
      if (this.#added[0] === day) this.#added.shift();
      if (day > today) yield day;
      today = Math.max(today, day);
    }
  }
}
