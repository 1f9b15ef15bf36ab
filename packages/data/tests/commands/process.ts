import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/commands/main.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/standing-ledger.mjs', import.meta.url));

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Starts the program as operators do, with these variables and no other of its own. */
export function begin(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('STANDING_'));
  const child: ChildProcess = spawn(process.execPath, ['--conditions=standing-source', PROGRAM, ...args], {
    env: { ...Object.fromEntries(inherited), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = (async (): Promise<Ended> => {
    const { stdout, stderr } = child;
    if (stdout === null || stderr === null) throw new Error('The program has no output');
    const [out, err] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
    return { code: child.exitCode, stdout: out, stderr: err };
  })();
  return { child, ended };
}

/** Runs a command in this process, on streams of its own: what the program does beside is passing on its own. */
export async function run(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<Ended> {
  const [stdout, stderr] = [new Said(), new Said()];
  const { signal } = new AbortController();
  const code = await main(args, { environment: variables, stdout, stderr, signal });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Said extends EventEmitter {
  text = '';

  write(text: string): boolean {
    this.text += text;
    return true;
  }
}

/** What the program gave: a line of JSON each. */
export function given({ stdout }: Ended): readonly { readonly [key: string]: unknown }[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
