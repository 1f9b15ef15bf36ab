import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

type Request = { readonly type: string; readonly batch?: { readonly steps: readonly unknown[] } };

/**
 * A server in front of another, which answers the first `times` batches as a libSQL server does whose lock is held: the
 * server of the tests waits and takes the lock away, so that it cannot be brought to say it at will.
 */
export async function busyFor(times: number, behind: string) {
  const state = { batches: 0 };
  const server = createServer(async (asked, answer) => {
    const body = await text(asked);
    const { requests } = JSON.parse(body) as { readonly requests: readonly Request[] };
    const hasBatch = requests.some(({ type }) => type === 'batch');
    if (hasBatch) state.batches += 1;
    const isBusy = hasBatch && state.batches <= times;
    const reply = isBusy ? JSON.stringify(busy(requests)) : await forwarded(asked, body, behind);
    answer.writeHead(200, { 'content-type': 'application/json' }).end(reply);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/`,
    /** How many batches have come. */
    batches: () => state.batches,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function forwarded(asked: IncomingMessage, body: string, behind: string): Promise<string> {
  return (await fetch(new URL(asked.url ?? '', behind), { method: 'POST', body })).text();
}

/** The first step of the batch, `begin immediate`, has failed, and none after it was run. */
function busy(requests: readonly Request[]) {
  const results = requests.map(({ type, batch }) => {
    if (!batch) return { type: 'ok', response: { type } };
    const steps = batch.steps.map(() => null);
    const error = { message: 'SQLite error: database is locked', code: 'SQLITE_BUSY' };
    return { type: 'ok', response: { type, result: { step_results: steps, step_errors: [error, ...steps.slice(1)] } } };
  });
  return { baton: null, base_url: null, results };
}
