import { type Client, createClient, type InArgs, type InStatement, type ResultSet } from '@libsql/client/http';
import { type Database, DatabaseFailure, type Row, type Statement } from '../port/database.ts';
import { isReading } from '../port/portable.ts';
import { type Asked, databaseAsking } from './asked.ts';
import { isBusy, libsqlFailureOf } from './libsql-failure.ts';

/** Where the server is: `http:` or `https:`, without a token. */
export type LibsqlServer = {
  readonly url: string;
  /** Gives what the server asks for; a function, so that nothing that is written to a log has it in it. */
  readonly token: () => string | undefined;
};

export type LibsqlOptions = {
  /** How often a batch is sent where others are writing, before it is refused as `busy`; 10. */
  readonly attempts?: number;
  /** How long the server may take for one answer, in milliseconds; 30,000. */
  readonly patience?: number;
};

/**
 * A libSQL server, from Node or a worker: name the primary. A replica takes writes too and passes them on, and what is
 * read there may be older than what it has just answered. Throws a `DatabaseFailure`: `unreachable`, `unauthorized`, or
 * `broken` where the server does not hold references.
 */
export async function openLibsql(server: LibsqlServer, options: LibsqlOptions = {}): Promise<Database> {
  const database = databaseAsking(asked(connect(server, options.patience ?? 30_000), options.attempts ?? 10));
  try {
    const [row] = await database.all({ sql: 'select foreign_keys from pragma_foreign_keys', parameters: [] });
    if (row?.['foreign_keys'] === 1) return database;
    throw new DatabaseFailure('broken', 'The libSQL server does not hold references between tables (foreign_keys).');
  } catch (error) {
    await database.close();
    throw error;
  }
}

function connect({ url, token }: LibsqlServer, patience: number): Client {
  const authToken = token();
  return createClient({
    ...{ url, ...(authToken !== undefined && { authToken }) },
    fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(patience) }),
  });
}

function asked(client: Client, attempts: number): Asked {
  return {
    all: async (statement) => rowsOf(await client.execute(bound(statement))),
    batch: async (statements) => {
      const mode = statements.every(isReading) ? 'read' : 'write';
      const results = await insistent(attempts, () => client.batch(statements.map(bound), mode));
      return { ok: true, rows: results.map(rowsOf) };
    },
    failure: libsqlFailureOf,
    close: () => client.close(),
  };
}

/** Sends again what the server did not begin because another was writing; a batch that was begun is never sent twice. */
async function insistent<T>(attempts: number, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt >= attempts || !isBusy(error)) throw error;
      await pause(attempt);
    }
  }
}

/** Twice as long each time, up to half a second, and not for all the same, or they would meet again. */
function pause(attempt: number): Promise<void> {
  const longest = Math.min(500, 10 * 2 ** attempt);
  return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
}

function bound({ sql, parameters }: Statement): InStatement {
  return { sql, args: parameters as InArgs };
}

function rowsOf({ columns, rows }: ResultSet): Row[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])) as Row);
}
