import { type Either, eitherColumns, eitherOf } from './either.ts';
import { type Kind, partnerKind } from './kind.ts';

/** A partner applied; the dossier is frozen as JSON that names people by id, with a keyed hash. */
export type Application = Either & {
  readonly kind: 'application';
  readonly partner: string;
  readonly id: string;
  readonly purpose: 'new' | 'renewal';
  readonly program: string;
  readonly edition: string;
  readonly submittedOn: string;
  readonly dossier: string;
  readonly dossierHash: string;
};

export const applications: Kind<Application> = partnerKind('application', 'applications', {
  day: 'submitted_on',
  row: (fact) => ({
    partner_id: fact.partner,
    id: fact.id,
    ...eitherColumns(fact),
    purpose: fact.purpose,
    program: fact.program,
    edition: fact.edition,
    submitted_on: fact.submittedOn,
    dossier: fact.dossier,
    dossier_hash: fact.dossierHash,
  }),
  fact: (row) => ({
    kind: 'application',
    partner: row.partner_id,
    id: row.id,
    ...eitherOf(row),
    purpose: row.purpose,
    program: row.program,
    edition: row.edition,
    submittedOn: row.submitted_on,
    dossier: row.dossier,
    dossierHash: row.dossier_hash,
  }),
});
