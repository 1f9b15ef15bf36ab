import { sql } from 'kysely';
import type { Database, Row, Statement } from '../port/database.ts';
import { chunked, compiler, listed } from '../statements/compiler.ts';
import { type Json, readJson } from './json.ts';
import { type Place, pageOf, type Span } from './page.ts';

/** A look that somebody else had at an individual's record: the individual can read it. */
export type Disclosure = {
  readonly id: string;
  readonly individual: string;
  /** For which partner the viewer looked; absent: for none. */
  readonly partner?: string | undefined;
  readonly viewer: string;
  /** The instant. */
  readonly at: string;
  /** Which fields were shown, by their names: never what stood in them. */
  readonly released: Json;
  /** Until when a copy may exist; absent: none was handed out. */
  readonly copiesUntil?: string | undefined;
};

/** The statements that append disclosures. Refused by the table as `insertAudit` is. */
export function insertDisclosures(disclosures: readonly Disclosure[]): Statement[] {
  const rows = disclosures.map(({ id, individual, partner = '', viewer, at, released, copiesUntil }) => ({
    ...{ individual_id: individual, id, partner_id: partner, viewer, disclosed_at: at },
    ...{ released: JSON.stringify(released), copies_until: copiesUntil ?? null },
  }));
  return chunked(rows, 7).map((part) => compiler.insertInto('disclosures').values(part).compile());
}

/** What was shown of these individuals, by time; a page. */
export async function readDisclosures(
  database: Database,
  question: Span & { readonly individuals: readonly string[] },
): Promise<Disclosure[]> {
  const where = [sql`individual_id in ${listed(question.individuals)}`];
  const columns = { instant: 'disclosed_at', owner: 'individual_id' };
  return (await pageOf(database, 'disclosures', columns, where, question)).map(readDisclosure);
}

export function placeOfDisclosure({ at, individual, id }: Disclosure): Place {
  return { at, owner: individual, id };
}

function readDisclosure(row: Row): Disclosure {
  return {
    id: String(row['id']),
    individual: String(row['individual_id']),
    ...(row['partner_id'] !== '' && { partner: String(row['partner_id']) }),
    viewer: String(row['viewer']),
    at: String(row['disclosed_at']),
    released: readJson(row['released']),
    ...(row['copies_until'] !== null && { copiesUntil: String(row['copies_until']) }),
  };
}
