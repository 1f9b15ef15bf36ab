import { type Either, eitherColumns, eitherOf } from './either.ts';
import { type PartnerKind, partnerKind } from './kind.ts';

/** A renewal was submitted; it closes on a day, by this fact or by an end. */
export type Renewal = Either & {
  readonly kind: 'renewal';
  readonly partner: string;
  readonly id: string;
  readonly submittedOn: string;
  readonly closedOn?: string | undefined;
};

export const renewals: PartnerKind<Renewal> = partnerKind('renewal', 'renewals', {
  day: 'submitted_on',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    ...eitherColumns(fact),
    submitted_on: fact.submittedOn,
    closed_on: fact.closedOn ?? null,
  }),
  fact: (row) => ({
    kind: 'renewal',
    partner: row.partner_id,
    id: row.id,
    ...eitherOf(row),
    submittedOn: row.submitted_on,
    ...(row.closed_on !== null && { closedOn: row.closed_on }),
  }),
});
