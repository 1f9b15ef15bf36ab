import { createServer as createHttpServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { App } from './app.ts';
import { failure, problemOf, type Refusal } from './problem.ts';

/** Times in milliseconds; sizes in bytes. */
export const LIMITS = {
  headersTimeout: 10_000,
  /** For a whole request, body included: who sends slower than this is cut off. */
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  /** For a connection on which nothing moves, an answer that is not fetched included. */
  idleTimeout: 60_000,
  maxHeaderSize: 16_384,
  maxConnections: 1_000,
} as const;

/** The API behind Node's HTTP server; what never becomes a request is refused by the same problem documents. */
export function createServer(app: App, given: { readonly [Name in keyof typeof LIMITS]?: number } = {}): Server {
  const limits = { ...LIMITS, ...given };
  const listener = getRequestListener((request) => app.fetch(request), {
    errorHandler(error) {
      const id = crypto.randomUUID();
      const { status, headers, text } = problemOf(
        error instanceof RequestError
          ? { problem: 'badRequest', detail: "The request's address or Host header is not valid." }
          : failure(error, id),
        id,
      );
      return new Response(text, { status, headers });
    },
  });
  // A missing Host header is refused by the listener, which can say so.
  const server = createHttpServer({ ...limits, requireHostHeader: false }, (...both) => void listener(...both));
  server.maxConnections = limits.maxConnections;
  server.setTimeout(limits.idleTimeout);
  server.on('clientError', refuseRaw);
  return server;
}

const RAW_REFUSALS: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { problem: 'requestTimeout', detail: 'The request took too long to arrive.' },
  HPE_HEADER_OVERFLOW: { problem: 'headersTooLarge', detail: 'The header fields are over 16 KiB.' },
};

function refuseRaw(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Half an answer may be on its way: another one behind it would be read as part of it.
  const hasAnswer = 'bytesWritten' in socket && socket.bytesWritten !== 0;
  if (!socket.writable || hasAnswer || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const fallback = { problem: 'badRequest', detail: 'The request is not valid HTTP.' } as const;
  const problem = problemOf(RAW_REFUSALS[error.code ?? ''] ?? fallback, crypto.randomUUID());
  const headers = { ...problem.headers, Connection: 'close', 'Content-Length': String(problem.text.length) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${problem.status} ${problem.title}`, ...lines, '', problem.text].join('\r\n'));
}

/** Stops accepting, lets running requests end for up to `grace` milliseconds, then cuts what is left. */
export function stopServer(server: Server, grace: number): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
