import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { sentenceOf } from '@standing/data/node';
import { published } from '@standing/domain/editions';
import { createApp } from './app.ts';
import { now } from './clock.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { keepLedger } from './ledger.ts';
import { readPrograms } from './programs.ts';
import { createServer, stopServer } from './server.ts';
import { readSite } from './site.ts';

/** How long running requests may take to end, in milliseconds. */
const GRACE = 4_000;

function fail(...lines: readonly string[]): never {
  console.error(['Standing cannot start.', ...lines].join('\n'));
  process.exit(1);
}

function whyNot({ code, message }: NodeJS.ErrnoException, { port, host }: Environment): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: stop what uses it, or set PORT to another (PORT=0 takes any free one).`;
  }
  if (code === 'EACCES') return `Port ${port} may not be opened by this user: set PORT to another, from 1024 on.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `"${host}" is no address of this machine: set HOST.`;
  return `Listening at ${host}, port ${port}, failed: ${message}`;
}

function addressOf(host: string, port: number): string {
  const isLocal = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${isLocal ? 'localhost' : name}:${port}`;
}

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const environment = readEnvironment(process.env, beside('../../../.standing'));
if (!environment.ok) fail(...environment.lines);
const { port, host, today, dashboard, setting } = environment.value;

const folder = dashboard ?? beside('../../dashboard/build');
const site = await readSite(folder);
if (site === undefined)
  console.error(`The dashboard is not built: there is no index.html in ${folder}. The API is served.`);

const programs = (() => {
  try {
    return readPrograms(published);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
})();
const ledger = keepLedger(setting, {
  programs: [...programs.values()].map(({ program }) => program),
  from: today ?? now().slice(0, 10),
  now,
  say: console.log,
});
const server = createServer(createApp({ programs, today, site, ledger: ledger.health }));
const stopping = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // Who asks again does not want to wait for running requests.
    process.on(signal, () => process.exit(1));
    stopping.abort();
    void stopServer(server, GRACE)
      .then(ledger.close)
      .then(() => process.exit(0))
      .catch((error: unknown) => {
        console.error(`The ledger was not closed: ${whyLedger(error)}`);
        process.exit(1);
      });
  });
}

function whyLedger(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return sentenceOf(error, setting) ?? [error instanceof Error ? error.name : typeof error, ...frames].join('\n');
}

server.once('error', (error) => fail(whyNot(error, environment.value)));
// The port first: a second server on it leaves the ledger alone.
server.listen(port, host, () => {
  const { port: taken } = server.address() as AddressInfo;
  ledger.open().then(
    () => {
      if (stopping.signal.aborted) return;
      console.log(`Standing is ready at ${addressOf(host, taken)}`);
      console.log('Stop it with Ctrl-C.');
    },
    (error: unknown) => {
      if (!stopping.signal.aborted) fail(whyLedger(error));
    },
  );
});
