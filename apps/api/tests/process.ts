import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../src/node.ts', import.meta.url));

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/**
 * The server as `npm start` runs it, from its sources, with these variables and no other of its own; its ledger is gone with
 * it where they name none.
 */
export function start(
  variables: Readonly<Record<string, string>>,
  program: readonly string[] = ['--conditions=standing-source', entry],
): {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
} {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PORT|HOST|NODE_ENV|STANDING_.*)$/.test(name));
  const ledger = 'STANDING_DATA' in variables ? {} : { STANDING_DATABASE: 'memory:' };
  const child = spawn(process.execPath, program, {
    env: { ...Object.fromEntries(inherited), ...ledger, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { child, ended: output.then(([stdout, stderr]) => ({ code: child.exitCode, stdout, stderr })) };
}

/** The address that it prints once it is ready. Fails when it ends before. */
export async function readyAt({ child, ended }: ReturnType<typeof start>): Promise<string> {
  let said = '';
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^Standing is ready at (http:\/\/localhost:\d+)$/m.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const end = ended.then(({ code, stderr }) => {
    throw new Error(`The server ended with ${code} before it was ready: ${stderr}`);
  });
  return await Promise.race([ready, end]);
}

/** What a server answers to exactly these bytes, until it closes the connection. */
export async function raw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    socket.write(bytes, 'latin1');
    return await text(socket);
  } finally {
    socket.destroy();
  }
}
