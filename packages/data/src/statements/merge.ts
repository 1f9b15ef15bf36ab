import { individualKind, type Kind } from './kind.ts';

/** Two ids of one person: `individual` is from now on read as `into`, on whatever day is asked for. */
export type Merge = {
  readonly kind: 'merge';
  readonly individual: string;
  readonly id: string;
  readonly into: string;
  readonly mergedOn: string;
};

export const merges: Kind<Merge> = individualKind('merge', 'merges', {
  row: (fact) => ({
    individual_id: fact.individual,
    id: fact.id,
    into_id: fact.into,
    merged_on: fact.mergedOn,
  }),
  fact: (row) => ({
    kind: 'merge',
    individual: row.individual_id,
    id: row.id,
    into: row.into_id,
    mergedOn: row.merged_on,
  }),
});
