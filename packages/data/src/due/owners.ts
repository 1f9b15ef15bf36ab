import { sql } from 'kysely';
import type { Database } from '../port/database.ts';
import { compiler } from '../statements/compiler.ts';
import type { Some } from './rows.ts';

/** Where an individual's due days follow from, and a partner's. */
const OF_INDIVIDUALS = ['exam_results', 'agreements', 'verified_awards', 'merges'];
const OF_PARTNERS = ['holdings', 'renewals'];

/**
 * A page of those with facts recorded after one sequence and up to another, by id: up to `limit` individuals and as many
 * partners. Facts that were taken back, ends and merges count: they move what follows, too.
 */
export async function ownersSince(
  database: Database,
  { after, until }: { readonly after: number; readonly until: number },
  page: { readonly individual: string; readonly partner: string; readonly limit: number },
): Promise<Some> {
  const written = sql`sequence > ${after} and sequence <= ${until}`;
  // Whoever was one person with somebody, and is no longer.
  const apart = sql`select into_id as id from merges where (${written}) or exists (
    select 1 from voids where voids.partner_id = '' and voids.individual_id = merges.individual_id
    and voids.kind = 'merge' and voids.fact_id = merges.id and voids.sequence > ${after})`;
  const writtenIn = (table: string, column: string) =>
    sql`select ${sql.ref(column)} as id from ${sql.table(table)} where ${written}`;
  // D1 takes up to five parts in one union: these stand as one of them.
  const corrections = (column: string) =>
    column === 'partner_id'
      ? sql`${writtenIn('voids', column)} union ${writtenIn('ends', column)}`
      : sql`${writtenIn('voids', column)} union ${apart}`;
  // Each part gives its ids in order, so that the union can be merged and left at the end of the page.
  const pageOf = async (tables: readonly string[], column: string, from: string) => {
    const parts = [
      ...tables.map((table) => sql`${writtenIn(table, column)} and ${sql.ref(column)} > ${from}`),
      sql`select id from (${corrections(column)}) where id > ${from}`,
    ];
    const rows = await database.all(
      sql`${sql.join(parts, sql` union `)} order by id limit ${page.limit}`.compile(compiler),
    );
    return rows.map(({ id }) => String(id));
  };
  return {
    individuals: await pageOf(OF_INDIVIDUALS, 'individual_id', page.individual),
    partners: await pageOf(OF_PARTNERS, 'partner_id', page.partner),
  };
}
