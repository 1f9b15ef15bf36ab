import { type Kind, partnerKind } from './kind.ts';

/** The individual confirms an affiliation. */
export type Confirmation = {
  readonly kind: 'confirmation';
  readonly partner: string;
  readonly id: string;
  readonly individual: string;
  readonly affiliation: string;
  readonly confirmedOn: string;
};

export const confirmations: Kind<Confirmation> = partnerKind('confirmation', 'confirmations', {
  day: 'confirmed_on',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    individual_id: fact.individual,
    affiliation_id: fact.affiliation,
    confirmed_on: fact.confirmedOn,
  }),
  fact: (row) => ({
    kind: 'confirmation',
    partner: row.partner_id,
    id: row.id,
    individual: row.individual_id,
    affiliation: row.affiliation_id,
    confirmedOn: row.confirmed_on,
  }),
});
