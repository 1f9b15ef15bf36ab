import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const domain = join(import.meta.dirname, '..', '..', '..', 'packages', 'domain');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'standing-platform-'));
  for (const folder of ['src', 'words', 'editions']) mkdirSync(join(copy, folder));
  for (const file of ['package.json', 'tsconfig.build.json']) cpSync(join(domain, file), join(copy, file));
  symlinkSync(join(domain, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the domain's build says to a source; nothing when it compiles. */
function compile(code: string): string {
  writeFileSync(join(copy, 'src', 'index.ts'), `export const kept = ${code};\n`);
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', 'tsconfig.build.json', '--noEmit'];
  return spawnSync('node', args, { cwd: copy, encoding: 'utf8' }).stdout;
}

describe('the build of the domain knows the language alone', () => {
  it('compiles what needs no platform', () => {
    expect(compile('new Map([[1, Object.hasOwn({}, "a")]])')).toBe('');
  });

  it.each(['console', 'fetch', 'setTimeout', 'process', 'crypto', 'Temporal', 'structuredClone'])(
    'refuses %s',
    (name) => {
      expect(compile(name)).toContain(`Cannot find name '${name}'`);
    },
  );
});
