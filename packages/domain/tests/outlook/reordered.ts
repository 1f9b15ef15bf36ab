/** The same value with every list of facts in it turned; lists in editions have an order of their own. */
export function reordered<T extends { readonly individuals: readonly object[]; readonly partners: readonly object[] }>(
  question: T,
): T {
  const inside = (facts: object): object =>
    Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
    );
  return {
    ...question,
    individuals: question.individuals.map(inside).toReversed(),
    partners: question.partners.map(inside).toReversed(),
  };
}
