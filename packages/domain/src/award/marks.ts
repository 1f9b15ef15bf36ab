import { type Day, FIRST_DAY, LAST_DAY } from '../calendar/day.ts';

/**
 * Days on which things of one kind happened to an individual, each written as one number: which thing, by its number,
 * and when. A list of them, ascending, has the days of each thing side by side.
 */
export type Marks = readonly number[];

/** More than there are days in the contract. */
const SPAN = 131_072;
/** The first day after all that facts can name. */
const AFTER = LAST_DAY + 1;

export function markOf(thing: number, day: Day): number {
  return thing * SPAN + (day - FIRST_DAY);
}

export function thingOf(mark: number): number {
  return (mark / SPAN) | 0;
}

export function dayOfMark(mark: number): Day {
  return mark - thingOf(mark) * SPAN + FIRST_DAY;
}

/** The latest day of a thing that lies from `from` up to but not including `until`. */
export function latestDay(marks: Marks, thing: number, from: Day, until: Day): Day | undefined {
  const mark = marks[countBefore(marks, markOf(thing, Math.min(until, AFTER))) - 1];
  return mark !== undefined && mark >= markOf(thing, Math.max(from, FIRST_DAY)) ? dayOfMark(mark) : undefined;
}

/** The first day of a thing that is not before `from`. */
export function firstDay(marks: Marks, thing: number, from: Day): Day | undefined {
  if (from >= AFTER) return undefined;
  const mark = marks[countBefore(marks, markOf(thing, Math.max(from, FIRST_DAY)))];
  return mark !== undefined && mark < markOf(thing + 1, FIRST_DAY) ? dayOfMark(mark) : undefined;
}

/** How many of ascending numbers lie before `end`. */
function countBefore(numbers: readonly number[], end: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** With so few an insertion is faster than the language's sort. */
const FEW = 24;

/** Puts numbers in order, in place, each once. */
export function inOrder(numbers: number[]): number[] {
  if (numbers.length > FEW) numbers.sort((a, b) => a - b);
  else insertEach(numbers);
  let kept = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] as number;
    if (kept > 0 && numbers[kept - 1] === number) continue;
    numbers[kept] = number;
    kept += 1;
  }
  numbers.length = kept;
  return numbers;
}

function insertEach(numbers: number[]): void {
  for (let index = 1; index < numbers.length; index += 1) {
    const number = numbers[index] as number;
    let at = index;
    for (; at > 0 && (numbers[at - 1] as number) > number; at -= 1) numbers[at] = numbers[at - 1] as number;
    numbers[at] = number;
  }
}
