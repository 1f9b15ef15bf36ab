import { published } from '@standing/domain/source/editions/index.ts';
import type { Requirement } from '@standing/domain/source/src/edition/requirement.ts';
import type { Edition, IndividualFacts } from '@standing/domain/source/src/index.ts';
import { numbersFrom } from '@standing/domain/source/tests/optimum/numbers.ts';

/** The records of many individuals, and the day on which is asked who is active. */
export type Records = {
  readonly edition: Edition;
  readonly asOf: string;
  readonly individuals: readonly IndividualFacts[];
};

/**
 * Exam records under the published edition of November 2003: each exam sat at most once, all within a year, so that nothing
 * runs out. What is active on the day then follows from the passes alone, which a rules engine without dates of its own can
 * say as well; the replay works out the periods too.
 */
export function recordsOf(people: number, seed: number): Records {
  const below = numbersFrom(seed);
  const edition = published[0]?.editions.at(-1) as Edition;
  const individuals = Array.from({ length: people }, (_, index) => {
    // Everybody works toward one to three certifications, and fails or leaves out an exam now and then.
    const aims = Array.from(
      { length: 1 + below(3) },
      () => edition.certifications[below(edition.certifications.length)],
    );
    const exams = new Set(aims.flatMap((aim) => (aim === undefined ? [] : examsFor(aim.requires, edition))));
    return {
      id: `CSCO${10_000_000 + index}`,
      exams: [...exams]
        .filter(() => below(6) > 0)
        .map((exam) => ({
          exam,
          takenOn: Temporal.PlainDate.from('2003-12-01')
            .add({ days: below(280) })
            .toString(),
          result: below(8) === 0 ? ('fail' as const) : ('pass' as const),
        })),
    };
  });
  return { edition, asOf: '2004-09-15', individuals };
}

/** One way to meet a requirement: the first of every choice, with what other certifications ask for. */
function examsFor(requirement: Requirement, edition: Edition): readonly string[] {
  if ('exam' in requirement) return [requirement.exam];
  if ('certification' in requirement) {
    const other = edition.certifications.find(({ id }) => id === requirement.certification);
    return other === undefined ? [] : examsFor(other.requires, edition);
  }
  if ('allOf' in requirement) return requirement.allOf.flatMap((part) => examsFor(part, edition));
  if ('anyOf' in requirement) return requirement.anyOf.slice(0, 1).flatMap((part) => examsFor(part, edition));
  return requirement.of.slice(0, requirement.atLeast).flatMap((part) => examsFor(part, edition));
}
