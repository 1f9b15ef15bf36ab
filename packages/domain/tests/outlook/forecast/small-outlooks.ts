/**
 * Generated questions about what lies ahead: the partners of `partners/small-partners.ts` in programs whose awards are
 * earned, recertified, extended and regained by exams, as in `small-programs.ts`, with facts on both sides of the day.
 */
import fc from 'fast-check';
import type { Edition, IndividualFacts } from '../../../src/index.ts';
import type { Question } from '../../partners/oracle-scene.ts';
import { dayAt } from '../../partners/small-editions.ts';
import { smallQuestion as partnerQuestion, plain } from '../../partners/small-partners.ts';
import { edition as awardEdition, record } from '../../small-programs.ts';

export type Outlook = Question & { readonly until: string };

/** The rules for awards of one edition with the specializations and levels of another. */
function joined(partners: Edition, awards: Edition): Edition {
  const missing = <T extends { readonly id: string }>(all: readonly T[], more: readonly T[]): readonly T[] => [
    ...all,
    ...more.filter(({ id }) => !all.some((entry) => entry.id === id)),
  ];
  return {
    ...partners,
    agreements: awards.agreements,
    extensions: awards.extensions,
    exams: [...missing(awards.exams, partners.exams)],
    certifications: [...missing(awards.certifications, partners.certifications)],
  };
}

export const smallOutlook: fc.Arbitrary<Outlook> = fc
  .tuple(
    partnerQuestion,
    fc.array(awardEdition('awards', '2004-01-01'), { minLength: 2, maxLength: 2 }),
    fc.array(record, { minLength: 5, maxLength: 5 }),
    fc.boolean(),
    fc.integer({ min: 4, max: 16 }),
    fc.integer({ min: 0, max: 90 }),
  )
  .map(([question, awards, records, byExams, step, length]) => {
    const first = question.program.map(({ effectiveFrom }) => effectiveFrom).sort()[0] ?? '';
    const [, asOf = first] = [first, dayAt(step * 5)].sort();
    const program = byExams
      ? question.program.map((edition, index) => joined(edition, awards[index] as Edition))
      : question.program;
    const individuals = question.individuals.map((facts, index): IndividualFacts => {
      const own = records[index];
      if (!byExams || own === undefined) return facts;
      // Verified awards of half of them leave room for those that are earned.
      const verified = (facts.awards ?? []).filter((_, at) => at % 2 === 0);
      return { ...facts, exams: own.exams, agreements: own.agreements, awards: verified };
    });
    return plain({
      ...question,
      program,
      individuals,
      asOf,
      until: Temporal.PlainDate.from(asOf).add({ days: length }).toString(),
    });
  }) as fc.Arbitrary<Outlook>;

/** The facts known on a day, word by word: what is dated after it is not there, known ends are. */
export function knownOn({ program, allocate, ...question }: Question, day: string): Question {
  const before = <T>(all: readonly T[] | undefined, on: (entry: T) => string | undefined): T[] =>
    (all ?? []).filter((entry) => (on(entry) ?? '') <= day);
  return plain({
    program,
    asOf: day,
    ...(allocate === undefined ? {} : { allocate }),
    individuals: question.individuals.map((facts) => ({
      ...facts,
      exams: before(facts.exams, ({ takenOn }) => takenOn),
      agreements: before(facts.agreements, ({ acceptedOn }) => acceptedOn),
      awards: before(facts.awards, ({ validFrom }) => validFrom),
    })),
    partners: question.partners.map((facts) => ({
      ...facts,
      affiliations: before(facts.affiliations, ({ from }) => from),
      holdings: before(facts.holdings, ({ approvedOn }) => approvedOn),
      renewals: before(facts.renewals, ({ submittedOn }) => submittedOn).map((renewal) => ({
        ...renewal,
        closedOn: renewal.closedOn !== undefined && renewal.closedOn <= day ? renewal.closedOn : undefined,
      })),
      allocations: before(facts.allocations, ({ from }) => from),
      waivers: before(facts.waivers, ({ from }) => from),
    })),
  });
}

/** Every day from one up to but not including another. */
export function daysFrom(from: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day < until; day = Temporal.PlainDate.from(day).add({ days: 1 }).toString()) days.push(day);
  return days;
}
