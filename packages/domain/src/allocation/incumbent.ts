import type { CompiledSpecialization } from '../edition/places.ts';
import { filledUp } from './complete.ts';
import type { Contest, Question } from './contest.ts';
import type { Allocated } from './given.ts';
import type { Place } from './place.ts';
import type { Assignment } from './problem.ts';
import { appraise, isLess, type Value } from './value.ts';

/** The best allocation that was found so far; it outlives the end of the steps. */
export class Incumbent {
  allocated: readonly Allocated[];
  value: Value;
  readonly #question: Question;

  /** Begins with whoever comes first and fits: something has to be found however few steps there are. */
  constructor(question: Question) {
    this.#question = question;
    const { staff, valuation, pinned } = question;
    const isHeld = ({ specialization }: Place): number => Number(valuation.held.has(specialization));
    const heldFirst = openIn(question).toSorted((a, b) => isHeld(b) - isHeld(a));
    // It costs no more than to ask who could fill what did.
    this.allocated = filledUp(pinned, heldFirst, staff, () => undefined);
    this.value = appraise(this.allocated, valuation);
  }

  /** The value of an allocation, which is kept where it is better than what was found before. */
  keep(allocated: readonly Allocated[]): Value {
    const value = appraise(allocated, this.#question.valuation);
    if (isLess(this.value, value)) {
      this.allocated = allocated;
      this.value = value;
    }
    return value;
  }

  /**
   * The allocation that puts people so, beside their pins, and fills the rest as well as can be. Where more are put on a
   * place than it has room, those who stand there today go first.
   */
  completed({ problem, last }: Contest, assignment: Assignment): readonly Allocated[] {
    const { pinned, staff } = this.#question;
    const left = new Map(problem.room);
    const all = [...pinned];
    for (const stands of [true, false]) {
      for (const [person, places] of assignment) {
        for (const place of places) {
          const room = left.get(place) as number;
          if (person.given.has(place) !== stands || room === 0) continue;
          left.set(place, room - 1);
          all.push({ individual: person.id, place });
        }
      }
    }
    const places = [...problem.room.keys()].filter((place) => !problem.last.has(place));
    return filledUp(all, [...places, ...last], staff, problem.spend);
  }
}

/** The places that take part. */
export function openIn({ staff, valuation }: Question): readonly Place[] {
  return staff.places.filter((place) => valuation.takesPart.has(place.specialization));
}

/** What no allocation exceeds, whoever fills what. */
export function mostOfAll(question: Question): Value {
  const { valuation, given } = question;
  const countable = [...valuation.takesPart].filter((entry) => valuation.presence.has(entry));
  const held = countable.filter((entry) => valuation.held.has(entry));
  const units = openIn(question).reduce((sum, place) => sum + place.open, 0);
  return [held.length, countable.length, units, given.length];
}

/**
 * What no allocation is better than, aim before aim: all that could be met counts, and beside it every place is filled
 * for which there are people.
 */
export function ceilingOf(question: Question): Value {
  const { staff, valuation, pinned, given } = question;
  const ableFor = new Map(staff.places.map((place) => [place, staff.ableFor(place).size]));
  for (const { individual, place } of pinned) {
    if (!staff.canFill(individual, place)) ableFor.set(place, (ableFor.get(place) ?? 0) + 1);
  }
  const short = new Set<CompiledSpecialization>();
  let units = 0;
  for (const place of openIn(question)) {
    const able = ableFor.get(place) ?? 0;
    units += Math.min(able, place.open);
    if (able < place.open) short.add(place.specialization);
  }
  const countable = [...valuation.takesPart].filter((entry) => valuation.presence.has(entry) && !short.has(entry));
  const counting = new Set(countable);
  for (const place of openIn(question)) if (counting.has(place.specialization)) units -= place.open;
  return [countable.filter((entry) => valuation.held.has(entry)).length, countable.length, units, given.length];
}
