import type { Program } from '@standing/domain';
import type { Catalogue } from './known.ts';

/** What all editions of some programs name: an exam that is gone was taken all the same. */
export function catalogueOf(programs: readonly Program[]): Required<Catalogue> {
  const editions = programs.flatMap((program) => program.editions.map(({ document }) => document));
  const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
  return {
    exams: new Set(editions.flatMap(({ exams }) => ids(exams))),
    agreements: new Set(editions.flatMap(({ agreements }) => ids(agreements))),
    certifications: new Set(editions.flatMap(({ certifications }) => ids(certifications))),
  };
}
