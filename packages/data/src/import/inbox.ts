import { sql } from 'kysely';
import type { Database, Row, Statement } from '../port/database.ts';
import type { ImportName } from '../schema.ts';
import { chunked, compiler, listed } from '../statements/compiler.ts';
import type { ParsedRow } from './candidate.ts';
import type { Verdict } from './judge.ts';

/** Where a row of the inbox comes from. */
type From = { readonly name: ImportName; readonly importId: string; readonly at: string };

/**
 * Keeps rows that do not fit. The same row is kept once, whichever file it comes with; one with a fault in it once for
 * each line. What an operator has dismissed stays so.
 */
export async function keepUnfit(
  rows: readonly { readonly row: ParsedRow; readonly verdict: Verdict }[],
  { name, importId, at }: From,
): Promise<Statement[]> {
  const kept = new Map<string, ReturnType<typeof columnsOf>>();
  for (const { row, verdict } of rows) {
    if (verdict.outcome !== 'unfit') continue;
    const id = await idOf(name, row);
    kept.set(id, columnsOf(id, row, verdict, { name, importId, at }));
  }
  return chunked([...kept.values()], 12).map((part) =>
    compiler
      .insertInto('import_inbox')
      .values(part)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(({ ref }) => ({
            code: ref('excluded.code'),
            column_name: ref('excluded.column_name'),
            lacks: ref('excluded.lacks'),
            lacks_id: ref('excluded.lacks_id'),
          }))
          .where('import_inbox.settled_at', 'is', null),
      )
      .compile(),
  );
}

function columnsOf(
  id: string,
  row: ParsedRow,
  { fault, lack }: Extract<Verdict, { outcome: 'unfit' }>,
  { name, importId, at }: From,
) {
  return {
    ...{ id, kind: name, fields: JSON.stringify(row.fields), individual_id: row.individual, partner_id: row.partner },
    ...{ code: fault.code, column_name: fault.column ?? null, lacks: lack?.kind ?? null, lacks_id: lack?.id ?? null },
    ...{ import_id: importId, line: row.line, received_at: at },
  };
}

async function idOf(name: ImportName, row: ParsedRow): Promise<string> {
  const said = row.candidate === undefined ? [name, row.fields, row.fault, row.line] : [name, row.fields];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(said)));
  return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A row that waits in the inbox, or is settled. `line` is of the file of `importId`. */
export type InboxRow = {
  readonly id: string;
  readonly name: ImportName;
  readonly fields: { readonly [column: string]: string };
  readonly code: string;
  readonly column?: string | undefined;
  readonly importId: string;
  readonly line: number;
  readonly receivedAt: string;
};

/** The rows that wait, by id, after a given one; a page of up to 1,000. */
export async function readInbox(database: Database, after = ''): Promise<InboxRow[]> {
  const rows = await database.all(
    compiler
      .selectFrom('import_inbox')
      .selectAll()
      .where('settled_at', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(1000)
      .compile(),
  );
  return rows.map(readRow);
}

function readRow(row: Row): InboxRow {
  return {
    id: String(row['id']),
    name: String(row['kind']) as ImportName,
    fields: JSON.parse(String(row['fields'])),
    code: String(row['code']),
    ...(row['column_name'] !== null && { column: String(row['column_name']) }),
    importId: String(row['import_id']),
    line: Number(row['line']),
    receivedAt: String(row['received_at']),
  };
}

/** Whom a row that waits is about: empty for nobody who could be read from it, undefined where no such row waits. */
export async function individualOf(database: Database, id: string): Promise<string | undefined> {
  const waiting = compiler.selectFrom('import_inbox').select('individual_id').where('id', '=', id);
  const [row] = await database.all(waiting.where('settled_at', 'is', null).compile());
  return row && String(row['individual_id']);
}

/**
 * An operator's word that a row is not wanted: it is not tried again. Gives its id back where such a row waits. The reason
 * is a code (`REASONS`) or was sealed for whom the row is about; the table refuses another (`guard`, `not-sealed`).
 */
export function dismissRow(
  id: string,
  by: { readonly at: string; readonly author: string; readonly reason: string },
): Statement {
  return settleRows([id], { ...by, outcome: 'dismissed' });
}

type Settled = {
  readonly at: string;
  readonly outcome: 'accepted' | 'already' | 'dismissed';
  readonly author?: string;
  readonly reason?: string;
};

export function settleRows(ids: readonly string[], { at, outcome, author, reason }: Settled): Statement {
  return compiler
    .updateTable('import_inbox')
    .set({ settled_at: at, outcome, author: author ?? null, reason: reason ?? null })
    .where('id', 'in', listed(ids))
    .where('settled_at', 'is', null)
    .returning('id')
    .compile();
}

/** What a retried row still does not fit for. */
export function keepWaiting(id: string, { fault, lack }: Extract<Verdict, { outcome: 'unfit' }>): Statement {
  return sql`update import_inbox set code = ${fault.code}, column_name = ${fault.column ?? null},
    lacks = ${lack?.kind ?? null}, lacks_id = ${lack?.id ?? null} where id = ${id}`.compile(compiler);
}
