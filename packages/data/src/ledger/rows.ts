import type { Row, Statement } from '../port/database.ts';
import { affiliations } from '../statements/affiliation.ts';
import { agreements } from '../statements/agreement.ts';
import { allocations } from '../statements/allocation.ts';
import { examResults } from '../statements/exam-result.ts';
import type { Gathered } from '../statements/gathered.ts';
import { holdings } from '../statements/holding.ts';
import type { Cut, Owners, PartnerRange } from '../statements/kind.ts';
import { registrations } from '../statements/registration.ts';
import { renewals } from '../statements/renewal.ts';
import { verifiedAwards } from '../statements/verified-award.ts';
import { waivers } from '../statements/waiver.ts';
import type { IndividualRows, PartnerRows } from './record.ts';

/** How the facts of a kind come from the database: row by row, or many rows as one text. */
export type Reading = <F, O>(
  kind: { select(owners: O, cut: Cut): Statement; read(row: Row): F },
  table: Gathered,
  owners: O,
) => Promise<F[]>;

/** What an evaluation is made of, of these partners. */
export async function partnerRows(
  read: Reading,
  of: { readonly partners: readonly string[] } | PartnerRange,
): Promise<PartnerRows> {
  return {
    affiliations: await read(affiliations, 'affiliations', of),
    holdings: await read(holdings, 'holdings', of),
    renewals: await read(renewals, 'renewals', of),
    allocations: await read(allocations, 'allocations', of),
    waivers: await read(waivers, 'waivers', of),
  };
}

/** What an evaluation is made of, of these individuals. */
export async function individualRows(read: Reading, individuals: readonly string[]): Promise<IndividualRows> {
  const of: Owners = { individuals };
  return {
    registrations: await read(registrations, 'registrations', of),
    results: await read(examResults, 'exam_results', of),
    agreements: await read(agreements, 'agreements', of),
    awards: await read(verifiedAwards, 'verified_awards', of),
  };
}
