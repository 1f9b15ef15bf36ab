import type { Row, Statement } from '../port/database.ts';
import { chunked, compiler, listed } from './compiler.ts';
import { type Cut, type Owners, type PartnerRange, THIS_RECORDING } from './kind.ts';
import { isNotVoided } from './voided.ts';

/** Whose fact: a partner's, an individual's, or (both empty) the program's own. */
export type Owner = { readonly partner?: string | undefined; readonly individual?: string | undefined };

/** Takes back exactly one fact of the same owner, for every day; for a reason. */
export type Void = Owner & {
  readonly kind: 'void';
  readonly of: string;
  readonly fact: string;
  readonly reason: string;
};

/** Something stops on a day: an affiliation, allocation, grant …; of several ends the earliest counts. */
export type End = Owner & {
  readonly kind: 'end';
  readonly id: string;
  readonly of: string;
  readonly fact: string;
  readonly until: string;
  readonly reason?: string | undefined;
};

export function insertVoids(facts: readonly Void[]): Statement[] {
  const rows = facts.map(({ partner, individual, of, fact, reason }) => ({
    ...{ partner_id: partner ?? '', individual_id: individual ?? '', kind: of, fact_id: fact, reason },
    sequence: THIS_RECORDING,
  }));
  return chunked(rows, 5).map((part) => compiler.insertInto('voids').values(part).compile());
}

export function insertEnds(facts: readonly End[]): Statement[] {
  const rows = facts.map(({ partner, individual, id, of, fact, until, reason }) => ({
    ...{ partner_id: partner ?? '', individual_id: individual ?? '', id, kind: of, fact_id: fact, until_day: until },
    reason: reason ?? null,
    sequence: THIS_RECORDING,
  }));
  return chunked(rows, 7).map((part) => compiler.insertInto('ends').values(part).compile());
}

/** The ends that are known and not taken back. An end on a later day is known too: it is a plan, like an `until`. */
export function selectEnds(owners: Owners | PartnerRange, cut: Cut): Statement {
  let query = compiler.selectFrom('ends as fact').selectAll().where('fact.sequence', '<=', cut.sequence);
  if (owners !== 'all' && 'after' in owners) {
    query = query
      .where('fact.partner_id', '>', owners.after)
      .where('fact.partner_id', '<=', owners.upTo)
      .where('fact.individual_id', '=', '');
  } else if (owners !== 'all') {
    query =
      'partners' in owners
        ? query.where('fact.partner_id', 'in', listed(owners.partners)).where('fact.individual_id', '=', '')
        : query.where('fact.partner_id', '=', '').where('fact.individual_id', 'in', listed(owners.individuals));
  }
  return query.where(isNotVoided('end', 'either', cut.sequence)).compile();
}

export function readEnd(row: Row): End {
  return {
    kind: 'end',
    ...(row['partner_id'] !== '' && { partner: String(row['partner_id']) }),
    ...(row['individual_id'] !== '' && { individual: String(row['individual_id']) }),
    id: String(row['id']),
    of: String(row['kind']),
    fact: String(row['fact_id']),
    until: String(row['until_day']),
    ...(row['reason'] !== null && { reason: String(row['reason']) }),
  };
}

/** Which of two ids is read as the other, for these ids on either side: known and not taken back. */
export function selectMerges(ids: readonly string[], cut: Cut): Statement {
  return compiler
    .selectFrom('merges as fact')
    .select(['fact.individual_id', 'fact.into_id'])
    .where('fact.sequence', '<=', cut.sequence)
    .where(({ or, eb }) => or([eb('fact.individual_id', 'in', listed(ids)), eb('fact.into_id', 'in', listed(ids))]))
    .where(isNotVoided('merge', 'individual', cut.sequence))
    .compile();
}
