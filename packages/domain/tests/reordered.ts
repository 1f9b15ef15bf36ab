/** What can be asked with its facts in another order: lists of individuals and partners, and whatever else stands beside them. */
interface Facts {
  readonly individuals: readonly object[];
  readonly partners: readonly object[];
  readonly program?: readonly object[];
}

/** The same facts with every list of them in another order; lists in editions have an order of their own, and keep it. */
export function reordered<Q extends Facts>(question: Q, by = 1): Q {
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
    ...(question.program === undefined ? {} : { program: turned(question.program) }),
    individuals: turned(question.individuals.map(inside)),
    partners: turned(question.partners.map(inside)),
  };
}
