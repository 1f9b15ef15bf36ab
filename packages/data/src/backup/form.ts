import type { Value } from '../port/database.ts';

/** A back-up as it comes: bytes in pieces of any size. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The first line: what it is, and of which schema (the names of its migrations). */
export type Head = {
  readonly standing: 'back-up';
  readonly form: number;
  readonly schema: readonly string[];
  readonly madeAt: string;
};

/** Some rows of a table. */
export type Page = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
};

/** The last line: how much of the ledger is in it, and how many rows each table has. A file without it was broken off. */
export type End = {
  readonly sequence: number;
  readonly recordedAt: string | null;
  readonly rows: { readonly [table: string]: number };
};

/** The form that is written here, and the newest that is read. */
export const FORM = 1;

/** No line is longer, in UTF-16 units: a page has 256 Ki of them, or one row that is longer. */
export const MAX_LINE = 64 * 2 ** 20;

/**
 * Lines that hang together: each begins with the SHA-256 (hexadecimal) of the one before it and of itself, so that a flipped bit,
 * a line that is missing and two that changed places are seen where they are.
 */
export class Chain {
  #before = '';

  async link(content: string): Promise<string> {
    const bytes = new TextEncoder().encode(`${this.#before} ${content}`);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    this.#before = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return this.#before;
  }
}

/** The contents of the lines, as far as they are sound: `damaged` where one is not, with its number from 1. */
export async function* contentsOf(bytes: Bytes): AsyncGenerator<{ readonly line: number; readonly content: unknown }> {
  const chain = new Chain();
  let line = 0;
  for await (const text of linesOf(bytes)) {
    line += 1;
    const [, mark, content] = /^([0-9a-f]{64}) ([\s\S]*)$/.exec(text) ?? [];
    if (content === undefined || (await chain.link(content)) !== mark) throw new Damage(line);
    yield { line, content: JSON.parse(content) };
  }
}

/** A line that is not as it was written. */
export class Damage extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`The back-up is damaged in line ${line}.`);
    this.line = line;
  }
}

/** Texts up to each line's end; what follows the last end is a line too, and no sound one. */
async function* linesOf(bytes: Bytes): AsyncGenerator<string> {
  // Bytes that are no UTF-8 are replaced, and then their line's sum is not the one that it has. A mark of the byte order is no part of it.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let parts: string[] = [];
  let length = 0;
  for await (const piece of bytes) {
    const texts = decoder.decode(piece, { stream: true }).split('\n');
    for (const [index, text] of texts.entries()) {
      if (index > 0) {
        yield parts.join('');
        [parts, length] = [[], 0];
      }
      parts.push(text);
      length += text.length;
      // A line without end is one that is not as it was written; nothing more is kept of it.
      if (length > MAX_LINE) parts = [''];
    }
  }
  const rest = parts.join('') + decoder.decode();
  if (rest !== '') yield `${rest} is not ended`;
}
