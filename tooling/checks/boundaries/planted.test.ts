import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findInCode } from './contents.ts';
import { type Breach, cruiseCode } from './cruise.ts';
import {
  ALLOWED_CONTENTS,
  CYCLE,
  HOUSE,
  PLANTED_CONTENTS,
  PLANTED_IMPORTS,
  PLANTED_ORDER,
  type Planted,
} from './planted.ts';
import { cruiseComponents } from './svelte-types.ts';

// A rule that finds nothing looks the same whether the code is in order or the rule does not work. So each rule is broken
// here on purpose, in a copy of the house's layout, and must say so.

const repository = join(import.meta.dirname, '..', '..', '..');
let house: string;

function put(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), `${text}\n`);
}

/** Lays out the house, with the planted files in it. */
function build(planted: readonly Planted[]): void {
  house = mkdtempSync(join(tmpdir(), 'standing-planted-'));
  for (const [file, text] of Object.entries(HOUSE)) put(file, text);
  for (const { file, text } of planted) put(file, text);
  for (const folder of ['packages/domain', 'apps/api', 'apps/dashboard']) {
    cpSync(join(repository, folder, 'package.json'), join(house, folder, 'package.json'));
    mkdirSync(join(house, folder, 'node_modules', '@standing'), { recursive: true });
    if (folder !== 'packages/domain') {
      symlinkSync(join(house, 'packages/domain'), join(house, folder, 'node_modules/@standing/domain'));
    }
  }
  const link = (from: string, name: string, to: string) =>
    symlinkSync(join(repository, from, 'node_modules', name), join(house, to, 'node_modules', name));
  link('packages/domain', 'valibot', 'packages/domain');
  link('apps/dashboard', 'svelte', 'apps/dashboard');
  // A library that the domain must not import though it could be resolved.
  link('apps/api', 'hono', 'packages/domain');
}

/** The planted files under names of their own, so that all can stand in one house; with a line to name them by. */
const apart = (planted: readonly Planted[]) =>
  planted.map((one, at) => ({
    ...one,
    file: one.file.replace(/planted/i, (name) => `${name}${at}`),
    line: one.text.replace(/\s+/g, ' '),
  }));

const leave = () => rmSync(house, { recursive: true, force: true });

describe('imports', () => {
  const planted = apart(PLANTED_IMPORTS);
  const breaches = async (): Promise<Breach[]> => [...(await cruiseCode(house)).breaches, ...cruiseComponents(house)];

  describe('in a house in order', () => {
    beforeAll(() => build([]));
    afterAll(leave);

    it('finds nothing, and reads all of it', async () => {
      const { files } = await cruiseCode(house);
      expect(await breaches()).toEqual([]);
      expect(files).toEqual(expect.arrayContaining(Object.keys(HOUSE)));
    });
  });

  describe('in a house with breaches', () => {
    let found: Breach[];

    beforeAll(async () => {
      build([...planted, ...CYCLE, { rule: '', file: 'tooling/checks/tool.ts', text: 'export const tool = 1;' }]);
      found = await breaches();
    });
    afterAll(leave);

    it.each(planted)('finds "$rule" in $file: $line', ({ rule, file }) => {
      expect(found).toContainEqual(expect.objectContaining({ rule, from: file }));
    });

    it('finds a cycle, of types too', () => {
      const files = CYCLE.map(({ file }) => file);
      const cycles = found.filter(({ rule }) => rule === 'no import cycles');
      expect(cycles.some(({ from }) => files.includes(from))).toBe(true);
    });
  });
});

describe('the order of folders', () => {
  afterAll(leave);

  it('finds a step up from every entry of every order, but for the last ones', async () => {
    build(PLANTED_ORDER);
    const { breaches } = await cruiseCode(house);
    const expected = PLANTED_ORDER.filter(({ text }) => text.startsWith('import')).map(
      ({ rule, file }) => `${file}: ${rule}`,
    );
    expect(expected.length).toBeGreaterThan(30);
    expect(breaches.map(({ from, rule }) => `${from}: ${rule}`)).toEqual(expect.arrayContaining(expected));
  });
});

describe('contents', () => {
  afterEach(leave);

  it('finds nothing in a house in order, and reads all of it', () => {
    build([]);
    expect(findInCode(house)).toEqual({ findings: [], files: 12 });
  });

  it.each(apart(PLANTED_CONTENTS))('finds "$rule" in $line', ({ rule, file, text }) => {
    build([{ rule, file, text }]);
    expect(findInCode(house).findings).toContainEqual(expect.objectContaining({ rule, file }));
  });

  it.each(ALLOWED_CONTENTS.map((text) => ({ line: text.replace(/\s+/g, ' '), text })))(
    'lets pass $line',
    ({ text }) => {
      build([{ rule: '', file: 'packages/domain/src/award/planted.ts', text }]);
      expect(findInCode(house).findings).toEqual([]);
    },
  );
});
