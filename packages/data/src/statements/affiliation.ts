import { type PartnerKind, partnerKind } from './kind.ts';

/** An individual works at a partner. */
export type Affiliation = {
  readonly kind: 'affiliation';
  readonly partner: string;
  readonly id: string;
  readonly individual: string;
  readonly from: string;
  readonly until?: string | undefined;
};

export const affiliations: PartnerKind<Affiliation> = partnerKind('affiliation', 'affiliations', {
  day: 'from_day',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    individual_id: fact.individual,
    from_day: fact.from,
    until_day: fact.until ?? null,
  }),
  fact: (row) => ({
    kind: 'affiliation',
    partner: row.partner_id,
    id: row.id,
    individual: row.individual_id,
    from: row.from_day,
    ...(row.until_day !== null && { until: row.until_day }),
  }),
});
