import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { answerMethods, type Site } from './app.ts';
import { STATUS } from './problem.ts';

type File = { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Readonly<Record<string, string>> };

// Scripts and styles are ruled by the policy that each page carries; this is what a page cannot say of itself.
const PAGE_POLICY = "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

/**
 * The static pages in a folder; undefined when it holds none. They are read once, at the start, and asked for by name:
 * no request, however it is written, reaches the disk. Hidden files and links are left out.
 */
export async function readSite(folder: string): Promise<Site | undefined> {
  const files = await readFiles(folder);
  if (!files.has('/index.html')) return undefined;
  const missing = files.get('/404.html');
  return (c) => {
    const { path, method } = c.req;
    const file = files.get(path) ?? files.get(`${path}index.html`) ?? files.get(`${path}.html`);
    const isFolder = file === undefined && files.has(`${path}/index.html`);
    if (method !== 'GET' && method !== 'HEAD') {
      return file === undefined && !isFolder ? undefined : answerMethods(c, ['GET', 'HEAD']);
    }
    if (file !== undefined) return c.body(file.bytes, { headers: { ...file.headers } });
    // Pages name their parts relative to themselves, so a folder's page must be asked for with its slash.
    if (isFolder) return c.redirect(`${encodeURI(path)}/`, STATUS.permanentRedirect);
    const wantsPage = c.req.header('Accept')?.includes('text/html') === true;
    return missing && wantsPage ? c.body(missing.bytes, STATUS.notFound, { ...missing.headers }) : undefined;
  };
}

/** Walks by hand: the `recursive` of `readdir` goes through links to other folders. */
async function readFiles(folder: string, above = ''): Promise<ReadonlyMap<string, File>> {
  const files = new Map<string, File>();
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter(({ name }) => !name.startsWith('.'))) {
    const place = join(folder, entry.name);
    const path = `${above}/${entry.name}`;
    if (entry.isDirectory()) {
      for (const [below, file] of await readFiles(place, path)) files.set(below, file);
    } else if (entry.isFile()) {
      const bytes = new Uint8Array(await readFile(place));
      files.set(path, { bytes, headers: headersOf(path, bytes) });
    }
  }
  return files;
}

function headersOf(path: string, bytes: Uint8Array): Readonly<Record<string, string>> {
  // What Kit writes there carries a hash of its content in its name.
  const isHashed = path.startsWith('/_app/immutable/');
  return {
    'Content-Type': getMimeType(path) ?? 'application/octet-stream',
    'Content-Security-Policy': PAGE_POLICY,
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
  };
}
