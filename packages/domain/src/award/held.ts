import type { Day } from '../calendar/day.ts';
import type { Names } from '../edition/names.ts';
import { type AwardPeriod, type Awards, periodsUpTo } from './period.ts';

/** The awards of one individual: the latest period of each, and behind it those before. */
export class Held {
  /** By the numbers of their certifications. */
  readonly latest: AwardPeriod[] = [];

  /** The latest period of an award; of all periods the one that begins last counts, even if it ends earlier. */
  of(certification: number): AwardPeriod | undefined {
    const period = this.latest[this.#placeOf(certification)];
    return period?.certification === certification ? period : undefined;
  }

  /** The period that counts on a day and has not run out by then. */
  activeOn(certification: number, day: Day): AwardPeriod | undefined {
    let period = this.of(certification);
    while (period !== undefined && period.from > day) period = period.before;
    return period !== undefined && day < period.until ? period : undefined;
  }

  begin(period: AwardPeriod): void {
    const place = this.#placeOf(period.certification);
    const before = this.latest[place];
    if (before?.certification === period.certification) {
      period.before = before;
      this.latest[place] = period;
    } else if (before === undefined) this.latest.push(period);
    else this.latest.splice(place, 0, period);
  }

  /** All periods by certification. */
  byId(names: Names): Awards {
    return new Map(this.latest.map((period) => [names.idOf(period.certification), periodsUpTo(period)]));
  }

  /** Where the award of a certification stands, or would. */
  #placeOf(certification: number): number {
    let [low, high] = [0, this.latest.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.latest[middle] as AwardPeriod).certification < certification) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
