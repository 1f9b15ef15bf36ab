import { sql } from 'kysely';
import type { Database, Row, Statement } from '../port/database.ts';
import { chunked, compiler, listed } from '../statements/compiler.ts';
import { type Json, readJson } from './json.ts';
import { type Place, pageOf, type Span } from './page.ts';

/** What somebody did, beyond the facts it wrote: each entry speaks of one individual at most. */
export type AuditEntry = {
  readonly id: string;
  readonly partner?: string | undefined;
  /** The instant: `2004-06-30T12:00:00.000Z`. */
  readonly at: string;
  /** Who did it: the subject who signed in, or an API key. */
  readonly actor: string;
  readonly action: string;
  /** What was acted on: its id, or empty. */
  readonly subject: string;
  readonly individual?: string | undefined;
  readonly detail: Json;
};

/**
 * The statements that append entries, for the batch of what they speak of. Refused by the table: an id that the partner's
 * audit has (`unique`), text in the open (`guard`, `not-sealed`).
 */
export function insertAudit(entries: readonly AuditEntry[]): Statement[] {
  const rows = entries.map(({ id, partner = '', at, actor, action, subject, individual = '', detail }) => ({
    ...{ partner_id: partner, id, happened_at: at, actor, action, subject, individual_id: individual },
    detail: JSON.stringify(detail),
  }));
  return chunked(rows, 8).map((part) => compiler.insertInto('audit').values(part).compile());
}

/** Entries about these individuals, or of this partner, or all. */
export type AuditQuestion = Span & {
  readonly individuals?: readonly string[] | undefined;
  readonly partner?: string | undefined;
};

/** Entries by time; a page. */
export async function readAudit(database: Database, question: AuditQuestion = {}): Promise<AuditEntry[]> {
  const { individuals, partner } = question;
  const where = [
    ...(individuals === undefined ? [] : [sql`individual_id in ${listed(individuals)}`]),
    ...(partner === undefined ? [] : [sql`partner_id = ${partner}`]),
  ];
  const rows = await pageOf(database, 'audit', { instant: 'happened_at', owner: 'partner_id' }, where, question);
  return rows.map(readEntry);
}

export function placeOfEntry({ at, partner = '', id }: AuditEntry): Place {
  return { at, owner: partner, id };
}

function readEntry(row: Row): AuditEntry {
  return {
    id: String(row['id']),
    ...(row['partner_id'] !== '' && { partner: String(row['partner_id']) }),
    at: String(row['happened_at']),
    actor: String(row['actor']),
    action: String(row['action']),
    subject: String(row['subject']),
    ...(row['individual_id'] !== '' && { individual: String(row['individual_id']) }),
    detail: readJson(row['detail']),
  };
}
