import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { CompiledEdition } from './compiled.ts';
import type { Counts, Named, ProgramNames } from './names.ts';
import type { Program } from './program.ts';

/**
 * A program as it was known on a day: editions that take effect later are not there, so that no rule can be felt before
 * it holds.
 */
export class KnownProgram {
  readonly id: string;
  readonly asOf: Day;
  /** By the day on which they take effect; at least one. */
  readonly editions: readonly CompiledEdition[];
  /** The edition in force on `asOf`. */
  readonly current: CompiledEdition;
  /** The numbers of ids; any of these editions knows those below the counts. */
  readonly names: ProgramNames;
  readonly counts: Counts;

  #ages: ReadonlyMap<string, readonly Period[]> | undefined;
  #days: readonly Day[] | undefined;

  constructor({ id, names }: Program, asOf: Day, editions: readonly CompiledEdition[], current: CompiledEdition) {
    this.id = id;
    this.asOf = asOf;
    this.editions = editions;
    this.current = current;
    this.names = names;
    this.counts = current.counts;
  }

  /** Whether any of these editions knows an id. */
  knows(kind: Named, id: string): boolean {
    const number = this.names[kind].numberOf(id);
    return number !== undefined && number < this.counts[kind];
  }

  /** How old a pass may be where any of these editions names the exam. */
  get ages(): ReadonlyMap<string, readonly Period[]> {
    this.#ages ??= agesOf(this.editions);
    return this.#ages;
  }

  /** Days up to `asOf` on which the rules alone can change something: editions, introductions, windows. */
  get days(): readonly Day[] {
    this.#days ??= this.editions.flatMap((edition, index) => {
      const end = Math.min(this.asOf + 1, this.editions[index + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY);
      return [edition.effectiveFrom, ...edition.days.filter((day) => edition.effectiveFrom < day && day < end)];
    });
    return this.#days;
  }

  /** What is known of the program, asked on another day. */
  on(day: Day): KnownProgram {
    return new KnownProgram(this, day, this.editions, this.current);
  }
}

/** Undefined before the first edition. */
export function knownOn(program: Program, asOf: Day): KnownProgram | undefined {
  const editions = program.editions.filter((edition) => edition.effectiveFrom <= asOf);
  const current = editions.at(-1);
  return current === undefined ? undefined : new KnownProgram(program, asOf, editions, current);
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
