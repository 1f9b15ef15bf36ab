import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { type Env, failure, refuse, STATUS } from './problem.ts';
import type { Programs } from './programs.ts';
import { evaluationsResource } from './resources/evaluations.ts';
import { forecastsResource } from './resources/forecasts.ts';
import { healthResource, type LedgerHealth } from './resources/health.ts';
import { impactsResource } from './resources/impacts.ts';
import { plansResource } from './resources/plans.ts';
import { programsResource } from './resources/programs.ts';
import { scenariosResource } from './resources/scenarios.ts';
import { settingsResource } from './resources/settings.ts';

/** Answers what no resource does; undefined where it has nothing either. */
export type Site = (c: Context<Env>) => Response | undefined;

export type AppOptions = {
  readonly programs: Programs;
  /** The day on which the demo opens, `YYYY-MM-DD`; null where none is set. */
  readonly today: string | null;
  readonly site?: Site | undefined;
  /** How the ledger is, where there is one. */
  readonly ledger?: (() => Promise<LedgerHealth>) | undefined;
};

// Nobody may frame an answer, guess its type or read it from another site: there are no CORS headers on purpose.
const headers = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: 'DENY',
  // TLS ends before this server; who ends it says for how long.
  strictTransportSecurity: false,
  // Pages bring a policy of their own.
  overwrite: false,
});

// A browser takes the headers of a 304 for those of what it has kept: a page must not lose its policy there.
const tag = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'content-security-policy'] });
// The answer to a question is never asked for again, and a tag would hold the whole of it a second time.
const tagged: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return await tag(c, next);
  await next();
};

/** The API, and whatever pages stand beside it. */
export function createApp({ programs, today, site, ledger }: AppOptions) {
  const app = new Hono<Env>();
  // One bound for all that is being read and fetched, whichever question it belongs to.
  const held = { bytes: 0 };
  app.onError((error, c) => refuse(c, failure(error, c.get('requestId'))));
  app.notFound((c) => {
    const isApi = c.req.path === '/v1' || c.req.path.startsWith('/v1/');
    return (isApi ? undefined : site?.(c)) ?? refuse(c, { problem: 'notFound', detail: nothingAt(c.req.path, site) });
  });
  const wrongMethod = methodNotAllowed({
    app,
    onMethodNotAllowed: (c: Context<Env>, methods) => answerMethods(c, methods),
  });
  return (
    app
      // Ids are ours alone: one that a stranger chose could pass for another's in the log.
      .use(requestId({ headerName: '' }), headers, wrongMethod, tagged)
      .route('/healthz', healthResource(ledger))
      .route('/settings.json', settingsResource(today))
      .route('/v1/programs', programsResource(programs))
      .route('/v1/evaluations', evaluationsResource(programs, held))
      .route('/v1/forecasts', forecastsResource(programs, held))
      .route('/v1/scenarios', scenariosResource(programs, held))
      .route('/v1/impacts', impactsResource(programs, held))
      .route('/v1/plans', plansResource(programs, held))
  );
}

export type App = ReturnType<typeof createApp>;

function nothingAt(path: string, site: Site | undefined): string {
  if (path === '/' && site === undefined) return 'The dashboard is not here: it was not built. The API is, under /v1/.';
  return 'There is nothing at this address.';
}

/** Asked for its methods an address names them; asked by another method it refuses, and names them too. */
export function answerMethods(c: Context<Env>, methods: readonly string[]): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS') return c.body(null, STATUS.noContent, { Allow: allow });
  return refuse(c, {
    problem: 'methodNotAllowed',
    detail: `This address does not answer this method. It answers ${allow}.`,
    headers: { Allow: allow },
  });
}
