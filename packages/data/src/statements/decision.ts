import { type Kind, partnerKind } from './kind.ts';

/** An application was decided. */
export type Decision = {
  readonly kind: 'decision';
  readonly partner: string;
  readonly id: string;
  readonly application: string;
  readonly outcome: 'approved' | 'refused' | 'withdrawn';
  readonly decidedOn: string;
  readonly reason: string;
};

export const decisions: Kind<Decision> = partnerKind('decision', 'decisions', {
  day: 'decided_on',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    application_id: fact.application,
    outcome: fact.outcome,
    decided_on: fact.decidedOn,
    reason: fact.reason,
  }),
  fact: (row) => ({
    kind: 'decision',
    partner: row.partner_id,
    id: row.id,
    application: row.application_id,
    outcome: row.outcome,
    decidedOn: row.decided_on,
    reason: row.reason,
  }),
});
