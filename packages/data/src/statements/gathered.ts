import type { Row, Statement, Value } from '../port/database.ts';
import type { Tables } from '../schema.ts';

/** What of each table an evaluation is made of. */
const COLUMNS = {
  registrations: ['individual_id', 'id', 'registered_on'],
  exam_results: ['individual_id', 'id', 'exam', 'taken_on', 'result'],
  agreements: ['individual_id', 'id', 'agreement', 'accepted_on'],
  verified_awards: ['individual_id', 'id', 'certification', 'valid_from', 'valid_until'],
  affiliations: ['partner_id', 'id', 'individual_id', 'from_day', 'until_day'],
  holdings: ['partner_id', 'id', 'specialization', 'channel_level', 'approved_on'],
  renewals: ['partner_id', 'id', 'specialization', 'channel_level', 'submitted_on', 'closed_on'],
  allocations: [
    ...(['partner_id', 'id', 'individual_id', 'specialization', 'job_role'] as const),
    ...(['from_day', 'until_day', 'pinned', 'reason'] as const),
  ],
  waivers: ['partner_id', 'id', 'specialization', 'job_role', 'places', 'from_day', 'until_day', 'reason'],
  ends: ['partner_id', 'individual_id', 'id', 'kind', 'fact_id', 'until_day', 'reason'],
} as const satisfies { readonly [T in keyof Tables]?: readonly (keyof Tables[T])[] };

export type Gathered = keyof typeof COLUMNS;

/**
 * All rows of a statement over a table as one, with each column as a list in JSON: to bring a row from SQLite to JavaScript
 * costs more than to find it. For pieces of bounded length: some thousand rows make up less than a megabyte.
 */
export function gathered(table: Gathered, { sql, parameters }: Statement): Statement {
  const lists = COLUMNS[table].map((column) => `json_group_array(${column}) as ${column}`);
  return { sql: `select ${lists.join(', ')} from (${sql})`, parameters };
}

/** The rows in the answer to such a statement. */
export function readGathered(table: Gathered, [row]: readonly Row[]): Row[] {
  const columns = COLUMNS[table];
  const lists = columns.map((column) => JSON.parse(String(row?.[column])) as Value[]);
  const rows: { [column: string]: Value }[] = [];
  for (let at = 0; at < (lists[0]?.length ?? 0); at += 1) {
    const one: { [column: string]: Value } = {};
    for (let column = 0; column < columns.length; column += 1) {
      one[columns[column] ?? ''] = lists[column]?.[at] ?? null;
    }
    rows.push(one);
  }
  return rows;
}
