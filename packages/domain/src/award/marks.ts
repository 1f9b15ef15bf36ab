import { type Day, FIRST_DAY } from '../calendar/day.ts';

/** Before all days: what has not happened. */
export const NEVER = -0x4000_0000;

/** So few are put in order, and looked through, faster one after the other. */
const FEW = 16;
/** More than there are things of a kind, and days in the contract; a thing and a day make one number. */
const THINGS = 0x20_0000;
const DAYS = 0x2_0000;

/**
 * Days on which things of one kind happened to an individual, things being numbers, by day and then by thing. What
 * happened twice on a day happened once.
 */
export class Marks {
  readonly days: Day[];
  /** What happened on each of the days. */
  readonly things: number[];
  /** The same by thing, then day; only where there are many. */
  #byThing: Float64Array | undefined;
  #size = 0;

  /** For so many at most; none can be looked for before all are in order. */
  constructor(most: number) {
    this.days = new Array<Day>(most);
    this.things = new Array<number>(most);
  }

  add(thing: number, day: Day): void {
    this.days[this.#size] = day;
    this.things[this.#size] = thing;
    this.#size += 1;
  }

  inOrder(): this {
    if (this.#size > FEW) this.#sortMany();
    else this.#sortFew();
    this.days.length = this.#size;
    this.things.length = this.#size;
    return this;
  }

  /** The latest day of a thing from `from` up to but not including `until`; `NEVER` where there is none. */
  latest(thing: number, from: Day, until: Day): Day {
    const { days, things } = this;
    if (this.#byThing !== undefined) return latestOfMany(this.#byThing, thing, from, until);
    for (let index = days.length - 1; index >= 0; index -= 1) {
      const day = days[index] as Day;
      if (day < from) return NEVER;
      if (things[index] === thing && day < until) return day;
    }
    return NEVER;
  }

  /** The first day of a thing that is not before `from`. */
  first(thing: number, from: Day): Day | undefined {
    const { days, things } = this;
    if (this.#byThing !== undefined) return firstOfMany(this.#byThing, thing, from);
    for (let index = 0; index < days.length; index += 1) {
      if (things[index] === thing && (days[index] as Day) >= from) return days[index];
    }
    return undefined;
  }

  #sortFew(): void {
    const { days, things } = this;
    let kept = 0;
    for (let index = 0; index < this.#size; index += 1) {
      const [day, thing] = [days[index] as Day, things[index] as number];
      let at = kept;
      while (at > 0 && isAfter(days[at - 1] as Day, things[at - 1] as number, day, thing)) at -= 1;
      if (at > 0 && days[at - 1] === day && things[at - 1] === thing) continue;
      for (let moved = kept; moved > at; moved -= 1) {
        days[moved] = days[moved - 1] as Day;
        things[moved] = things[moved - 1] as number;
      }
      days[at] = day;
      things[at] = thing;
      kept += 1;
    }
    this.#size = kept;
  }

  #sortMany(): void {
    const { days, things } = this;
    const inTime = new Float64Array(this.#size);
    for (let index = 0; index < this.#size; index += 1) {
      inTime[index] = ((days[index] as Day) - FIRST_DAY) * THINGS + (things[index] as number);
    }
    inTime.sort();
    let kept = 0;
    for (const [index, mark] of inTime.entries()) {
      if (index > 0 && inTime[index - 1] === mark) continue;
      const day = Math.floor(mark / THINGS);
      days[kept] = day + FIRST_DAY;
      things[kept] = mark - day * THINGS;
      kept += 1;
    }
    this.#size = kept;
    const byThing = new Float64Array(kept);
    for (let index = 0; index < kept; index += 1) byThing[index] = keyOf(things[index] as number, days[index] as Day);
    this.#byThing = byThing.sort();
  }
}

function isAfter(day: Day, thing: number, otherDay: Day, otherThing: number): boolean {
  return day > otherDay || (day === otherDay && thing > otherThing);
}

/** Days past those of the contract stand for its ends. */
function keyOf(thing: number, day: Day): number {
  return thing * DAYS + Math.min(Math.max(day - FIRST_DAY, 0), DAYS - 1);
}

function latestOfMany(byThing: Float64Array, thing: number, from: Day, until: Day): Day {
  const key = byThing[countBefore(byThing, keyOf(thing, until)) - 1];
  return key !== undefined && key >= keyOf(thing, from) ? key - thing * DAYS + FIRST_DAY : NEVER;
}

function firstOfMany(byThing: Float64Array, thing: number, from: Day): Day | undefined {
  const key = byThing[countBefore(byThing, keyOf(thing, from))];
  return key !== undefined && key < (thing + 1) * DAYS ? key - thing * DAYS + FIRST_DAY : undefined;
}

/** How many of ascending numbers lie before `end`. */
function countBefore(numbers: Float64Array, end: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}
