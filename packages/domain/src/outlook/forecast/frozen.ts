import { type Day, readDay } from '../../calendar/day.ts';
import type { IndividualFacts, PartnerFacts } from '../../record/schema.ts';

/**
 * What is known of an individual on a day: passes, agreements and awards of that day or before. An end that is known
 * already holds, however late it is.
 */
export function individualKnownOn(facts: IndividualFacts, day: Day): IndividualFacts {
  const known = (on: string): boolean => readDay(on) <= day;
  return {
    ...facts,
    exams: facts.exams.filter(({ takenOn }) => known(takenOn)),
    agreements: (facts.agreements ?? []).filter(({ acceptedOn }) => known(acceptedOn)),
    awards: (facts.awards ?? []).filter(({ validFrom }) => known(validFrom)),
  };
}

/** The same of a partner: nobody joins later, nothing is approved later, and a renewal that is open stays open. */
export function partnerKnownOn(facts: PartnerFacts, day: Day): PartnerFacts {
  const known = (on: string | undefined): boolean => on === undefined || readDay(on) <= day;
  return {
    ...facts,
    affiliations: facts.affiliations.filter(({ from }) => known(from)),
    holdings: (facts.holdings ?? []).filter(({ approvedOn }) => known(approvedOn)),
    renewals: (facts.renewals ?? [])
      .filter(({ submittedOn }) => known(submittedOn))
      .map((renewal) => (known(renewal.closedOn) ? renewal : { ...renewal, closedOn: undefined })),
    allocations: (facts.allocations ?? []).filter(({ from }) => known(from)),
    waivers: (facts.waivers ?? []).filter(({ from }) => known(from)),
  };
}
