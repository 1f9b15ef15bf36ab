import type { Facts, Result } from '@standing/domain';
import type { SqlJsStatic } from 'sql.js';
import { connectSqlJs, type SqlJsConnection } from '../engines/sqljs.ts';
import type { Row } from '../port/database.ts';
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

/** The most that is opened; more than is ever built. */
const LARGEST = 20 * 2 ** 20;

/**
 * Reads a snapshot that came from the server, from a device's store or from a user's hand. Refused with `too-large` (over
 * 20 MiB), `no-snapshot` (another file), `other-schema` (`received`: of which number; fetch it anew) or `damaged` (what SQLite
 * finds broken, and a file with anything in its schema that is not a snapshot's: no trigger, no view). The facts are checked
 * where they are used, as every question's are.
 */
export function readSnapshot(sqlJs: SqlJsStatic, bytes: Uint8Array): Result<SnapshotContent> {
  if (bytes.length > LARGEST) return refused('too-large', { expected: String(LARGEST) });
  if (!isSnapshot(bytes)) return refused('no-snapshot');
  const version = numberAt(bytes, 60);
  if (version !== SNAPSHOT_VERSION) {
    return refused('other-schema', { expected: String(SNAPSHOT_VERSION), received: String(version) });
  }
  try {
    const connection = connectSqlJs(sqlJs, bytes);
    try {
      connection.execute('pragma trusted_schema = off');
      return isSound(connection) ? { ok: true, value: contentOf(connection) } : refused('damaged');
    } finally {
      connection.close();
    }
  } catch {
    // SQLite throws where a page is broken; there is no more to say of it than that.
    return refused('damaged');
  }
}

/** The head of the file: SQLite's own, not in the mode of a log beside it, with our number. */
function isSnapshot(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  const hasLog = bytes[18] !== 1 || bytes[19] !== 1;
  return head === 'SQLite format 3\0' && bytes.length >= 512 && !hasLog && numberAt(bytes, 68) === SNAPSHOT_APPLICATION;
}

function numberAt(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getInt32(offset);
}

function isSound(connection: SqlJsConnection): boolean {
  const schema = all(connection, 'select sql from sqlite_schema').map(({ sql }) => String(sql).toLowerCase());
  if (JSON.stringify(schema.sort()) !== JSON.stringify([...SCHEMA].sort())) return false;
  const [check] = all(connection, 'pragma quick_check');
  return check?.['quick_check'] === 'ok' && all(connection, 'pragma foreign_key_check').length === 0;
}

function contentOf(connection: SqlJsConnection): SnapshotContent {
  const loose = (name: keyof typeof LOOSE) =>
    all(connection, `select * from ${name} order by position`).map((row) => itemOf(row, LOOSE[name]));
  const [head, ...others] = loose('snapshot');
  if (head === undefined || others.length > 0) throw new TypeError('A snapshot has one head');
  const { asOf, leaseHours, ...viewer } = head;
  const facts = {
    individuals: ownersOf(connection, 'individuals', OF_INDIVIDUALS),
    partners: ownersOf(connection, 'partners', OF_PARTNERS),
  };
  // The columns are those of the tables, which the schema was held against.
  return {
    ...{ viewer, asOf, leaseHours, facts: facts as unknown as Facts },
    ...{ profiles: loose('profiles'), standings: loose('standings'), eligibilities: loose('eligibilities') },
  } as unknown as SnapshotContent;
}

function ownersOf(connection: SqlJsConnection, table: string, lists: Readonly<Record<string, readonly Key[]>>) {
  const found = Object.entries(lists).map(([name, keys]) => {
    const rows = all(connection, `select * from ${name} order by owner, position`);
    return { name, keys, byOwner: Map.groupBy(rows, ({ owner }) => owner) };
  });
  return all(connection, `select id from ${table} order by id`).map(({ id = null }) => ({
    id,
    ...Object.fromEntries(
      found.map(({ name, keys, byOwner }) => [name, (byOwner.get(id) ?? []).map((row) => itemOf(row, keys))]),
    ),
  }));
}

/** A row as it was written; what is null was not there. */
function itemOf(row: Row, keys: readonly Key[]): Readonly<Record<string, unknown>> {
  const entries = keys.map(([key, type]) => [key, type, row[columnOf(key)]] as const);
  return Object.fromEntries(
    entries
      .filter(([, , value]) => value !== null)
      .map(([key, type, value]) => [key, type === 'boolean' ? value === 1 : value]),
  );
}

function all(connection: SqlJsConnection, sql: string): Row[] {
  return connection.run({ sql, parameters: [] });
}

function refused(code: string, more: object = {}): Result<never> {
  return { ok: false, faults: [{ path: '', code, ...more }] };
}
