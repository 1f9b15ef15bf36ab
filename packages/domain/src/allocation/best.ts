import { OutOfSteps } from '../explanation/budget.ts';
import { contestOf, type Question } from './contest.ts';
import type { Allocated } from './given.ts';
import { InTurn } from './in-turn.ts';
import { ceilingOf, Incumbent, mostOfAll } from './incumbent.ts';
import { Joint } from './joint/joint.ts';
import { isLess, type Value } from './value.ts';

/** The best allocation that was found, whether it is proven best, and what could still be where it is not. */
export type Best = {
  readonly allocated: readonly Allocated[];
  readonly proven: boolean;
  readonly value: Value;
  readonly bound: Value;
};

/** A way to search: says whether what it found is proven, and knows at any time what could still be. */
type Search = { readonly run: () => boolean; readonly bound: () => Value };

/**
 * The best allocation by the contract's four aims, one after another: each is the most that it can be beside what the
 * ones before came to. Where all limits are those of a flow aims are looked at in turn (`in-turn.ts`), else together, by
 * sets of job roles that one individual may fill (`joint`). Ends unproven when `spend` ends it.
 */
export function best(question: Question): Best {
  const incumbent = new Incumbent(question);
  let bound = (): Value => mostOfAll(question);
  const ended = (proven: boolean): Best => {
    const { allocated, value } = incumbent;
    const most = proven ? value : bound();
    return { allocated, proven, value, bound: isLess(most, value) ? value : most };
  };
  try {
    // Whoever comes first is often as good as anybody can be.
    question.spend(question.staff.places.length);
    if (!isLess(incumbent.value, ceilingOf(question))) return ended(true);
    const contest = contestOf(question);
    const search: Search = contest.nested
      ? new InTurn(question, contest, incumbent)
      : new Joint(question, contest, incumbent);
    bound = () => search.bound();
    return ended(search.run());
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    return ended(false);
  }
}
