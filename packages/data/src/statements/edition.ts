import { type Kind, partnerKind } from './kind.ts';

/** An edition as published, JSON whole; it belongs to the program: the partner is the empty id. */
export type Edition = {
  readonly kind: 'edition';
  readonly partner: string;
  readonly id: string;
  readonly program: string;
  readonly edition: string;
  readonly effectiveFrom: string;
  readonly document: string;
  readonly hash: string;
};

export const editions: Kind<Edition> = partnerKind('edition', 'editions', {
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    program: fact.program,
    edition: fact.edition,
    effective_from: fact.effectiveFrom,
    document: fact.document,
    hash: fact.hash,
  }),
  fact: (row) => ({
    kind: 'edition',
    partner: row.partner_id,
    id: row.id,
    program: row.program,
    edition: row.edition,
    effectiveFrom: row.effective_from,
    document: row.document,
    hash: row.hash,
  }),
});
