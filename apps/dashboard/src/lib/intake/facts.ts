import type { IndividualFacts, PartnerFacts } from '@standing/domain';

/** The lists of the contract that a file can add to. */
export type IndividualList = Exclude<keyof IndividualFacts, 'id'>;
export type PartnerList = Exclude<keyof PartnerFacts, 'id'>;

/** What one row says about one individual. */
export type IndividualFact = {
  [L in IndividualList]: {
    readonly list: L;
    readonly individual: string;
    readonly entry: NonNullable<IndividualFacts[L]>[number];
  };
}[IndividualList];

/** What one row says about the partner. */
export type PartnerFact = {
  [L in PartnerList]: { readonly list: L; readonly entry: NonNullable<PartnerFacts[L]>[number] };
}[PartnerList];

/** How somebody is called: no fact of the contract, kept beside the facts. */
export type NameFact = { readonly list: 'names'; readonly individual: string; readonly entry: string };

export type Fact = IndividualFact | PartnerFact | NameFact;

/** Whether a fact belongs to an individual's own record. */
export function isAboutIndividual(fact: Fact): fact is IndividualFact {
  return fact.list === 'exams' || fact.list === 'agreements' || fact.list === 'awards';
}
