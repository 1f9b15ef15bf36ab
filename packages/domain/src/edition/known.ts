import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
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
  readonly specializations: ReadonlySet<string>;
  readonly channelLevels: ReadonlySet<string>;
  /** How old a pass may be where any of these editions names the exam. */
  readonly ages: ReadonlyMap<string, readonly Period[]>;
  /** Days up to `asOf` on which the rules alone can change something: editions, introductions, windows. */
  readonly days: readonly Day[];
};

/** Undefined before the first edition. */
export function knownOn(program: Program, asOf: Day): KnownProgram | undefined {
  const editions = program.editions.filter((edition) => edition.effectiveFrom <= asOf);
  const current = editions.at(-1);
  if (current === undefined) return undefined;
  const ids = (key: 'exams' | 'agreements' | 'certifications' | 'specializations' | 'channelLevels') =>
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
    specializations: ids('specializations'),
    channelLevels: ids('channelLevels'),
    ages: agesOf(editions),
    days,
  };
}

/** The edition in force on a day; undefined before the first. */
export function editionOn(
  program: { readonly editions: readonly CompiledEdition[] },
  day: Day,
): CompiledEdition | undefined {
  const { editions } = program;
  let [low, high] = [0, editions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((editions[middle] as CompiledEdition).effectiveFrom <= day) low = middle + 1;
    else high = middle;
  }
  return editions[low - 1];
}

function agesOf(editions: readonly CompiledEdition[]): ReadonlyMap<string, readonly Period[]> {
  const ages = new Map<string, Map<string, Period>>();
  for (const [exam, periods] of editions.flatMap((edition) => [...edition.ages])) {
    const known = ages.get(exam) ?? new Map<string, Period>();
    for (const period of periods) known.set(period.text, period);
    ages.set(exam, known);
  }
  return new Map([...ages].map(([exam, known]) => [exam, [...known.values()]]));
}
