import { type Either, eitherColumns, eitherOf } from './either.ts';
import { type PartnerKind, partnerKind } from './kind.ts';

/** A specialization or channel level was approved, at first or again. */
export type Holding = Either & {
  readonly kind: 'holding';
  readonly partner: string;
  readonly id: string;
  readonly approvedOn: string;
};

export const holdings: PartnerKind<Holding> = partnerKind('holding', 'holdings', {
  day: 'approved_on',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    ...eitherColumns(fact),
    approved_on: fact.approvedOn,
  }),
  fact: (row) => ({
    kind: 'holding',
    partner: row.partner_id,
    id: row.id,
    ...eitherOf(row),
    approvedOn: row.approved_on,
  }),
});
