import { main } from './main.ts';

/** Runs the command that this process was called with: the program `standing-ledger`. */
export async function program(): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopping.abort();
      // Who asks again does not want to wait.
      process.on(signal, () => process.exit(1));
    });
  }
  // Without a listener the error of a reader that went away would end the work.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const { env: environment, stdout, stderr } = process;
  process.exitCode = await main(process.argv.slice(2), { environment, stdout, stderr, signal: stopping.signal });
}
