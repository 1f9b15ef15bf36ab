import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

/**
 * The text of a script of this folder with all that it imports. Without the platform "node" an import of one of Node's
 * modules is an error, as it would be at the edge and in a browser.
 */
export async function bundle(file: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    target: 'es2024',
    conditions: ['standing-source'],
    logLevel: 'silent',
    ...options,
  });
  const [output] = outputFiles ?? [];
  if (output === undefined) throw new Error(`esbuild made nothing of ${file}`);
  return output.text;
}

/** The same promise, refused when it takes longer than half a minute. */
export function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`${what} took longer than 30 s`)), 30_000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
