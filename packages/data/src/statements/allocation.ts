import { type PartnerKind, partnerKind } from './kind.ts';

/** An individual is put to a job role; one that is pinned says why. */
export type Allocation = {
  readonly kind: 'allocation';
  readonly partner: string;
  readonly id: string;
  readonly individual: string;
  readonly specialization: string;
  readonly jobRole: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly reason?: string | undefined;
};

export const allocations: PartnerKind<Allocation> = partnerKind('allocation', 'allocations', {
  day: 'from_day',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    individual_id: fact.individual,
    specialization: fact.specialization,
    job_role: fact.jobRole,
    from_day: fact.from ?? null,
    until_day: fact.until ?? null,
    pinned: fact.pinned ? 1 : 0,
    reason: fact.reason ?? null,
  }),
  fact: (row) => ({
    kind: 'allocation',
    partner: row.partner_id,
    id: row.id,
    individual: row.individual_id,
    specialization: row.specialization,
    jobRole: row.job_role,
    ...(row.from_day !== null && { from: row.from_day }),
    ...(row.until_day !== null && { until: row.until_day }),
    ...(row.pinned === 1 && { pinned: true }),
    ...(row.reason !== null && { reason: row.reason }),
  }),
});
