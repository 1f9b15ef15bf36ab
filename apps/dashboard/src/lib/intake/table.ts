import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** The largest file that is read: 8 MB. A page asks before it loads the file. */
export const MAX_BYTES = 8 * 1024 * 1024;
export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 200;

/** A row as it stands in the file; `line` is where it begins, from 1. Cells are trimmed. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

/** A file of rows under a header. Rows without any text are left out. */
export type Table = { readonly file: string; readonly header: readonly string[]; readonly rows: readonly Row[] };

/** Why a file as a whole cannot be read; `most` is the bound that it exceeds, `line` where a quote opens and never closes. */
export type Refusal =
  | { readonly code: 'too-large' | 'too-many-rows' | 'too-many-columns'; readonly file: string; readonly most: number }
  | { readonly code: 'quote-not-closed'; readonly file: string; readonly line: number }
  | { readonly code: 'empty' | 'spreadsheet' | 'not-text'; readonly file: string };

export type Opened = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly refusal: Refusal };

/** Reads comma, semicolon, tab and bar separated text, with or without a byte order mark. Never throws. */
export function openTable(file: string, text: string): Opened {
  const refuse = (refusal: Refusal): Opened => ({ ok: false, refusal });
  if (text.length > MAX_BYTES) return refuse({ code: 'too-large', file, most: MAX_BYTES });
  if (text.startsWith('PK\u0003\u0004')) return refuse({ code: 'spreadsheet', file });
  if (!isText(text)) return refuse({ code: 'not-text', file });
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const split = recordsOf(lines);
  if (!split.ok) return refuse({ code: 'quote-not-closed', file, line: split.line });
  const [head, ...rows] = split.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (head === undefined) return refuse({ code: 'empty', file });
  const header = withoutEmptyEnd(head.cells, 0);
  if (header.length > MAX_COLUMNS) return refuse({ code: 'too-many-columns', file, most: MAX_COLUMNS });
  if (split.rows.length > MAX_ROWS) return refuse({ code: 'too-many-rows', file, most: MAX_ROWS });
  // Spreadsheets end rows with empty cells that mean nothing.
  const trimmed = rows.map(({ line, cells }) => ({ line, cells: withoutEmptyEnd(cells, header.length) }));
  return { ok: true, table: { file, header, rows: trimmed } };
}

type Split = { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly line: number };

function recordsOf(text: string): Split {
  const rows: Row[] = [];
  const told = /^sep=([,;\t|])\n/i.exec(text);
  // A line that spreadsheets put first, to name the delimiter; it is a line of the file all the same.
  const skipped = told === null ? 0 : 1;
  let next = skipped + 1;
  try {
    parse(told === null ? text : text.slice(told[0].length), {
      delimiter: told?.[1] ?? delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      // A stray quote belongs to its cell: one row with it must not cost the rows after it.
      relax_quotes: true,
      to: MAX_ROWS + 1,
      on_record: (record: readonly string[], { lines }) => {
        rows.push({ line: next, cells: record.map((cell) => cell.trim()) });
        next = lines + skipped + 1;
        return null;
      },
    });
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, line: next };
  }
}

/** The delimiter that occurs most in the header, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t', '|'].map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of text.trimStart()) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === '\n' && !isQuoted) break;
    const count = counts.get(character);
    if (count !== undefined && !isQuoted) counts.set(character, count + 1);
  }
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

function withoutEmptyEnd(cells: readonly string[], least: number): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, Math.max(last + 1, least));
}

/** Whether there is no character that only other kinds of file have: controls but for tab, line ends and the form feed. */
function isText(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 && (code < 9 || code > 13)) return false;
  }
  return true;
}
