import type { IndividualFacts, PartnerFacts, Result } from '@standing/domain';
import { ByteReader, crc32 } from './bytes.ts';
import { type Columns, DayTexts, INDIVIDUAL, PARTNER } from './columns.ts';
import { MAGIC, type PackedRecord, VERSION } from './pack.ts';

type Row = { [column: string]: unknown };

/**
 * Reads the packed form. Refused, with nothing half read, for bytes that are none of it (`magic`), of another version
 * (`version`, which the ledger answers: pack it again), or damaged (`checksum`, `truncated`).
 */
export function unpack(bytes: Uint8Array, days = new DayTexts()): Result<PackedRecord> {
  const reader = new ByteReader(bytes);
  try {
    if (!MAGIC.every((byte, index) => byte === bytes[index])) return refused('magic');
    reader.bytes(MAGIC.length);
    const version = reader.number();
    if (version !== VERSION) return refused('version', `${version}`);
    const crc = reader.number();
    const rest = reader.bytes(reader.number());
    if (!reader.isAtEnd) return refused('truncated');
    return crc32(rest) === crc ? { ok: true, value: readRecord(new ByteReader(rest), days) } : refused('checksum');
  } catch (error) {
    if (error instanceof RangeError) return refused('truncated');
    throw error;
  }
}

function refused(code: string, received?: string): Result<never> {
  return { ok: false, faults: [{ path: '', code, ...(received !== undefined && { received }) }] };
}

function readRecord(reader: ByteReader, days: DayTexts): PackedRecord {
  const texts = readTexts(reader);
  const sequence = reader.number();
  const asked = reader.number();
  const individuals = readAll(reader, { texts, days }, INDIVIDUAL) as unknown as IndividualFacts[];
  const partners = readAll(reader, { texts, days }, PARTNER) as unknown as PartnerFacts[];
  return { facts: { individuals, partners: partners.slice(0, asked) }, elsewhere: partners.slice(asked), sequence };
}

function readTexts(reader: ByteReader): readonly string[] {
  const lengths = listOf(reader.count(), () => reader.number());
  const all = new TextDecoder().decode(reader.bytes(reader.number()));
  let at = 0;
  return lengths.map((length) => {
    at += length;
    if (at > all.length) throw new RangeError('past the end');
    return all.slice(at - length, at);
  });
}

function readAll(reader: ByteReader, words: Words, lists: { readonly [list: string]: Columns }): Row[] {
  const owners: Row[] = listOf(reader.count(), () => ({ id: words.texts[reader.number()] }));
  for (const [list, columns] of Object.entries(lists)) {
    const all = owners.map((owner) => {
      const rows: Row[] = listOf(reader.count(), () => ({}));
      owner[list] = rows;
      return rows;
    });
    for (const [column, type] of Object.entries(columns)) {
      const cell = CELLS[type];
      for (const rows of all) {
        for (const row of rows) {
          const number = reader.number();
          // Nothing is 0.
          if (number > 0) row[column] = cell(number - 1, words);
        }
      }
    }
  }
  return owners;
}

type Words = { readonly texts: readonly string[]; readonly days: DayTexts };

/** What a number of a column stands for. */
const CELLS: { readonly [T in Columns[string]]: (number: number, words: Words) => unknown } = {
  text: (number, { texts }) => texts[number],
  day: (number, { days }) => days.of(number),
  count: (number) => number,
  flag: (number) => number === 1,
};

function listOf<T>(length: number, make: () => T): T[] {
  const list: T[] = [];
  for (let at = 0; at < length; at += 1) list.push(make());
  return list;
}
