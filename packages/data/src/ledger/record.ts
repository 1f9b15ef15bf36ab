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

type OfIndividual = { readonly individual: string };

/** The facts of the contract about individuals: those of whom anything is known, under the id that they go by. */
export function individualFacts(rows: IndividualRows, aliases: Aliases): IndividualFacts[] {
  const goesBy = ({ individual }: OfIndividual) => aliases.get(individual) ?? individual;
  const results = Map.groupBy(rows.results, goesBy);
  const agreements = Map.groupBy(rows.agreements, goesBy);
  const awards = Map.groupBy(rows.awards, goesBy);
  const known = new Set([...rows.registrations.map(goesBy), ...results.keys(), ...agreements.keys(), ...awards.keys()]);
  return [...known].sort(byCodeUnit).map((id) => ({
    id,
    exams: (results.get(id) ?? []).map(({ id: result, exam, takenOn, result: grade }) => ({
      ...{ id: result, exam, takenOn, result: grade },
    })),
    agreements: (agreements.get(id) ?? []).map(({ agreement, acceptedOn }) => ({ agreement, acceptedOn })),
    awards: (awards.get(id) ?? []).map(({ certification, validFrom, validUntil }) => ({
      ...{ certification, validFrom, validUntil },
    })),
  }));
}

/** The facts of the contract about these partners, each named, with nothing known of it or not. */
export function partnerFacts(
  partners: readonly string[],
  rows: PartnerRows,
  ends: readonly End[],
  aliases: Aliases,
): PartnerFacts[] {
  const goesBy = ({ individual }: OfIndividual) => aliases.get(individual) ?? individual;
  const endOf = earliest(ends);
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
function earliest(ends: readonly End[]): (fact: Ended, until: string | undefined) => string | undefined {
  const key = (partner: string, kind: string, id: string) => JSON.stringify([partner, kind, id]);
  const byFact = Map.groupBy(ends, ({ partner = '', of, fact }) => key(partner, of, fact));
  return ({ partner, kind, id }, until) => {
    const days = (byFact.get(key(partner, kind, id)) ?? []).map((end) => end.until);
    return [...days, ...(until === undefined ? [] : [until])].sort(byCodeUnit)[0];
  };
}
