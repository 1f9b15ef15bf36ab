import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

/** Bytes after brotli at its best, as a static host serves a file. */
export function brotli(content: Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Text of a script that makes `names` of a file of the domain's source available, with all that they need. */
export async function bundled(file: string, names: readonly string[], format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const path = fileURLToPath(new URL(`../../../packages/domain/${file}`, import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names.join(', ')} } from ${JSON.stringify(path)};`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    write: false,
    format,
    ...(format === 'iife' ? { globalName: 'standing' } : {}),
    target: 'es2024',
    conditions: ['standing-source'],
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of ${file}`);
  return output.text;
}
