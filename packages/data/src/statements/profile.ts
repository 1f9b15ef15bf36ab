import { individualKind, type Kind } from './kind.ts';

/** What identifies an individual, sealed with a key of its own; the latest day counts. */
export type Profile = {
  readonly kind: 'profile';
  readonly individual: string;
  readonly id: string;
  readonly from: string;
  readonly sealed: string;
};

export const profiles: Kind<Profile> = individualKind('profile', 'profiles', {
  day: 'from_day',
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    from_day: fact.from,
    sealed: fact.sealed,
  }),
  fact: (row) => ({
    kind: 'profile',
    individual: row.individual_id,
    id: row.id,
    from: row.from_day,
    sealed: row.sealed,
  }),
});
