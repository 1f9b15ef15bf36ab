import type { Day } from '../calendar/day.ts';
import type { CompiledEdition } from './compiled.ts';
import type { Program } from './program.ts';

/**
 * A program as it was known on a day: editions that take effect later are not there, so that no rule can be felt before
 * it holds.
 */
export type KnownProgram = {
  readonly id: string;
  readonly asOf: Day;
  /** By the day on which they take effect; at least one. */
  readonly editions: readonly CompiledEdition[];
  /** The edition in force on `asOf`. */
  readonly current: CompiledEdition;
  /** The ids that any of these editions knows. */
  readonly exams: ReadonlySet<string>;
  readonly agreements: ReadonlySet<string>;
  readonly certifications: ReadonlySet<string>;
  /** Days up to `asOf` on which the rules alone can change something: editions, introductions, windows. */
  readonly days: readonly Day[];
};

/** Undefined before the first edition. */
export function knownOn(program: Program, asOf: Day): KnownProgram | undefined {
  const editions = program.editions.filter((edition) => edition.effectiveFrom <= asOf);
  const current = editions.at(-1);
  if (current === undefined) return undefined;
  const ids = (key: 'exams' | 'agreements' | 'certifications') =>
    new Set(editions.flatMap(({ document }) => document[key].map(({ id }) => id)));
  const days = editions.flatMap((edition, index) => {
    const end = Math.min(asOf + 1, editions[index + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY);
    return [edition.effectiveFrom, ...edition.days.filter((day) => edition.effectiveFrom < day && day < end)];
  });
  return {
    id: program.id,
    asOf,
    editions,
    current,
    exams: ids('exams'),
    agreements: ids('agreements'),
    certifications: ids('certifications'),
    days,
  };
}

/** The edition in force on a day; undefined before the first. */
export function editionOn(
  program: { readonly editions: readonly CompiledEdition[] },
  day: Day,
): CompiledEdition | undefined {
  return program.editions.findLast((edition) => edition.effectiveFrom <= day);
}
