import { type PartnerKind, partnerKind } from './kind.ts';

/** Places that count as filled by nobody, for a time and a reason. */
export type Waiver = {
  readonly kind: 'waiver';
  readonly partner: string;
  readonly id: string;
  readonly specialization: string;
  readonly jobRole: string;
  readonly places: number;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
};

export const waivers: PartnerKind<Waiver> = partnerKind('waiver', 'waivers', {
  day: 'from_day',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    specialization: fact.specialization,
    job_role: fact.jobRole,
    places: fact.places,
    from_day: fact.from,
    until_day: fact.until,
    reason: fact.reason,
  }),
  fact: (row) => ({
    kind: 'waiver',
    partner: row.partner_id,
    id: row.id,
    specialization: row.specialization,
    jobRole: row.job_role,
    places: row.places,
    from: row.from_day,
    until: row.until_day,
    reason: row.reason,
  }),
});
