import { type Kind, partnerKind } from './kind.ts';

/** A key of a program; the empty partner's are the operators'. `scopes` is a JSON list. */
export type ApiKey = {
  readonly kind: 'api-key';
  readonly partner: string;
  readonly id: string;
  readonly prefix: string;
  readonly hash: string;
  readonly name: string;
  readonly scopes: string;
  readonly from: string;
  readonly until?: string | undefined;
};

export const apiKeys: Kind<ApiKey> = partnerKind('api-key', 'api_keys', {
  day: 'from_day',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    prefix: fact.prefix,
    hash: fact.hash,
    name: fact.name,
    scopes: fact.scopes,
    from_day: fact.from,
    until_day: fact.until ?? null,
  }),
  fact: (row) => ({
    kind: 'api-key',
    partner: row.partner_id,
    id: row.id,
    prefix: row.prefix,
    hash: row.hash,
    name: row.name,
    scopes: row.scopes,
    from: row.from_day,
    ...(row.until_day !== null && { until: row.until_day }),
  }),
});
