import { decode } from './decode.ts';
import { isSaved } from './is-saved.ts';
import { MAX_SAVED } from './saved.ts';
import { MAX_BYTES } from './table.ts';

/** What a browser's file is to us; a test needs no browser for one. */
export type Given = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** A file's text; or that it has more than `most` bytes, or cannot be read at all. */
export type Content =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'too-large'; readonly most: number }
  | { readonly ok: false; readonly code: 'unreadable' };

/** Reads a file, unless it is too large to be looked at. Never throws. */
export async function contentOf(file: Given): Promise<Content> {
  const most = isSaved(file) ? MAX_SAVED : MAX_BYTES;
  if (file.size > most) return { ok: false, code: 'too-large', most };
  // A folder that was dropped, or a file that was moved meanwhile, cannot be read.
  const bytes = await file.arrayBuffer().catch(() => undefined);
  return bytes === undefined
    ? { ok: false, code: 'unreadable' }
    : { ok: true, text: decode(new Uint8Array(bytes)).text };
}
