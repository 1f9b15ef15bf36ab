import { type Database, DatabaseFailure, type Outcome, type Row, type Statement } from '../port/database.ts';
import { databaseAsking } from './asked.ts';

/** A Durable Object's stub, or anything else that answers a request. */
export type Fetcher = {
  fetch(url: string, init: { readonly method: 'POST'; readonly body: string }): Promise<Called>;
};
type Called = { readonly ok: boolean; readonly status: number; json(): Promise<unknown> };

type Call =
  | { readonly call: 'all'; readonly statement: Statement }
  | { readonly call: 'batch'; readonly statements: readonly Statement[] };
type Answer<T> =
  | { readonly answer: T }
  | { readonly failure: { readonly code: DatabaseFailure['code']; readonly message: string } };

/** The port's two calls as requests: how a worker reaches the database of its object. Never open to the world. */
export function openCalled(fetcher: Fetcher, failure: (error: unknown) => DatabaseFailure): Database {
  const call = async <T>(what: Call): Promise<T> => {
    // An object has no address; a URL is asked for all the same.
    const response = await fetcher.fetch('http://ledger.invalid/', { method: 'POST', body: JSON.stringify(what) });
    if (!response.ok) throw new Error(`internal error: the object answers ${response.status}`);
    const answer = (await response.json()) as Answer<T>;
    if ('answer' in answer) return answer.answer;
    throw new DatabaseFailure(answer.failure.code, answer.failure.message);
  };
  return databaseAsking({
    all: (statement) => call<readonly Row[]>({ call: 'all', statement }),
    batch: (statements) => call<Outcome>({ call: 'batch', statements }),
    failure,
    close: () => undefined,
  });
}

/** The other side: runs one call, and answers a failure as a value, for an error loses its code on the way. */
export async function answerCall(database: Database, request: Request): Promise<Response> {
  const call = (await request.json()) as Call;
  try {
    const answer = await (call.call === 'all' ? database.all(call.statement) : database.batch(call.statements));
    return Response.json({ answer });
  } catch (error) {
    if (!(error instanceof DatabaseFailure)) throw error;
    return Response.json({ failure: { code: error.code, message: error.message } });
  }
}
