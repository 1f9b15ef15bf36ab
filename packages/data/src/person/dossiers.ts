import { sql } from 'kysely';
import type { Database } from '../port/database.ts';
import { compiler, listed } from '../statements/compiler.ts';

/** An application of a partner whose frozen dossier names the person; what else is in it is others'. */
export type NamedIn = { readonly partner: string; readonly application: string; readonly submittedOn: string };

/** The applications of these partners that name one of these ids. */
export async function dossiersWith(
  ledger: Database,
  partners: readonly string[],
  ids: readonly string[],
  sequence: number,
): Promise<NamedIn[]> {
  const rows = await ledger.all(
    sql`select partner_id, id, submitted_on from applications where partner_id in ${listed(partners)}
      and sequence <= ${sequence} and exists (
        select 1 from json_tree(applications.dossier) where type = 'text' and atom in ${listed(ids)})
      order by partner_id, id`.compile(compiler),
  );
  return rows.map((row) => ({
    partner: String(row['partner_id']),
    application: String(row['id']),
    submittedOn: String(row['submitted_on']),
  }));
}
