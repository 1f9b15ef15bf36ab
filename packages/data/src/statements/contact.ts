import { type Kind, partnerKind } from './kind.ts';

/** A person at a location, by id: name and addresses stand in the profile. */
export type Contact = {
  readonly kind: 'contact';
  readonly partner: string;
  readonly id: string;
  readonly location: string;
  readonly individual: string;
  readonly role: string;
  readonly from: string;
  readonly until?: string | undefined;
};

export const contacts: Kind<Contact> = partnerKind('contact', 'contacts', {
  day: 'from_day',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    location_id: fact.location,
    individual_id: fact.individual,
    role: fact.role,
    from_day: fact.from,
    until_day: fact.until ?? null,
  }),
  fact: (row) => ({
    kind: 'contact',
    partner: row.partner_id,
    id: row.id,
    location: row.location_id,
    individual: row.individual_id,
    role: row.role,
    from: row.from_day,
    ...(row.until_day !== null && { until: row.until_day }),
  }),
});
