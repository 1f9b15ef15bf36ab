import { type Kind, partnerKind } from './kind.ts';

/** A place of work of a partner; its address is a company's, not a person's. */
export type Location = {
  readonly kind: 'location';
  readonly partner: string;
  readonly id: string;
  readonly name: string;
  readonly address?: string | undefined;
  readonly country?: string | undefined;
  readonly from: string;
  readonly until?: string | undefined;
};

export const locations: Kind<Location> = partnerKind('location', 'locations', {
  day: 'from_day',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    name: fact.name,
    address: fact.address ?? null,
    country: fact.country ?? null,
    from_day: fact.from,
    until_day: fact.until ?? null,
  }),
  fact: (row) => ({
    kind: 'location',
    partner: row.partner_id,
    id: row.id,
    name: row.name,
    ...(row.address !== null && { address: row.address }),
    ...(row.country !== null && { country: row.country }),
    from: row.from_day,
    ...(row.until_day !== null && { until: row.until_day }),
  }),
});
