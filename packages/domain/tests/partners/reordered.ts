import type { Question } from './oracle-scene.ts';

/** The same facts with every list of them in another order. */
export function reordered<Q extends Question>(question: Q, by: number): Q {
  const turned = <T>(items: readonly T[]): T[] => {
    const start = items.length === 0 ? 0 : by % items.length;
    const list = [...items.slice(start), ...items.slice(0, start)];
    return by % 2 === 0 ? list : list.reverse();
  };
  const inside = (facts: object): object =>
    Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? turned(value) : value]),
    );
  return {
    ...question,
    program: turned(question.program),
    individuals: turned(question.individuals.map(inside)) as Question['individuals'][number][],
    partners: turned(question.partners.map(inside)) as Question['partners'][number][],
  };
}
