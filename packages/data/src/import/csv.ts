import type { Fault, Result } from '@standing/domain';
import { parse } from 'csv-parse/sync';
import type { ImportFile } from './files.ts';
import { type Line, linesOf, type RawRow, type Source } from './source.ts';

/** So many lines are parsed together; a faulty one among them has each parsed alone. */
const TOGETHER = 500;

/**
 * Reads CSV whose first line names the columns, in any order; parted by comma, semicolon or tab, whichever that line has.
 * A row is a line: no column may hold a line break, and a quote that is never closed costs its own line, not the file.
 * Refused for its columns alone: `no-columns`, `unknown-column`, `double-column`, `missing-column`.
 */
export async function readCsv(source: Source, file: ImportFile): Promise<Result<AsyncIterable<RawRow>>> {
  const pieces = linesOf(source);
  let begun: readonly Line[] = [];
  while (begun.length === 0) {
    const next = await pieces.next();
    if (next.done === true) break;
    begun = next.value;
  }
  const [header, ...rest] = begun;
  const text = header?.text ?? '';
  const delimiter = [';', '\t'].find((one) => text.includes(one) && !text.includes(',')) ?? ',';
  const columns = recordsOf([text], delimiter)?.[0] ?? [];
  const faults = faultsOf(columns, file);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: rowsOf(rest, pieces, columns, delimiter) };
}

async function* rowsOf(
  begun: readonly Line[],
  pieces: AsyncIterator<readonly Line[]>,
  columns: readonly string[],
  delimiter: string,
): AsyncGenerator<RawRow> {
  let lines = begun;
  for (;;) {
    for (let at = 0; at < lines.length; at += TOGETHER) {
      yield* together(lines.slice(at, at + TOGETHER), columns, delimiter);
    }
    const next = await pieces.next();
    if (next.done === true) return;
    lines = next.value;
  }
}

function together(lines: readonly Line[], columns: readonly string[], delimiter: string): RawRow[] {
  const texts = lines.map(({ text = '' }) => text);
  const records = texts.includes('') ? undefined : recordsOf(texts, delimiter);
  return lines.map(({ line, text }, index) => {
    if (text === undefined) return { line, code: 'too-long' };
    const record = records?.[index] ?? recordsOf([text], delimiter)?.[0];
    return record === undefined ? { line, code: 'quote' } : rowOf(record, columns, line);
  });
}

/** Undefined where not every line is one record: a quote is open at its end, or stands where none may. */
function recordsOf(texts: readonly string[], delimiter: string): string[][] | undefined {
  try {
    const options = { delimiter, record_delimiter: '\n', trim: true, relax_column_count: true } as const;
    const records = parse(texts.join('\n'), options);
    return records.length === texts.length ? records : undefined;
  } catch {
    return undefined;
  }
}

function rowOf(record: readonly string[], columns: readonly string[], line: number): RawRow {
  if (record.length !== columns.length) return { line, code: 'columns' };
  const cells = columns.flatMap((column, index) => (record[index] === '' ? [] : [[column, record[index]]]));
  return { line, cells: Object.fromEntries(cells) };
}

function faultsOf(columns: readonly string[], file: ImportFile): Fault[] {
  const expected = file.columns.join(', ');
  if (columns.length === 0) return [{ path: 'columns', code: 'no-columns', expected }];
  const faults: Fault[] = columns.flatMap((column, index): Fault[] => {
    const at = { path: `columns[${index}]`, received: column.slice(0, 60) };
    if (!file.columns.includes(column)) return [{ ...at, code: 'unknown-column', expected }];
    return columns.indexOf(column) === index ? [] : [{ ...at, code: 'double-column' }];
  });
  const missing = file.required.filter((column) => !columns.includes(column));
  return [...faults, ...missing.map((column) => ({ path: 'columns', code: 'missing-column', expected: column }))].slice(
    0,
    100,
  );
}
