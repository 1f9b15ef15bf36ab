import { answerCall } from '../../src/engines/calls.ts';
import { type D1Binding, openD1 } from '../../src/engines/d1.ts';
import { openLedgerObject } from '../../src/engines/durable-object.ts';
import { openLibsql } from '../../src/engines/libsql.ts';
import { MIGRATIONS } from '../../src/migrations/bundled.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import type { Database } from '../../src/port/database.ts';

export { LedgerObject } from '../../src/engines/durable-object.ts';

type Objects = {
  idFromName(name: string): unknown;
  get(id: unknown): Parameters<typeof openLedgerObject>[0];
};
type Environment = { readonly OBJECTS: Objects; readonly [database: string]: unknown };

/**
 * `/d1/<binding>`, `/object/<name>` and `/libsql/<URL>` answer the calls of the port there, `?migrate` brings it to the newest
 * schema.
 */
export default {
  async fetch(request: Request, environment: Environment): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const [, engine, name = ''] = pathname.split('/');
    const database = opened(() => open(engine, decodeURIComponent(name), environment));
    if (search === '?migrate') return Response.json(await migrate(database, MIGRATIONS));
    return answerCall(database, request);
  },
};

function open(engine: string | undefined, name: string, environment: Environment): Database | Promise<Database> {
  if (engine === 'd1') return openD1(environment[name] as D1Binding);
  if (engine === 'libsql') return openLibsql({ url: name, token: () => undefined });
  return openLedgerObject(environment.OBJECTS.get(environment.OBJECTS.idFromName(name)));
}

/** Opened by the first call, so that what opening it refuses is answered too. */
function opened(database: () => Database | Promise<Database>): Database {
  return {
    all: async (statement) => (await database()).all(statement),
    batch: async (statements) => (await database()).batch(statements),
    close: async () => undefined,
  };
}
