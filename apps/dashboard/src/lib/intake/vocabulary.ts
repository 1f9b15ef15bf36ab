import type { Edition, Program } from '@standing/domain';

/**
 * Turns the way people write an exam, a certification and so on into its id: by the id or by a name that an edition
 * gives it, whatever the case. What no edition knows, or two entries share, stays as it is written.
 */
export type Vocabulary = {
  readonly exam: (written: string) => string;
  readonly certification: (written: string) => string;
  readonly agreement: (written: string) => string;
  readonly specialization: (written: string) => string;
  readonly channelLevel: (written: string) => string;
  /** A job role of this specialization. */
  readonly jobRole: (written: string, specialization: string) => string;
  readonly isSpecialization: (id: string) => boolean;
  readonly isChannelLevel: (id: string) => boolean;
};

type Entry = {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
};

/** The words of all editions of a program. */
export function vocabularyOf(program: Program): Vocabulary {
  const editions = program.editions.map(({ document }) => document);
  const all = (of: (edition: Edition) => readonly Entry[]): Words => new Words(editions.flatMap(of));
  const specializations = all((edition) => edition.specializations);
  const channelLevels = all((edition) => edition.channelLevels);
  const offered = editions.flatMap((edition) => edition.specializations);
  const ids = new Set(offered.map(({ id }) => id));
  const jobRoles = new Map(
    [...ids].map((id) => [id, new Words(offered.filter((each) => each.id === id).flatMap((each) => each.jobRoles))]),
  );
  const [exams, certifications, agreements] = [
    all((edition) => edition.exams),
    all((edition) => edition.certifications),
    all((edition) => edition.agreements),
  ];
  return {
    exam: (written) => exams.idOf(written),
    certification: (written) => certifications.idOf(written),
    agreement: (written) => agreements.idOf(written),
    specialization: (written) => specializations.idOf(written),
    channelLevel: (written) => channelLevels.idOf(written),
    jobRole: (written, specialization) => jobRoles.get(specialization)?.idOf(written) ?? written,
    isSpecialization: (id) => specializations.has(id),
    isChannelLevel: (id) => channelLevels.has(id),
  };
}

class Words {
  readonly #ids = new Set<string>();
  readonly #byText = new Map<string, Set<string>>();

  constructor(entries: readonly Entry[]) {
    for (const { id, name, title, names } of entries) {
      this.#ids.add(id);
      for (const text of [id, name, title, ...Object.values(names ?? {})]) if (text !== undefined) this.#add(text, id);
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  idOf(written: string): string {
    const [id, ...others] = this.#ids.has(written) ? [written] : (this.#byText.get(plain(written)) ?? []);
    return id === undefined || others.length > 0 ? written : id;
  }

  #add(text: string, id: string): void {
    const key = plain(text);
    const ids = this.#byText.get(key) ?? new Set();
    this.#byText.set(key, ids.add(id));
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
