import { type Day, FIRST_DAY } from '../calendar/day.ts';
import { NO_DAY } from './agenda.ts';

/** Days on which certifications are to be asked again though nothing happens to the individual; few at any time. */
export class Looks {
  readonly #size: number;
  /** Ascending, each once: the number of the day times the number of positions, plus the position. */
  readonly #pending: number[] = [];

  /** `size` is how many positions there are. */
  constructor(size: number) {
    this.#size = size;
  }

  add(day: Day, position: number): void {
    const look = (day - FIRST_DAY) * this.#size + position;
    let place = this.#pending.length;
    while (place > 0 && (this.#pending[place - 1] as number) > look) place -= 1;
    if (this.#pending[place - 1] !== look) this.#pending.splice(place, 0, look);
  }

  /** The next day; `NO_DAY` when there is none. */
  next(): Day {
    const look = this.#pending[0];
    return look === undefined ? NO_DAY : Math.floor(look / this.#size) + FIRST_DAY;
  }

  /** A position to be asked on the day; undefined when there is none left. */
  take(day: Day): number | undefined {
    if (this.next() !== day) return undefined;
    return (this.#pending.shift() as number) - (day - FIRST_DAY) * this.#size;
  }
}
