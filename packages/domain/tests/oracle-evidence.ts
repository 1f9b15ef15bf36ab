import type { Edition } from '../src/index.ts';

export type Pass = { readonly exam: string; readonly takenOn: string };
type Requirement = Edition['certifications'][number]['requires'];

/**
 * The passes that a requirement stands by on a day, undefined when it is not met (contract, *Requirement* and
 * *Evidence*). At every choice, the selection whose last exam is latest; of equal ones the one that is listed first.
 */
export function evidenceFor(
  requirement: Requirement,
  day: string,
  passes: readonly Pass[],
  active: (certification: string) => boolean,
): readonly Pass[] | undefined {
  if ('certification' in requirement) return active(requirement.certification) ? [] : undefined;
  if ('exam' in requirement) {
    const { exam, taken, accepted, within } = requirement;
    if (!inside(accepted, day)) return undefined;
    const inWindow = passes.filter((pass) => pass.exam === exam && inside(taken, pass.takenOn));
    const latest = inWindow.sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1)).at(-1);
    if (latest === undefined) return undefined;
    if (within !== undefined && day >= Temporal.PlainDate.from(latest.takenOn).add(within).toString()) return undefined;
    return [latest];
  }
  const parts =
    'allOf' in requirement ? requirement.allOf : 'anyOf' in requirement ? requirement.anyOf : requirement.of;
  const needed = 'allOf' in requirement ? parts.length : 'anyOf' in requirement ? 1 : requirement.atLeast;
  const met = parts.map((part) => evidenceFor(part, day, passes, active)).filter((part) => part !== undefined);
  let best: readonly Pass[] | undefined;
  for (const selection of selections(met, needed)) {
    const joined = unique(selection.flat());
    if (best === undefined || lastExam(joined) > lastExam(best)) best = joined;
  }
  return best;
}

const inside = (window: { from?: string | undefined; until?: string | undefined } | undefined, day: string): boolean =>
  (window?.from === undefined || window.from <= day) && (window?.until === undefined || day < window.until);

const lastExam = (passes: readonly Pass[]): string =>
  passes
    .map(({ takenOn }) => takenOn)
    .sort()
    .at(-1) ?? '';

const unique = (passes: readonly Pass[]): readonly Pass[] => [
  ...new Map(passes.map((pass) => [`${pass.takenOn} ${pass.exam}`, pass])).values(),
];

/** All ways to choose so many items, those with the items listed first first. */
function selections<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => selections(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
