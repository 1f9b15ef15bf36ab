import type { Result } from '@standing/domain';
import type { SqlJsStatic } from 'sql.js';
import { transact } from '../engines/connection.ts';
import { connectSqlJs } from '../engines/sqljs.ts';
import { DatabaseFailure, type Statement, type Value } from '../port/database.ts';
import type { SnapshotContent } from './content.ts';
import {
  columnOf,
  type Key,
  LOOSE,
  OF_INDIVIDUALS,
  OF_PARTNERS,
  SCHEMA,
  SNAPSHOT_APPLICATION,
  SNAPSHOT_VERSION,
} from './tables.ts';

/** The most that a snapshot may weigh when it is built. */
const LARGEST = 10 * 2 ** 20;
const PAGE = 4096;

/**
 * Makes the SQLite file: the same content gives the same bytes, in whatever order its lists are. Refused with `too-large` past
 * 10 MiB: ask for fewer individuals. Throws where an individual or a partner is in it twice.
 */
export function writeSnapshot(sqlJs: SqlJsStatic, content: SnapshotContent): Result<Uint8Array> {
  const connection = connectSqlJs(sqlJs);
  try {
    connection.execute(`pragma page_size = ${PAGE}; pragma max_page_count = ${LARGEST / PAGE}`);
    connection.execute('pragma query_only = off');
    connection.execute(`pragma application_id = ${SNAPSHOT_APPLICATION}; pragma user_version = ${SNAPSHOT_VERSION}`);
    const outcome = transact(connection, [...SCHEMA.map((sql) => ({ sql, parameters: [] })), ...insertsOf(content)]);
    if (outcome.ok) return { ok: true, value: connection.export() };
    throw new TypeError(`A snapshot cannot hold this: ${outcome.refusal.code} ${outcome.refusal.detail}`);
  } catch (error) {
    if (!(error instanceof DatabaseFailure && error.code === 'full')) throw error;
    return { ok: false, faults: [{ path: '', code: 'too-large', expected: String(LARGEST) }] };
  } finally {
    connection.close();
  }
}

type Item = object;

function insertsOf({ facts, viewer, asOf, leaseHours, ...loose }: SnapshotContent): Statement[] {
  const head = { ...viewer, asOf, leaseHours };
  return [
    ...rows('snapshot', [], LOOSE.snapshot, [head]),
    ...rows('profiles', [], LOOSE.profiles, loose.profiles),
    ...rows('standings', [], LOOSE.standings, loose.standings),
    ...rows('eligibilities', [], LOOSE.eligibilities, loose.eligibilities),
    ...ofOwners('individuals', OF_INDIVIDUALS, facts.individuals),
    ...ofOwners('partners', OF_PARTNERS, facts.partners),
  ];
}

function ofOwners(
  table: string,
  lists: Readonly<Record<string, readonly Key[]>>,
  owners: readonly { readonly id: string }[],
): Statement[] {
  return [...owners].sort(byId).flatMap((owner) => [
    { sql: `insert into ${table} values (?)`, parameters: [owner.id] },
    ...Object.entries(lists).flatMap(([name, keys]) => {
      const items = (owner as unknown as Readonly<Record<string, readonly Item[] | undefined>>)[name];
      return rows(name, [owner.id], keys, items ?? []);
    }),
  ]);
}

/** The inserts of a list, in an order of what stands in it. */
function rows(table: string, owner: readonly Value[], keys: readonly Key[], items: readonly Item[]): Statement[] {
  const columns = [...owner.map(() => 'owner'), 'position', ...keys.map(([key]) => columnOf(key))];
  const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
  const values = items.map((item) => keys.map(([key]) => bindable((item as Readonly<Record<string, unknown>>)[key])));
  const sorted = values.map((row) => ({ row, text: JSON.stringify(row) })).sort((a, b) => byCodeUnit(a.text, b.text));
  return sorted.map(({ row }, position) => ({ sql, parameters: [...owner, position, ...row] }));
}

function bindable(value: unknown): Value {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return (value as Value | undefined) ?? null;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodeUnit(a.id, b.id);

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
