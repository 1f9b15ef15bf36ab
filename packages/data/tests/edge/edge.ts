import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { openCalled } from '../../src/engines/calls.ts';
import type { Migrated } from '../../src/migrations/migrate.ts';
import type { Database } from '../../src/port/database.ts';
import { failureOf } from '../../src/port/refusal.ts';

// Nothing that is started here may ask anything of anybody.
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
};

/** A real workerd with empty databases of both kinds. */
export type Edge = {
  readonly miniflare: Miniflare;
  /** A path of the worker that nobody has been given before: `/d1/DB7`, `/object/o8`. */
  next(engine: 'd1' | 'object'): string;
  /** The port, over the worker at this path. */
  open(path: string): Database;
  migrate(path: string): Promise<Migrated>;
  stop(): Promise<void>;
};

/** How many D1 databases there are: a binding is made before the worker starts. */
const DATABASES = 60;

/** `folder`: where to keep what is written; without it in memory. */
export async function startEdge(folder?: string): Promise<Edge> {
  Object.assign(process.env, QUIET);
  const bindings = Array.from({ length: DATABASES }, (_, n) => `DB${n}`);
  const miniflare = new Miniflare({
    modules: true,
    script: await bundled(),
    // A date that the pinned workerd does not know yet would make it wait for ever.
    compatibilityDate: '2026-07-01',
    cf: false,
    d1Databases: bindings,
    durableObjects: { OBJECTS: { className: 'LedgerObject', useSQLite: true } },
    ...(folder !== undefined && { d1Persist: `${folder}/d1`, durableObjectsPersist: `${folder}/objects` }),
  });
  await miniflare.ready;
  const ask = (url: string, init?: { readonly method: 'POST'; readonly body: string }) =>
    miniflare.dispatchFetch(url, init);
  const count = { d1: 0, object: 0 };
  return {
    miniflare,
    next: (engine) => {
      count[engine] += 1;
      if (engine === 'object') return `/object/o${count.object}`;
      if (count.d1 > DATABASES) throw new Error(`There are ${DATABASES} databases of D1: make more`);
      return `/d1/DB${count.d1 - 1}`;
    },
    open: (path) => openCalled({ fetch: (_, init) => ask(`http://standing.invalid${path}`, init) }, failureOf),
    migrate: async (path) => (await ask(`http://standing.invalid${path}?migrate`)).json() as Promise<Migrated>,
    stop: () => miniflare.dispose(),
  };
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    // An import of one of Node's modules is an error here, as it would be at the edge.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['standing-source', 'workerd'],
    loader: { '.sql': 'text' },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
