import type { IndividualFacts, PartnerFacts, Result } from '@standing/domain';
import { ByteReader, crc32 } from './bytes.ts';
import { type Columns, dayText, INDIVIDUAL, PARTNER } from './columns.ts';
import { MAGIC, type PackedRecord, VERSION } from './pack.ts';

type Row = { [column: string]: unknown };

/**
 * Reads the packed form. Refused, with nothing half read, for bytes that are none of it (`magic`), of another version
 * (`version`, which the ledger answers: pack it again), or damaged (`checksum`, `truncated`).
 */
export function unpack(bytes: Uint8Array): Result<PackedRecord> {
  const reader = new ByteReader(bytes);
  try {
    if (!MAGIC.every((byte, index) => byte === bytes[index])) return refused('magic');
    reader.bytes(MAGIC.length);
    const version = reader.number();
    if (version !== VERSION) return refused('version', `${version}`);
    const crc = reader.number();
    const rest = reader.bytes(reader.number());
    if (!reader.isAtEnd) return refused('truncated');
    return crc32(rest) === crc ? { ok: true, value: readRecord(new ByteReader(rest)) } : refused('checksum');
  } catch (error) {
    if (error instanceof RangeError) return refused('truncated');
    throw error;
  }
}

function refused(code: string, received?: string): Result<never> {
  return { ok: false, faults: [{ path: '', code, ...(received !== undefined && { received }) }] };
}

function readRecord(reader: ByteReader): PackedRecord {
  const decoder = new TextDecoder();
  const texts = listOf(reader.count(), () => decoder.decode(reader.bytes(reader.number())));
  const sequence = reader.number();
  const asked = reader.number();
  const individuals = readAll(reader, texts, INDIVIDUAL) as unknown as IndividualFacts[];
  const partners = readAll(reader, texts, PARTNER) as unknown as PartnerFacts[];
  return { facts: { individuals, partners: partners.slice(0, asked) }, elsewhere: partners.slice(asked), sequence };
}

function readAll(reader: ByteReader, texts: readonly string[], lists: { readonly [list: string]: Columns }): Row[] {
  const owners: Row[] = listOf(reader.count(), () => ({ id: texts[reader.number()] }));
  const days = new Map<number, string>();
  for (const [list, columns] of Object.entries(lists)) {
    const all = owners.map((owner) => {
      const rows: Row[] = listOf(reader.count(), () => ({}));
      owner[list] = rows;
      return rows;
    });
    for (const [column, type] of Object.entries(columns)) {
      for (const rows of all) for (const row of rows) readCell(reader.number(), row, { column, type, texts, days });
    }
  }
  return owners;
}

type Cell = {
  readonly column: string;
  readonly type: Columns[string];
  readonly texts: readonly string[];
  /** Days that have been written out before. */
  readonly days: Map<number, string>;
};

function readCell(number: number, row: Row, { column, type, texts, days }: Cell): void {
  if (number === 0) return;
  const value = number - 1;
  if (type === 'text') row[column] = texts[value];
  else if (type === 'count') row[column] = value;
  else if (type === 'flag') row[column] = value === 1;
  else {
    const day = days.get(value) ?? dayText(value);
    days.set(value, day);
    row[column] = day;
  }
}

function listOf<T>(length: number, make: () => T): T[] {
  const list: T[] = [];
  for (let at = 0; at < length; at += 1) list.push(make());
  return list;
}
