import { type Line, linesOf, type RawRow, type Source } from './source.ts';

/** Reads NDJSON: one object a line. A line that is no object, or too long, comes as a fault. */
export async function* readNdjson(source: Source): AsyncGenerator<RawRow> {
  for await (const lines of linesOf(source)) yield* lines.map(rowOf);
}

function rowOf({ line, text }: Line): RawRow {
  if (text === undefined) return { line, code: 'too-long' };
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, code: 'json' };
  // Null is how many programs write "nothing".
  const cells = Object.entries(value).filter(([, cell]) => cell !== null);
  return { line, cells: Object.fromEntries(cells) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
