import type { Edition } from '@standing/domain';
import type { Random } from './random.ts';

type Requirement = Edition['certifications'][number]['requires'];

/** The exams that somebody sits for a certification, in order; where there is a choice, one is drawn. */
export function examsFor(edition: Edition, certification: string, random: Random): string[] {
  const entry = edition.certifications.find(({ id }) => id === certification);
  return entry === undefined ? [] : [...new Set(examsOf(entry.requires, edition, random))];
}

function examsOf(requirement: Requirement, edition: Edition, random: Random): string[] {
  if ('exam' in requirement) return [requirement.exam];
  if ('certification' in requirement) return examsFor(edition, requirement.certification, random);
  if ('allOf' in requirement) return requirement.allOf.flatMap((each) => examsOf(each, edition, random));
  const [of, needed] = 'anyOf' in requirement ? [requirement.anyOf, 1] : [requirement.of, requirement.atLeast];
  const first = random.below(of.length);
  return Array.from({ length: needed }, (_, at) => of[(first + at) % of.length]).flatMap((each) =>
    each === undefined ? [] : examsOf(each, edition, random),
  );
}
