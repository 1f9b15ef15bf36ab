import type { Fault, Result } from '@standing/domain';
import type { Migration } from '../migrations/migration.ts';
import { type Bytes, contentsOf, Damage, type End, FORM, type Head, type Page } from './form.ts';

/** What is in a back-up: of which schema, up to which recording, made when, and how many rows each table has. */
export type Summary = {
  /** The names of the migrations, in their order. */
  readonly schema: readonly string[];
  readonly sequence: number;
  readonly recordedAt: string | null;
  readonly madeAt: string;
  readonly rows: { readonly [table: string]: number };
};

/**
 * Reads a back-up to its end and says what is in it. Refused with `foreign` (it is none), `newer-form`, `damaged` (`path` is
 * the line: `line[12]`) or `broken-off` (its end is missing).
 */
export async function readBackup(bytes: Bytes): Promise<Result<Summary>> {
  let head: Head | undefined;
  let end: End | undefined;
  const rows: { [table: string]: number } = {};
  try {
    for await (const { line, content } of contentsOf(bytes)) {
      if (end) throw new Damage(line);
      if (head === undefined) {
        if (!isHead(content)) return refused('backup', 'foreign');
        if (content.form !== FORM) return refused('backup', 'newer-form', String(FORM), String(content.form));
        head = content;
      } else if (isPage(content)) rows[content.table] = (rows[content.table] ?? 0) + content.rows.length;
      else if (isEnd(content)) end = content;
      else throw new Damage(line);
    }
  } catch (error) {
    if (!(error instanceof Damage || error instanceof SyntaxError)) throw error;
    if (head === undefined) return refused('backup', 'foreign');
    return refused(error instanceof Damage ? `line[${error.line}]` : 'backup', 'damaged');
  }
  if (head === undefined) return refused('backup', 'foreign');
  if (end === undefined) return refused('backup', 'broken-off');
  const said = end.rows;
  const wrong = Object.keys({ ...rows, ...said }).find((table) => (rows[table] ?? 0) !== said[table]);
  if (wrong !== undefined) return refused('backup', 'damaged', undefined, wrong);
  const { schema, madeAt } = head;
  return { ok: true, value: { schema, madeAt, sequence: end.sequence, recordedAt: end.recordedAt, rows: end.rows } };
}

/** Whether this program knows the schema: `newer-schema`, or `other-schema` where the two have not the same history. */
export function schemaFaults(schema: readonly string[], migrations: readonly Migration[]): Fault[] {
  const other = schema.findIndex((name, index) => name !== migrations[index]?.name);
  if (other < 0) return [];
  const newest = migrations.at(-1)?.name ?? '';
  const code = other < migrations.length ? 'other-schema' : 'newer-schema';
  return [{ path: 'backup', code, expected: migrations[other]?.name ?? newest, received: schema.at(-1) ?? '' }];
}

export function refused(path: string, code: string, expected?: string, received?: string): Result<never> {
  const said = { ...(expected !== undefined && { expected }), ...(received !== undefined && { received }) };
  return { ok: false, faults: [{ path, code, ...said }] };
}

const isText = (value: unknown) => typeof value === 'string';
const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

function isHead(content: unknown): content is Head {
  if (!isObject(content) || content['standing'] !== 'back-up' || !isText(content['madeAt'])) return false;
  return Number.isInteger(content['form']) && Array.isArray(content['schema']) && content['schema'].every(isText);
}

export function isPage(content: unknown): content is Page {
  if (!isObject(content) || !isText(content['table'])) return false;
  const { columns, rows } = content;
  if (!Array.isArray(columns) || !columns.every(isText) || !Array.isArray(rows)) return false;
  return rows.every((row) => Array.isArray(row) && row.length === columns.length && row.every(isValue));
}

function isValue(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function isEnd(content: unknown): content is End {
  if (!isObject(content) || !isObject(content['rows']) || !Number.isInteger(content['sequence'])) return false;
  return Object.values(content['rows']).every((count) => Number.isInteger(count));
}
