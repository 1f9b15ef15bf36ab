import type { Supposition } from './supposition.ts';

/** Ids of people whom nobody knows yet, none of them taken. */
export function newcomerIds(count: number, taken: ReadonlySet<string>): readonly string[] {
  const ids: string[] = [];
  for (let number = 1; ids.length < count; number += 1) if (!taken.has(`new-${number}`)) ids.push(`new-${number}`);
  return ids;
}

/** Which newcomer somebody is, the first one being 1; undefined for who is none. */
export function newcomerNumber(individual: string, all: readonly Supposition[]): number | undefined {
  const index = all
    .filter(({ kind }) => kind === 'hires')
    .findIndex((each) => 'individual' in each && each.individual === individual);
  return index < 0 ? undefined : index + 1;
}
