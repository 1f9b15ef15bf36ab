import { individualKind, type Kind } from './kind.ts';

/** The individual was erased: profiles may be deleted from now on, and none is added. */
export type Erasure = {
  readonly kind: 'erasure';
  readonly individual: string;
  readonly id: string;
  readonly erasedOn: string;
};

export const erasures: Kind<Erasure> = individualKind('erasure', 'erasures', {
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    erased_on: fact.erasedOn,
  }),
  fact: (row) => ({
    kind: 'erasure',
    individual: row.individual_id,
    id: row.id,
    erasedOn: row.erased_on,
  }),
});
