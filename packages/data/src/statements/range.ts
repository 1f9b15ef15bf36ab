import { sql } from 'kysely';
import type { Statement } from '../port/database.ts';
import { compiler } from './compiler.ts';
import type { Cut, PartnerRange } from './kind.ts';

/** Whoever has a fact in one of these has a standing to ask for. D1 takes no more than five parts in a union. */
const TABLES = ['affiliations', 'holdings', 'renewals', 'allocations', 'waivers'] as const;

/** Up to which partner (`up_to`) the next ones have some `rows` rows in each table; null where there are none left. */
export function selectRangeEnd(after: string, rows: number): Statement {
  const nth = TABLES.map(
    (table) => sql`select * from (select partner_id as id from ${sql.table(table)} where partner_id > ${after}
      order by partner_id, id limit 1 offset ${rows})`,
  );
  const last = TABLES.map((table) => sql`select max(partner_id) as id from ${sql.table(table)}`);
  return sql`select coalesce((select min(id) from (${sql.join(nth, sql` union all `)})), (select max(id) from (
    ${sql.join(last, sql` union all `)}) where id > ${after})) as up_to`.compile(compiler);
}

/** The ids of a range in their order (`ids`, as JSON): every partner of whom anything was recorded. */
export function selectPartners({ after, upTo }: PartnerRange, { sequence }: Cut): Statement {
  const ids = TABLES.map(
    (table) => sql`select partner_id as id from ${sql.table(table)}
      where partner_id > ${after} and partner_id <= ${upTo} and sequence <= ${sequence}`,
  );
  return sql`select json_group_array(id) as ids from (${sql.join(ids, sql` union `)} order by 1)`.compile(compiler);
}

/** The rows of a statement that are not of partners in a range: a `+` keeps SQLite from looking for them by partner. */
export function outsideOf({ after, upTo }: PartnerRange, { sql: text, parameters }: Statement): Statement {
  return {
    sql: `select * from (${text}) where +partner_id <= ? or +partner_id > ?`,
    parameters: [...parameters, after, upTo],
  };
}
