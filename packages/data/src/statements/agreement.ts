import { individualKind, type Kind } from './kind.ts';

/** An individual accepted an agreement. */
export type Agreement = {
  readonly kind: 'agreement';
  readonly individual: string;
  readonly id: string;
  readonly agreement: string;
  readonly acceptedOn: string;
};

export const agreements: Kind<Agreement> = individualKind('agreement', 'agreements', {
  day: 'accepted_on',
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    agreement: fact.agreement,
    accepted_on: fact.acceptedOn,
  }),
  fact: (row) => ({
    kind: 'agreement',
    individual: row.individual_id,
    id: row.id,
    agreement: row.agreement,
    acceptedOn: row.accepted_on,
  }),
});
