import { individualKind, type Kind } from './kind.ts';

/** The program knows this individual, with or without a result. */
export type Registration = {
  readonly kind: 'registration';
  readonly individual: string;
  readonly id: string;
  readonly registeredOn: string;
};

export const registrations: Kind<Registration> = individualKind('registration', 'registrations', {
  day: 'registered_on',
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    registered_on: fact.registeredOn,
  }),
  fact: (row) => ({
    kind: 'registration',
    individual: row.individual_id,
    id: row.id,
    registeredOn: row.registered_on,
  }),
});
