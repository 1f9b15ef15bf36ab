import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('what runs everywhere takes nothing from Node', async () => {
  const bundle = await build({
    entryPoints: [new URL('../src/index.ts', import.meta.url).pathname],
    conditions: ['standing-source'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    metafile: true,
  });
  const imports = Object.values(bundle.metafile.inputs).flatMap((input) => input.imports);
  expect(imports.filter(({ path, external }) => external === true || path.startsWith('node:'))).toEqual([]);
  expect(Object.keys(bundle.metafile.inputs).some((path) => path.endsWith('ledger/load.ts'))).toBe(true);
});
