import type { Edition, Program } from '@standing/domain';

export type Basis = 'stated' | 'sourced' | 'assumed';
/** Where a rule is written and what it rests on. */
export type Origin = { readonly cites: readonly string[]; readonly basis: Basis };

type Cited = { readonly cites?: readonly string[] | undefined; readonly basis?: Basis | undefined };
export type Certification = Edition['certifications'][number];
export type Specialization = Edition['specializations'][number];
export type ChannelLevel = Edition['channelLevels'][number];
export type Extension = Edition['extensions'][number];
export type Interpretation = Edition['interpretations'][number];

/** What an entry rests on, as the domain has it: the basis may be its parent's, what it cites is its own. */
export function originOf(entry: Cited | undefined, parent?: Cited): Origin {
  return { cites: entry?.cites ?? [], basis: entry?.basis ?? parent?.basis ?? 'stated' };
}

/** What rests on several rules rests on the weakest of them, and is written where they are. */
export function together(...origins: readonly Origin[]): Origin {
  return {
    cites: [...new Set(origins.flatMap(({ cites }) => cites))],
    basis: weakest(origins.map(({ basis }) => basis)),
  };
}

export function weakest(bases: readonly Basis[]): Basis {
  return bases.includes('assumed') ? 'assumed' : bases.includes('sourced') ? 'sourced' : 'stated';
}

/** Looks entries up by id: in the named edition, else in the latest that has them. */
export class Entries {
  readonly #editions: readonly Edition[];

  constructor(program: Program) {
    this.#editions = program.editions.map(({ document }) => document);
  }

  edition(id: string | null): Edition {
    const first = this.#editions[0];
    if (first === undefined) throw new Error('A program has at least one edition.');
    return this.#editions.find(({ edition }) => edition === id) ?? first;
  }

  /** The edition in force on a day; the first one before any is. */
  inForce(day: string): Edition {
    return this.#editions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? this.edition(null);
  }

  get all(): readonly Edition[] {
    return this.#editions;
  }

  certification(id: string, edition?: string | null): Certification | undefined {
    const own =
      edition === undefined ? undefined : this.edition(edition).certifications.find((entry) => entry.id === id);
    return own ?? this.#latest((document) => document.certifications.find((entry) => entry.id === id));
  }

  extension(id: string): Extension | undefined {
    return this.#latest((document) => document.extensions.find((entry) => entry.id === id));
  }

  knowsExam(id: string): boolean {
    return this.#exam(id) !== undefined;
  }

  /** `642-521 (CSPFA)`, as the words of the domain have it; the bare id where no edition knows it. */
  readonly examName = (id: string): string => {
    const exam = this.#exam(id);
    if (exam === undefined || exam.title === id) return id;
    // The id of an assumed exam is not a number that anybody could ask for.
    return exam.basis === 'assumed' ? exam.title : `${id} (${exam.title})`;
  };

  certificationName(id: string): string {
    return this.certification(id)?.name ?? id;
  }

  agreementName(id: string): string {
    return this.#latest((document) => document.agreements.find((entry) => entry.id === id))?.title ?? id;
  }

  specialization(id: string, edition?: Edition): Specialization | undefined {
    const of = (document: Edition) => document.specializations.find((entry) => entry.id === id);
    return (edition === undefined ? undefined : of(edition)) ?? this.#latest(of);
  }

  channelLevel(id: string, edition?: Edition): ChannelLevel | undefined {
    const of = (document: Edition) => document.channelLevels.find((entry) => entry.id === id);
    return (edition === undefined ? undefined : of(edition)) ?? this.#latest(of);
  }

  specializationName(id: string): string {
    return this.specialization(id)?.name ?? id;
  }

  channelLevelName(id: string): string {
    return this.channelLevel(id)?.name ?? id;
  }

  jobRoleName(specialization: string, id: string): string {
    return this.specialization(specialization)?.jobRoles.find((entry) => entry.id === id)?.name ?? id;
  }

  #exam(id: string): Edition['exams'][number] | undefined {
    return this.#latest((document) => document.exams.find((entry) => entry.id === id));
  }

  #latest<T>(find: (document: Edition) => T | undefined): T | undefined {
    for (const document of [...this.#editions].reverse()) {
      const entry = find(document);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }
}
