import type { IndividualFacts, PartnerFacts } from '@standing/domain';
import type { Affiliation } from '../statements/affiliation.ts';
import type { Agreement } from '../statements/agreement.ts';
import type { Allocation } from '../statements/allocation.ts';
import type { End } from '../statements/correction.ts';
import type { ExamResult } from '../statements/exam-result.ts';
import type { Holding } from '../statements/holding.ts';
import type { Registration } from '../statements/registration.ts';
import type { Renewal } from '../statements/renewal.ts';
import type { VerifiedAward } from '../statements/verified-award.ts';
import type { Waiver } from '../statements/waiver.ts';
import { type Aliases, byCodeUnit } from './people.ts';

export type IndividualRows = {
  readonly registrations: readonly Registration[];
  readonly results: readonly ExamResult[];
  readonly agreements: readonly Agreement[];
  readonly awards: readonly VerifiedAward[];
};

export type PartnerRows = {
  readonly affiliations: readonly Affiliation[];
  readonly holdings: readonly Holding[];
  readonly renewals: readonly Renewal[];
  readonly allocations: readonly Allocation[];
  readonly waivers: readonly Waiver[];
};

export const NOTHING: PartnerRows = { affiliations: [], holdings: [], renewals: [], allocations: [], waivers: [] };

type OfIndividual = { readonly individual: string };

type Individual = {
  readonly id: string;
  readonly exams: IndividualFacts['exams'][number][];
  readonly agreements: NonNullable<IndividualFacts['agreements']>[number][];
  readonly awards: NonNullable<IndividualFacts['awards']>[number][];
};

/** The facts of the contract about individuals: those of whom anything is known, under the id that they go by. */
export function individualFacts(rows: IndividualRows, aliases: Aliases): IndividualFacts[] {
  const people = new Map<string, Individual>();
  const of = ({ individual }: OfIndividual): Individual => {
    const id = aliases.get(individual) ?? individual;
    const known = people.get(id);
    if (known !== undefined) return known;
    const fresh: Individual = { id, exams: [], agreements: [], awards: [] };
    people.set(id, fresh);
    return fresh;
  };
  for (const registration of rows.registrations) of(registration);
  for (const fact of rows.results) {
    of(fact).exams.push({ id: fact.id, exam: fact.exam, takenOn: fact.takenOn, result: fact.result });
  }
  for (const fact of rows.agreements) {
    of(fact).agreements.push({ agreement: fact.agreement, acceptedOn: fact.acceptedOn });
  }
  for (const fact of rows.awards) {
    const { certification, validFrom, validUntil } = fact;
    of(fact).awards.push({ certification, validFrom, validUntil });
  }
  return [...people.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

/** The facts of the contract about these partners, each named, with nothing known of it or not. */
export function partnerFacts(
  partners: readonly string[],
  rows: PartnerRows,
  endOf: EndOf,
  aliases: Aliases,
): PartnerFacts[] {
  const goesBy = ({ individual }: OfIndividual) => aliases.get(individual) ?? individual;
  const of = <T extends { readonly partner: string }>(facts: readonly T[]) =>
    Map.groupBy(facts, (fact) => fact.partner);
  const [affiliations, holdings, renewals] = [of(rows.affiliations), of(rows.holdings), of(rows.renewals)];
  const [allocations, waivers] = [of(rows.allocations), of(rows.waivers)];
  return [...new Set(partners)].sort(byCodeUnit).map((id) => ({
    id,
    affiliations: (affiliations.get(id) ?? []).map((fact) => ({
      ...{ individual: goesBy(fact), from: fact.from, until: endOf(fact, fact.until) },
    })),
    holdings: (holdings.get(id) ?? []).map((fact) => ({ ...subjectOf(fact), approvedOn: fact.approvedOn })),
    renewals: (renewals.get(id) ?? []).map((fact) => ({
      ...subjectOf(fact),
      ...{ submittedOn: fact.submittedOn, closedOn: endOf(fact, fact.closedOn) },
    })),
    allocations: (allocations.get(id) ?? []).map((fact) => ({
      ...{ individual: goesBy(fact), specialization: fact.specialization, jobRole: fact.jobRole },
      ...{ from: fact.from, until: endOf(fact, fact.until), pinned: fact.pinned },
    })),
    waivers: (waivers.get(id) ?? []).map((fact) => ({
      ...{ specialization: fact.specialization, jobRole: fact.jobRole, places: fact.places },
      ...{ from: fact.from, until: endOf(fact, fact.until) ?? fact.until },
    })),
  }));
}

function subjectOf(fact: Holding | Renewal) {
  return fact.specialization === undefined
    ? { channelLevel: fact.channelLevel }
    : { specialization: fact.specialization };
}

type Ended = { readonly kind: string; readonly partner: string; readonly id: string };

/** The day on which a fact of a partner ends: the earliest that it and the ends of it say. */
export type EndOf = (fact: Ended, until: string | undefined) => string | undefined;

export function endedBy(ends: readonly End[]): EndOf {
  const key = (partner: string, kind: string, id: string) => JSON.stringify([partner, kind, id]);
  if (ends.length === 0) return (_, until) => until;
  const byFact = Map.groupBy(ends, ({ partner = '', of, fact }) => key(partner, of, fact));
  return ({ partner, kind, id }, until) => {
    const days = (byFact.get(key(partner, kind, id)) ?? []).map((end) => end.until);
    return [...days, ...(until === undefined ? [] : [until])].sort(byCodeUnit)[0];
  };
}
