/**
 * Ids of one kind as whole numbers from 0, in the order in which the editions of a program name them: an edition knows,
 * with those before it, exactly the ids below a count.
 */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];

  get count(): number {
    return this.#ids.length;
  }

  /** The number of an id, a new one where it has none. */
  add(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#numbers.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  idOf(number: number): string {
    return this.#ids[number] as string;
  }
}

/** The kinds of things that facts name. */
export const NAMED = ['exams', 'agreements', 'certifications', 'specializations', 'channelLevels'] as const;
export type Named = (typeof NAMED)[number];

/** The ids of a program, by kind. */
export type ProgramNames = Readonly<Record<Named, Names>>;

export function programNames(): ProgramNames {
  return {
    exams: new Names(),
    agreements: new Names(),
    certifications: new Names(),
    specializations: new Names(),
    channelLevels: new Names(),
  };
}

/** How many of a program's ids are known, by kind. */
export type Counts = Readonly<Record<Named, number>>;

export function countsOf(names: ProgramNames): Counts {
  return {
    exams: names.exams.count,
    agreements: names.agreements.count,
    certifications: names.certifications.count,
    specializations: names.specializations.count,
    channelLevels: names.channelLevels.count,
  };
}
