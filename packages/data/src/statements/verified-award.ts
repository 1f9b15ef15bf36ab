import { individualKind, type Kind } from './kind.ts';

/** An award earned elsewhere and verified. */
export type VerifiedAward = {
  readonly kind: 'verified-award';
  readonly individual: string;
  readonly id: string;
  readonly certification: string;
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
};

export const verifiedAwards: Kind<VerifiedAward> = individualKind('verified-award', 'verified_awards', {
  day: 'valid_from',
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    certification: fact.certification,
    valid_from: fact.validFrom,
    valid_until: fact.validUntil ?? null,
  }),
  fact: (row) => ({
    kind: 'verified-award',
    individual: row.individual_id,
    id: row.id,
    certification: row.certification,
    validFrom: row.valid_from,
    ...(row.valid_until !== null && { validUntil: row.valid_until }),
  }),
});
