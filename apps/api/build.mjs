import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = (/** @type {string} */ entry) => fileURLToPath(new URL(`src/${entry}`, import.meta.url));

/**
 * Bundles both entries, each with everything that it needs.
 * @param {string} folder where `node.js` and `worker.js` go
 */
export async function bundle(folder) {
  /** @satisfies {import('esbuild').BuildOptions} */
  const shared = { bundle: true, format: 'esm', sourcemap: 'external', outdir: folder, logLevel: 'warning' };
  await build({
    ...shared,
    entryPoints: [source('node.ts')],
    platform: 'node',
    target: 'node26',
    conditions: ['standing-source'],
  });
  // Without the platform "node" an import of one of Node's modules is an error, as it would be at the edge.
  await build({
    ...shared,
    entryPoints: [source('worker.ts')],
    platform: 'neutral',
    target: 'es2024',
    conditions: ['standing-source', 'workerd', 'worker'],
  });
}

if (import.meta.main) await bundle(fileURLToPath(new URL('dist', import.meta.url)));
