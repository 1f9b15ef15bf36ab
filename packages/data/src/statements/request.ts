import type { Scope } from '../schema.ts';
import { type Kind, partnerKind } from './kind.ts';

/** A partner asks an individual for a scope; asking discloses nothing. */
export type Request = {
  readonly kind: 'request';
  readonly partner: string;
  readonly id: string;
  readonly individual: string;
  readonly scope: Scope;
  readonly requestedOn: string;
  readonly reason: string;
};

export const requests: Kind<Request> = partnerKind('request', 'requests', {
  day: 'requested_on',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    individual_id: fact.individual,
    scope: fact.scope,
    requested_on: fact.requestedOn,
    reason: fact.reason,
  }),
  fact: (row) => ({
    kind: 'request',
    partner: row.partner_id,
    id: row.id,
    individual: row.individual_id,
    scope: row.scope,
    requestedOn: row.requested_on,
    reason: row.reason,
  }),
});
