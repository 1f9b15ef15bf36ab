import { type RawBuilder, sql } from 'kysely';
import type { Database, Row } from '../port/database.ts';
import { compiler } from '../statements/compiler.ts';

/** A place in a list by time: of its last entry. */
export type Place = { readonly at: string; readonly owner: string; readonly id: string };

/** From an instant on, up to but not at another, after a place; a page of `limit`, 1,000 at most and where absent. */
export type Span = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly after?: Place | undefined;
  readonly limit?: number | undefined;
};

type Columns = { readonly instant: string; readonly owner: string };

/** Rows of a table by time, then owner and id. */
export async function pageOf(
  database: Database,
  table: 'audit' | 'disclosures',
  columns: Columns,
  where: readonly RawBuilder<unknown>[],
  { from, until, after, limit = 1000 }: Span,
): Promise<readonly Row[]> {
  const [instant, owner] = [sql.ref(columns.instant), sql.ref(columns.owner)];
  const conditions = [
    ...where,
    ...(from === undefined ? [] : [sql`${instant} >= ${from}`]),
    ...(until === undefined ? [] : [sql`${instant} < ${until}`]),
    ...(after === undefined ? [] : [sql`(${instant}, ${owner}, id) > (${after.at}, ${after.owner}, ${after.id})`]),
  ];
  const filter = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  return await database.all(
    sql`select * from ${sql.table(table)} ${filter} order by ${instant}, ${owner}, id
      limit ${Math.min(limit, 1000)}`.compile(compiler),
  );
}

/** All pages of what `read` gives, one after the other. */
export async function everyPage<T>(
  read: (after: Place | undefined) => Promise<readonly T[]>,
  placeOf: (entry: T) => Place,
): Promise<T[]> {
  const entries: T[] = [];
  for (let after: Place | undefined; ; ) {
    const page = await read(after);
    entries.push(...page);
    const last = page.at(-1);
    if (last === undefined) return entries;
    after = placeOf(last);
  }
}
