import type { Facts, PartnerFacts } from '@standing/domain';
import { ByteWriter, crc32 } from './bytes.ts';
import { type Columns, dayNumber, INDIVIDUAL, PARTNER } from './columns.ts';

/** One partner's record, as far as evaluating it needs it. */
export type PackedRecord = {
  /** The partner, and all individuals that it names. */
  readonly facts: Facts;
  /** Where else these individuals work. */
  readonly elsewhere: readonly PartnerFacts[];
  /** The last recording that is in it. */
  readonly sequence: number;
};

export const MAGIC = new TextEncoder().encode('STPK');
export const VERSION = 2;

type Row = { readonly [column: string]: unknown };

/**
 * The packed form of a partner's record, for runs over a whole program: `STPK`, version, CRC-32 and length of the rest;
 * a table of texts; then column by column, so that what is alike stands together. Lists that are absent become empty.
 */
export function pack({ facts, elsewhere, sequence }: PackedRecord): Uint8Array {
  const body = new ByteWriter();
  const texts = new Map<string, number>();
  const columns = new ByteWriter();
  columns.number(sequence);
  columns.number(facts.partners.length);
  writeAll(columns, texts, facts.individuals, INDIVIDUAL);
  writeAll(columns, texts, [...facts.partners, ...elsewhere], PARTNER);
  writeTexts(body, [...texts.keys()]);
  body.bytes(columns.end());
  const rest = body.end();
  const whole = new ByteWriter();
  whole.bytes(MAGIC);
  whole.number(VERSION);
  whole.number(crc32(rest));
  whole.number(rest.length);
  whole.bytes(rest);
  return whole.end();
}

/** How long each is in UTF-16, as JavaScript cuts them; then all of them at once, for each by itself is dear to decode. */
function writeTexts(writer: ByteWriter, texts: readonly string[]): void {
  writer.number(texts.length);
  for (const text of texts) writer.number(text.length);
  const bytes = new TextEncoder().encode(texts.join(''));
  writer.number(bytes.length);
  writer.bytes(bytes);
}

function writeAll(
  writer: ByteWriter,
  texts: Map<string, number>,
  owners: readonly { readonly id: string }[],
  lists: { readonly [list: string]: Columns },
): void {
  writer.number(owners.length);
  for (const { id } of owners) writer.number(textNumber(texts, id));
  for (const [list, columns] of Object.entries(lists)) {
    const all = owners.map((owner) => ((owner as Row)[list] ?? []) as readonly Row[]);
    for (const rows of all) writer.number(rows.length);
    for (const [column, type] of Object.entries(columns)) {
      for (const rows of all) for (const row of rows) writer.number(cellNumber(texts, row[column], type));
    }
  }
}

/** Nothing is 0. */
function cellNumber(texts: Map<string, number>, value: unknown, type: Columns[string]): number {
  if (value === undefined) return 0;
  if (type === 'text') return 1 + textNumber(texts, String(value));
  if (type === 'day') return 1 + dayNumber(String(value));
  return 1 + Number(value);
}

function textNumber(texts: Map<string, number>, text: string): number {
  const known = texts.get(text) ?? texts.size;
  texts.set(text, known);
  return known;
}
