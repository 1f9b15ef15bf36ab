import type { Scope } from '../schema.ts';
import { individualKind, type Kind } from './kind.ts';

/** What an individual lets a partner's administrators, its application authors or one person see. */
export type Grant = {
  readonly kind: 'grant';
  readonly individual: string;
  readonly id: string;
  readonly partner: string;
  readonly audience: 'administrators' | 'authors' | 'person';
  readonly person?: string | undefined;
  readonly scope: Scope;
  readonly from: string;
  readonly until?: string | undefined;
};

export const grants: Kind<Grant> = individualKind('grant', 'grants', {
  day: 'from_day',
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    partner_id: fact.partner,
    audience: fact.audience,
    person: fact.person ?? null,
    scope: fact.scope,
    from_day: fact.from,
    until_day: fact.until ?? null,
  }),
  fact: (row) => ({
    kind: 'grant',
    individual: row.individual_id,
    id: row.id,
    partner: row.partner_id,
    audience: row.audience,
    ...(row.person !== null && { person: row.person }),
    scope: row.scope,
    from: row.from_day,
    ...(row.until_day !== null && { until: row.until_day }),
  }),
});
