import type { Contest, Question } from '../contest.ts';
import { type Incumbent, mostOfAll } from '../incumbent.ts';
import { isLess, type Value } from '../value.ts';
import { modelOf } from './model.ts';
import { Search } from './search.ts';

/** Finds the best allocation within any limits, all aims together. */
export class Joint {
  readonly #question: Question;
  readonly #contest: Contest;
  readonly #incumbent: Incumbent;
  #bound: () => Value;

  constructor(question: Question, contest: Contest, incumbent: Incumbent) {
    this.#question = question;
    this.#contest = contest;
    this.#incumbent = incumbent;
    this.#bound = () => mostOfAll(question);
  }

  /** What could still be, aim by aim. */
  bound(): Value {
    return this.#bound();
  }

  /** Whether what was found in the end is proven. */
  run(): boolean {
    const [question, contest, incumbent] = [this.#question, this.#contest, this.#incumbent];
    const model = modelOf(question, contest);
    const { weights, constant } = model;
    const weigh = (value: Value): number =>
      value.reduce((sum, part, aim) => sum + part * (weights[aim] as number), -constant);
    const search = new Search(
      model,
      () => weigh(incumbent.value),
      (assignment) => incumbent.keep(incumbent.completed(contest, assignment)),
      question.spend,
    );
    this.#bound = () => {
      const [all, some] = [mostOfAll(question), unweighed(search.bound() + constant, weights)];
      return isLess(all, some) ? all : some;
    };
    return search.run();
  }
}

/** The value that weighs so much: each aim is less than what one of the aim before weighs. */
function unweighed(weight: number, weights: Value): Value {
  let left = weight;
  const part = (aim: number): number => {
    const each = weights[aim] as number;
    const amount = Math.floor(left / each);
    left -= amount * each;
    return amount;
  };
  return [part(0), part(1), part(2), part(3)];
}
