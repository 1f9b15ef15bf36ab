import type { Result } from '@standing/domain';

/** Which engine, and where it keeps its data. */
export type Choice =
  | { readonly engine: 'memory' }
  | { readonly engine: 'journal'; readonly folder: string }
  | { readonly engine: 'sqlite'; readonly file: string };

/** What `STANDING_DATABASE` may begin with. */
const KNOWN = 'memory: file: sqlite:';

/**
 * Reads `STANDING_DATABASE`: `memory:` (gone at the end), `file:<folder>` (journal and snapshot), `sqlite:<file>`; nothing
 * or an empty text is the journal in `dataFolder`. Refused with `no-engine` (no word and colon at the beginning),
 * `unknown-engine` (`received` is that word alone: what follows may hold a password), `path-missing`, `path-unexpected`,
 * `host` (`file://name/…` means another machine; `file:///…` is a path) or `parameters` (`?` and `#` mean nothing here).
 */
export function parseDatabase(text: string | undefined, dataFolder: string): Result<Choice> {
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
    default:
      return refused('unknown-engine', engine.slice(0, 60));
  }
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
