import type { Result } from '@standing/domain';
import type { LibsqlServer } from './libsql.ts';

/** Which engine, and where it keeps its data. */
export type Choice =
  | { readonly engine: 'memory' }
  | { readonly engine: 'journal'; readonly folder: string }
  | { readonly engine: 'sqlite'; readonly file: string }
  | ({ readonly engine: 'libsql' } & LibsqlServer);

/** What `STANDING_DATABASE` may begin with. */
const KNOWN = 'memory: file: sqlite: libsql: https: http:';

/**
 * Reads `STANDING_DATABASE`: `memory:` (gone at the end), `file:<folder>` (journal and snapshot), `sqlite:<file>`, or a libSQL
 * server as `libsql://host`, `https://host`, `http://host`; nothing or an empty text is the journal in `dataFolder`. The
 * server's token is `token` (`STANDING_DATABASE_TOKEN`) or `?authToken=` behind the URL. Refused with `no-engine` (no word and
 * colon at the beginning), `unknown-engine` (`received` is that word alone: what follows may hold a password), `edge-only` (`d1:`
 * and `durable-object:` are bindings of a worker, and have no URL), `path-missing`, `path-unexpected`, `host` (`file://name/…`
 * means another machine; `file:///…` is a path) or `parameters` (`?` and `#` that mean nothing there); of a server `url`,
 * `credentials` (a name or password in it) or `two-tokens`. No fault has any part of the URL in it.
 */
export function parseDatabase(text: string | undefined, dataFolder: string, token?: string): Result<Choice> {
  if (text === undefined || text === '') return { ok: true, value: { engine: 'journal', folder: dataFolder } };
  const [, engine = '', rest = ''] = /^([a-z][a-z0-9+.-]*):([\s\S]*)$/i.exec(text) ?? [];
  if (engine === '') return refused('no-engine');
  switch (engine.toLowerCase()) {
    case 'memory':
      return rest === '' ? { ok: true, value: { engine: 'memory' } } : refused('path-unexpected');
    case 'file':
      return withPath(rest, (folder) => ({ engine: 'journal', folder }));
    case 'sqlite':
      return withPath(rest, (file) => ({ engine: 'sqlite', file }));
    case 'libsql':
    case 'https':
    case 'http':
      return withServer(text, token);
    case 'd1':
    case 'durable-object':
      return refused('edge-only', engine);
    default:
      return refused('unknown-engine', engine.slice(0, 60));
  }
}

function withServer(text: string, given: string | undefined): Result<Choice> {
  const url = URL.parse(text.replace(/^libsql:/i, 'https:'));
  if (!url || !/^[a-z]+:\/\/[^/]/i.test(text)) return refused('url');
  if (url.username !== '' || url.password !== '') return refused('credentials');
  const token = url.searchParams.get('authToken') ?? '';
  url.searchParams.delete('authToken');
  if (url.search !== '' || url.hash !== '') return refused('parameters');
  if (token !== '' && given) return refused('two-tokens');
  const either = token || given || undefined;
  return { ok: true, value: { engine: 'libsql', url: url.href, token: () => either } };
}

function withPath(rest: string, choice: (path: string) => Choice): Result<Choice> {
  const path = rest.replace(/^\/\/(?=\/|$)/, '');
  if (path === '') return refused('path-missing');
  if (path.startsWith('//')) return refused('host');
  if (/[?#\0]/.test(path)) return refused('parameters');
  return { ok: true, value: choice(path) };
}

function refused(code: string, received?: string): Result<never> {
  const fault = { path: 'STANDING_DATABASE', code, expected: KNOWN };
  return { ok: false, faults: [received === undefined ? fault : { ...fault, received }] };
}
