/** A file's text, and how its bytes were read. */
export type Decoded = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' };

/**
 * The text of a file's bytes: what a byte order mark says, else UTF-8, and where the bytes are not UTF-8 windows-1252,
 * in which spreadsheets still save. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  const as = (encoding: Decoded['encoding'], fatal = false): Decoded => ({
    text: new TextDecoder(encoding, { fatal }).decode(bytes),
    encoding,
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be');
  try {
    return as('utf-8', true);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return as('windows-1252');
  }
}
