/**
 * What the second implementation of the contract's *Partners* looks at: who counts, what they meet, which places there
 * are. Word by word from the contract, for tests alone, with texts for days and Temporal for their arithmetic; it shares
 * no code with `allocation` or `standing`. Which certifications are active it takes from the engine's own answer.
 */

import type { Requirement } from '../../src/edition/requirement.ts';
import type { Edition, Evaluation, IndividualFacts, PartnerFacts } from '../../src/index.ts';

export type Specialization = Edition['specializations'][number];
export type JobRole = Specialization['jobRoles'][number];
/** A job role of a specialization, with its places that are waived and those that people can fill. */
export type Role = {
  readonly specialization: Specialization;
  readonly jobRole: JobRole;
  readonly index: number;
  readonly waived: number;
  readonly open: number;
};
export type Pair = { readonly individual: string; readonly role: Role };
export type GivenAllocation = NonNullable<PartnerFacts['allocations']>[number];

export type Question = {
  readonly program: readonly Edition[];
  readonly asOf: string;
  readonly allocate?: 'given' | 'best';
  readonly individuals: readonly IndividualFacts[];
  readonly partners: readonly PartnerFacts[];
};

/** One partner on the day. */
export type Scene = {
  readonly asOf: string;
  /** Those in force on `asOf` or before, by date. */
  readonly editions: readonly Edition[];
  readonly edition: Edition;
  readonly partner: PartnerFacts;
  /** In the facts, by id. */
  readonly known: readonly string[];
  /** Those who count for this partner, by id. */
  readonly people: readonly string[];
  readonly roles: readonly Role[];
  /** Every day from the first approval to `asOf`. */
  readonly days: readonly string[];
  readonly meets: (individual: string, requirement: Requirement) => boolean;
  readonly could: (individual: string, role: Role) => boolean;
};

export const plus = (day: string, period: string): string => Temporal.PlainDate.from(day).add(period).toString();
export const minus = (day: string, period: string): string => Temporal.PlainDate.from(day).subtract(period).toString();

export const holds = (
  { from, until }: { from?: string | undefined; until?: string | undefined },
  day: string,
): boolean => (from === undefined || from <= day) && (until === undefined || day < until);

export function sceneOf(question: Question, partnerId: string, answered: Evaluation['individuals']): Scene {
  const { asOf } = question;
  const editions = question.program
    .filter(({ effectiveFrom }) => effectiveFrom <= asOf)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const edition = editions.at(-1);
  const partner = question.partners.find(({ id }) => id === partnerId);
  if (edition === undefined || partner === undefined) throw new Error('No edition or no partner');
  const known = question.individuals.map(({ id }) => id).toSorted();
  const people = known.filter((id) => counting(question, edition, id).includes(partnerId));
  const meets = (id: string, requirement: Requirement): boolean => {
    const facts = question.individuals.find((individual) => individual.id === id);
    const active = answered
      .find((individual) => individual.id === id)
      ?.awards.filter(({ status }) => status === 'active')
      .map(({ certification }) => certification);
    return facts !== undefined && isMet(requirement, facts, active ?? [], asOf);
  };
  const roles = rolesOf(edition, partner, asOf);
  const able = new Set(
    roles.flatMap((role) => known.filter((id) => meets(id, role.jobRole.requires)).map((id) => `${role.index} ${id}`)),
  );
  const could = (id: string, role: Role): boolean => able.has(`${role.index} ${id}`);
  return { asOf, editions, edition, partner, known, people, roles, days: daysOf(partner, asOf), meets, could };
}

function daysOf({ holdings = [] }: PartnerFacts, asOf: string): readonly string[] {
  const days: string[] = [];
  const [first = asOf] = holdings.map(({ approvedOn }) => approvedOn).toSorted();
  for (let day = first; day <= asOf; day = plus(day, 'P1D')) days.push(day);
  return days;
}

/** The partners that an individual counts for. */
function counting({ partners, asOf }: Question, edition: Edition, individual: string): readonly string[] {
  const inForce = partners.flatMap((partner) =>
    partner.affiliations
      .filter((affiliation) => affiliation.individual === individual && holds(affiliation, asOf))
      .map(({ from }) => ({ partner: partner.id, from })),
  );
  if (edition.affiliation?.exclusive !== true) return inForce.map(({ partner }) => partner);
  const lastBegun = inForce
    .map(({ from }) => from)
    .toSorted()
    .at(-1);
  const [winner] = inForce
    .filter(({ from }) => from === lastBegun)
    .map(({ partner }) => partner)
    .toSorted();
  return winner === undefined ? [] : [winner];
}

function isMet(requirement: Requirement, facts: IndividualFacts, active: readonly string[], day: string): boolean {
  const below = (part: Requirement): boolean => isMet(part, facts, active, day);
  if ('certification' in requirement) return active.includes(requirement.certification);
  if ('allOf' in requirement) return requirement.allOf.every(below);
  if ('anyOf' in requirement) return requirement.anyOf.some(below);
  if ('of' in requirement) return requirement.of.filter(below).length >= requirement.atLeast;
  const { exam, taken, accepted, within } = requirement;
  return facts.exams.some(
    (entry) =>
      entry.exam === exam &&
      entry.result === 'pass' &&
      entry.takenOn <= day &&
      holds(taken ?? {}, entry.takenOn) &&
      holds(accepted ?? {}, day) &&
      (within === undefined || day < plus(entry.takenOn, within)),
  );
}

function rolesOf(edition: Edition, partner: PartnerFacts, asOf: string): readonly Role[] {
  return edition.specializations
    .flatMap((specialization) => specialization.jobRoles.map((jobRole) => ({ specialization, jobRole })))
    .map(({ specialization, jobRole }, index) => {
      const places = (partner.waivers ?? [])
        .filter((waiver) => waiver.specialization === specialization.id && waiver.jobRole === jobRole.id)
        .filter((waiver) => holds(waiver, asOf))
        .reduce((sum, waiver) => sum + waiver.places, 0);
      const waived = Math.min(places, jobRole.headcount);
      return { specialization, jobRole, index, waived, open: jobRole.headcount - waived };
    });
}
