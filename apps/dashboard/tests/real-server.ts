import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../api/dist/node.js', import.meta.url));

export type RealServer = { readonly address: string; readonly stop: () => Promise<void> };

/** Starts what users run, on a free port, and reads the address that it prints; its ledger is gone with it. */
export async function startRealServer(settings: Readonly<Record<string, string>> = {}): Promise<RealServer> {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is not there: build the API first (pnpm run build).`);
  const { NODE_ENV, STANDING_TODAY, STANDING_DASHBOARD, ...environment } = process.env;
  const server = spawn(process.execPath, [ENTRY], {
    env: { ...environment, STANDING_DATABASE: 'memory:', ...settings, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (server.exitCode !== null) return resolve();
      server.once('exit', () => resolve());
      server.kill('SIGTERM');
    });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /^Standing is ready at (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) {
      server.stdout.resume();
      return { address, stop };
    }
  }
  throw new Error('The server ended before it said that it is ready.');
}
