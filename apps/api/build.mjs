import { copyFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = (/** @type {string} */ entry) => fileURLToPath(new URL(`src/${entry}`, import.meta.url));

/** Modules that read files which stand beside them, and which of those. */
const READING = [
  { module: /\/sql\.js\/dist\/sql-wasm\.js$/, files: /^sql-wasm\.wasm$/ },
  { module: /\/data\/src\/migrations\/files\.ts$/, files: /\.sql$/ },
];

/** CommonJS modules among those of the bundle ask where they are, and require modules of Node. */
const COMMON_JS = `
import { createRequire as createRequireOf } from 'node:module';
const { filename: __filename, dirname: __dirname } = import.meta;
const require = createRequireOf(import.meta.url);
`;

/**
 * Bundles both entries, each with everything that it needs.
 * @param {string} folder where `node.js` and `worker.js` go
 */
export async function bundle(folder) {
  /** @satisfies {import('esbuild').BuildOptions} */
  const shared = { bundle: true, format: 'esm', sourcemap: 'external', outdir: folder, logLevel: 'warning' };
  const { metafile } = await build({
    ...shared,
    entryPoints: [source('node.ts')],
    platform: 'node',
    target: 'node26',
    conditions: ['standing-source'],
    banner: { js: COMMON_JS },
    metafile: true,
  });
  await copyRead(Object.keys(metafile.inputs), folder);
  // Without the platform "node" an import of one of Node's modules is an error, as it would be at the edge.
  await build({
    ...shared,
    entryPoints: [source('worker.ts')],
    platform: 'neutral',
    target: 'es2024',
    conditions: ['standing-source', 'workerd', 'worker'],
  });
}

/**
 * What a module reads from beside itself stands beside the bundle that it is in.
 * @param {readonly string[]} modules paths from where this process runs @param {string} folder
 */
async function copyRead(modules, folder) {
  for (const { module, files } of READING) {
    const found = modules.find((path) => module.test(path));
    if (found === undefined) throw new Error(`The bundle has no module ${module}: does it still read ${files}?`);
    const beside = (await readdir(dirname(found))).filter((file) => files.test(file));
    if (beside.length === 0) throw new Error(`Beside ${found} stands nothing like ${files}.`);
    await Promise.all(beside.map((file) => copyFile(join(dirname(found), file), join(folder, file))));
  }
}

if (import.meta.main) await bundle(fileURLToPath(new URL('dist', import.meta.url)));
