import type { Program } from '../src/index.ts';

/** Looks up how people call what an id stands for, in the language or else as the edition names it; else the id. */
export type Names = {
  readonly exam: (id: string) => string;
  readonly certification: (id: string) => string;
  readonly agreement: (id: string) => string;
  readonly specialization: (id: string) => string;
  readonly channelLevel: (id: string) => string;
  /** Job roles and presences have their ids within a specialization; without one the first of that id is meant. */
  readonly jobRole: (id: string, specialization?: string) => string;
  readonly presence: (id: string, specialization?: string) => string;
};

type Named = {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly names?: { readonly [language: string]: string } | undefined;
};

/** The names of all editions of a program; where two editions differ the later one's. */
export function namesOf(program: Pick<Program, 'editions'>, language: string): Names {
  const documents = program.editions.map(({ document }) => document);
  const lookup = (entries: readonly Named[]): ((id: string) => string) => {
    const byId = new Map(
      entries.map((entry) => [entry.id, entry.names?.[language] ?? entry.name ?? entry.title ?? entry.id]),
    );
    return (id) => byId.get(id) ?? id;
  };
  const specializations = documents.flatMap((document) => document.specializations);
  const within = (entriesOf: (entry: (typeof specializations)[number]) => readonly Named[]) => {
    const anywhere = lookup(specializations.flatMap(entriesOf).toReversed());
    const own = new Map(specializations.map((entry) => [entry.id, lookup(entriesOf(entry))]));
    return (id: string, specialization?: string): string => own.get(specialization ?? '')?.(id) ?? anywhere(id);
  };
  const exams = documents.flatMap((document) => document.exams);
  const examTitle = lookup(exams);
  // An exam that we had to assume has an id of ours: nobody could ask a testing center for it.
  const invented = new Set(exams.filter(({ basis }) => basis === 'assumed').map(({ id }) => id));
  return {
    // The number is what people look for at the testing center; the title says what it is about.
    exam: (id) => (examTitle(id) === id || invented.has(id) ? examTitle(id) : `${id} (${examTitle(id)})`),
    certification: lookup(documents.flatMap((document) => document.certifications)),
    agreement: lookup(documents.flatMap((document) => document.agreements)),
    specialization: lookup(specializations),
    channelLevel: lookup(documents.flatMap((document) => document.channelLevels)),
    jobRole: within((entry) => entry.jobRoles),
    presence: within((entry) => entry.presence ?? []),
  };
}
