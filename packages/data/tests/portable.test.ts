import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** What a bundler makes of an entry for a worker or the browser: the files in it, and what it would ask the runtime for. */
async function bundled(entry: string) {
  const { metafile } = await build({
    entryPoints: [new URL(`../src/${entry}.ts`, import.meta.url).pathname],
    conditions: ['standing-source', 'workerd', 'browser'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    metafile: true,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return {
    files: Object.keys(metafile.inputs),
    outside: imports.filter(({ path, external }) => external === true || path.startsWith('node:')),
  };
}

test.each([
  ['index', 'ledger/load.ts', /engines\/(asked|d1|durable|libsql|journal|node)|@libsql/],
  ['backup', 'backup/write.ts', /@libsql|engines\//],
  ['operations', 'operations/outbox.ts', /@libsql|sql\.js@|engines\//],
  ['person', 'person/record-of.ts', /@libsql|sql\.js@|engines\//],
  ['snapshot', 'snapshot/read.ts', /@libsql|kysely|statements\/|engines\/(asked|d1|durable|libsql|journal|node)/],
  ['engines/d1', 'engines/d1.ts', /@libsql|sql\.js@|engines\/(durable|libsql|journal|node)/],
  ['engines/durable-object', 'engines/durable-object.ts', /@libsql|sql\.js@|engines\/(d1|libsql|journal|node)/],
  ['engines/libsql', 'engines/libsql.ts', /sql\.js@|engines\/(d1|durable|journal|node)/],
])('%s takes nothing from Node, and no engine that is not asked for', async (entry, holds, lacks) => {
  const { files, outside } = await bundled(entry);
  expect(outside).toEqual([]);
  expect(files.some((path) => path.endsWith(holds))).toBe(true);
  expect(files.filter((path) => lacks.test(path))).toEqual([]);
});
