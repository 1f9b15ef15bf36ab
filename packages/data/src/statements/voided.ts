import { type RawBuilder, sql } from 'kysely';

/** In whose book a fact stands: with a partner's id and no individual's, or the other way round; `ends` are in either. */
export type Book = 'individual' | 'partner' | 'either';

/**
 * That a fact (so its table goes by in the statement) is not taken back by a recording up to this sequence.
 */
export function isNotVoided(kind: string, book: Book, sequence: number): RawBuilder<boolean> {
  const partner = book === 'individual' ? sql`''` : sql.ref('fact.partner_id');
  const individual = book === 'partner' ? sql`''` : sql.ref('fact.individual_id');
  return sql<boolean>`not exists (select 1 from voids where voids.partner_id = ${partner}
    and voids.individual_id = ${individual} and voids.kind = ${kind} and voids.fact_id = fact.id
    and voids.sequence <= ${sequence})`;
}
