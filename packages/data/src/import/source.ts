/** A file as it comes: bytes in pieces of any size. */
export type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A row before its columns are looked at, or what is wrong with its form. */
export type RawRow =
  | { readonly line: number; readonly cells: { readonly [column: string]: unknown }; readonly code?: never }
  | { readonly line: number; readonly code: string; readonly cells?: never };

/** A line that is not empty; undefined for one that is too long. */
export type Line = { readonly line: number; readonly text: string | undefined };

/** No line is longer, in UTF-16 units. */
export const MAX_LINE = 16_384;

/** The lines of a text in UTF-8, some at a time; of one that goes on and on no more is kept than says so. */
export async function* linesOf(source: Source): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  let line = 1;
  let rest = '';
  let isTooLong = false;
  const end = (texts: readonly string[]): Line[] =>
    texts.flatMap((written): Line[] => {
      const number = line;
      line += 1;
      if (isTooLong || written.length > MAX_LINE) {
        isTooLong = false;
        return [{ line: number, text: undefined }];
      }
      const text = written.replace(/\r$/, '');
      return text.trim() === '' ? [] : [{ line: number, text }];
    });
  for await (const piece of source) {
    const texts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    yield end(texts);
    if (rest.length > MAX_LINE) [isTooLong, rest] = [true, ''];
  }
  yield end([rest + decoder.decode()]);
}
