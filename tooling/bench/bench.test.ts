import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAMILIES, packing, partnerOf } from './allocation/families.ts';
import { asked } from './arguments.ts';
import { recordsOf } from './awards/records.ts';
import { planFor } from './plan/instances.ts';
import { filesOf } from './program/files.ts';
import { figuresOf, spreadOf } from './race/figures.ts';
import { Race } from './race/race.ts';
import { readStore, written } from './report/store.ts';
import { between, summary, whole } from './report/tables.ts';
import { ROWS } from './rows/rows.ts';

const root = join(import.meta.dirname, '..', '..');
const ONCE = { rounds: 1, limit: 20, atLeast: 0, atMost: 1 };
const at = (path: string): string => join(import.meta.dirname, path);

describe('contenders, each in its own process', () => {
  test('agree on the value of small partners of every family', async () => {
    const race = new Race(
      [
        { name: 'ours', module: at('allocation/standing.ts') },
        { name: 'GLPK', module: at('allocation/glpk.ts') },
        { name: 'HiGHS', module: at('allocation/highs.ts') },
      ],
      ONCE,
    );
    try {
      const partners = [
        ...FAMILIES.map((family, seed) => partnerOf(family, 10, 4, seed)),
        packing(6, 1, 1),
        packing(6, 2, 1),
      ];
      for (const partner of partners) {
        const outcomes = await race.run(partner);
        expect(outcomes.map(({ peer, note }) => [peer, note])).toEqual([
          ['GLPK', undefined],
          ['HiGHS', undefined],
        ]);
      }
    } finally {
      race.end();
    }
  });

  test('agree on the fewest exams', async () => {
    const race = new Race(
      [
        { name: 'ours', module: at('plan/standing.ts') },
        { name: 'HiGHS', module: at('plan/highs.ts') },
      ],
      ONCE,
    );
    try {
      for (const seed of [1, 2, 3]) {
        const [outcome] = await race.run(planFor(8, 2, seed));
        expect(outcome?.note).toBeUndefined();
      }
    } finally {
      race.end();
    }
  });

  test('agree on who is active with what', async () => {
    const race = new Race(
      [
        { name: 'ours', module: at('awards/standing.ts') },
        { name: 'json-rules-engine', module: at('awards/json-rules-engine.ts') },
      ],
      ONCE,
    );
    try {
      const [outcome] = await race.run(recordsOf(100, 2));
      expect(outcome?.note).toBeUndefined();
      expect(outcome?.ratio).toBeDefined();
    } finally {
      race.end();
    }
  });

  test('read and evaluate the same program from storage and from the packed form', { timeout: 180_000 }, async () => {
    const made = mkdtempSync(join(tmpdir(), 'standing-bench-'));
    const names = ['scan', 'storage', 'packed', 'storage-read', 'packed-read'];
    const race = new Race(
      names.map((name) => ({ name, module: at(`program/${name}.ts`) })),
      ONCE,
    );
    try {
      const size = { seed: 1, partners: 6, individuals: 60, results: 300 };
      const { laps } = await race.laps(await filesOf(made, size, () => undefined));
      const [scan, storage, packed, ...read] = names.map((name) => laps[0]?.get(name)?.answer);
      expect(storage).toMatch(/^6 partners, \d+ individuals, \d+ active awards, /);
      expect(packed).toBe(storage);
      expect(Number.parseInt(scan ?? '', 10)).toBeGreaterThan(size.results);
      expect(read[0]).toMatch(/^6 partners, \d+ results$/);
      expect(read[1]).toBe(read[0]);
    } finally {
      race.end();
      rmSync(made, { recursive: true });
    }
  });

  test('write durably what they say they wrote', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
    const race = new Race(
      ['journal', 'node-sqlite', 'whole-file'].map((name) => ({ name, module: at(`writes/${name}.ts`) })),
      ONCE,
    );
    try {
      const { laps } = await race.laps({ folder, partners: 2, writers: 4, each: 2 });
      expect([...(laps[0]?.values() ?? [])].map(({ answer }) => answer)).toEqual(Array(3).fill('8 results'));
    } finally {
      race.end();
      rmSync(folder, { recursive: true });
    }
  });

  test('that cannot start are named with the reason, and the others go on', async () => {
    const race = new Race(
      [
        { name: 'ours', module: at('allocation/standing.ts') },
        { name: 'nobody', module: at('allocation/nobody.ts') },
      ],
      ONCE,
    );
    try {
      const [outcome] = await race.run(packing(4, 1, 1));
      expect(outcome).toMatchObject({ peer: 'nobody', verdict: false });
      expect(outcome?.note).toContain('not measured');
    } finally {
      race.end();
    }
  });
});

describe('figures', () => {
  test.each([
    [[3], { median: 3, least: 3, most: 3 }],
    [[4, 1, 3], { median: 3, least: 1, most: 4 }],
    [[4, 1, 3, 2], { median: 2.5, least: 1, most: 4 }],
  ])('of %j are %j', (values, figures) => {
    expect(figuresOf(values)).toEqual(figures);
    expect(spreadOf(figuresOf(values))).toBe(figures.most / figures.least);
  });
});

describe('what the command line asks for', () => {
  test.each([
    [['plan?'], 'There is no row plan?'],
    [['--write'], '--date YYYY-MM-DD'],
    [['--write', '--short', '--date', '2004-01-01'], 'short form'],
    [['--write', '--date', '2004-01-01', '--rounds', '3'], 'five rounds'],
    [['--limit', '0'], 'from 1 to 999'],
    [['--size', '2'], 'from 0.001 to 1'],
    [['--size', 'half'], 'from 0.001 to 1'],
    [['--fast'], '--fast'],
  ])('%j is refused: %s', (args, why) => {
    expect(asked(args, ROWS)).toMatchObject({ wrong: expect.stringContaining(why) });
  });

  test('is every row without a name, or those named in the order of the table', () => {
    expect(asked([], ROWS)).toMatchObject({ rows: ROWS, isShort: false, write: undefined });
    expect(asked(['awards', 'exact', '--short'], ROWS)).toMatchObject({
      rows: ROWS.filter(({ name }) => name === 'exact' || name === 'awards'),
      isShort: true,
    });
  });
});

test('the figures stand as the command writes them', () => {
  const text = readFileSync(join(root, 'docs', 'benchmarks.json'), 'utf8');
  expect(text).toBe(written(readStore(root)));
});

// Whoever edits a table by hand is told: figures come from docs/benchmarks.json, which the command writes.
test.each([
  ['README.md', summary],
  ['docs/benchmarks.md', whole],
])('the table of %s is what was measured', (path, table) => {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toBe(between(text, 'bench', table(ROWS, readStore(root))));
});
