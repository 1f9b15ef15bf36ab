import type { Statement } from '../port/database.ts';
import { type Affiliation, affiliations } from './affiliation.ts';
import { type Agreement, agreements } from './agreement.ts';
import { type Allocation, allocations } from './allocation.ts';
import { type ApiKey, apiKeys } from './api-key.ts';
import { type Application, applications } from './application.ts';
import { type Confirmation, confirmations } from './confirmation.ts';
import { type Contact, contacts } from './contact.ts';
import { type End, insertEnds, insertVoids, type Void } from './correction.ts';
import { type Decision, decisions } from './decision.ts';
import { type Edition, editions } from './edition.ts';
import { type Erasure, erasures } from './erasure.ts';
import { type ExamResult, examResults } from './exam-result.ts';
import { type Grant, grants } from './grant.ts';
import { type Holding, holdings } from './holding.ts';
import { type Location, locations } from './location.ts';
import { type Merge, merges } from './merge.ts';
import { type Profile, profiles } from './profile.ts';
import { type Registration, registrations } from './registration.ts';
import { type Renewal, renewals } from './renewal.ts';
import { type Request, requests } from './request.ts';
import { type VerifiedAward, verifiedAwards } from './verified-award.ts';
import { type Waiver, waivers } from './waiver.ts';

/** Facts about individuals, in the program's book. */
export type IndividualFact = Registration | ExamResult | Agreement | VerifiedAward | Merge | Profile | Erasure | Grant;

/** Facts about a partner, in its own book; editions and the operators' keys have the empty partner. */
export type PartnerFact =
  | Affiliation
  | Confirmation
  | Holding
  | Renewal
  | Allocation
  | Waiver
  | Location
  | Contact
  | Application
  | Decision
  | Request
  | Edition
  | ApiKey;

/** Every kind of fact that the ledger takes. */
export type Fact = IndividualFact | PartnerFact | End | Void;

/** How each kind is written, in an order in which what is referred to comes first. */
const INSERTS: { readonly [K in Fact['kind']]: (facts: readonly Extract<Fact, { kind: K }>[]) => Statement[] } = {
  registration: registrations.insert,
  'exam-result': examResults.insert,
  agreement: agreements.insert,
  'verified-award': verifiedAwards.insert,
  merge: merges.insert,
  profile: profiles.insert,
  erasure: erasures.insert,
  grant: grants.insert,
  affiliation: affiliations.insert,
  confirmation: confirmations.insert,
  holding: holdings.insert,
  renewal: renewals.insert,
  allocation: allocations.insert,
  waiver: waivers.insert,
  location: locations.insert,
  contact: contacts.insert,
  application: applications.insert,
  decision: decisions.insert,
  request: requests.insert,
  edition: editions.insert,
  'api-key': apiKeys.insert,
  end: insertEnds,
  void: insertVoids,
};

/** The statements that write these facts, of whatever kinds, under the recording of the same batch. */
export function insertFacts(facts: readonly Fact[]): Statement[] {
  const kinds = Map.groupBy(facts, ({ kind }) => kind);
  return Object.entries(INSERTS).flatMap(([kind, insert]) => {
    const some = kinds.get(kind as Fact['kind']);
    // The table above pairs each kind with the insert of that kind, which no type can follow through a loop.
    return some === undefined ? [] : (insert as (facts: readonly Fact[]) => Statement[])(some);
  });
}
