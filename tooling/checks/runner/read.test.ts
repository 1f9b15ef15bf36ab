import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneCheck, ownChecks, playwrightTests, turboTasks, vitestTests } from './read.ts';

const ended = (output: string, code = 0) => ({ code, overtime: false, output });
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standing-reports-'));
  file = join(folder, 'report.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what a part ran', () => {
  it('a program that checks one thing counts as one', () => {
    expect([oneCheck(ended('')), oneCheck(ended('', 2))]).toEqual([
      { passed: 1, failed: 0 },
      { passed: 0, failed: 1 },
    ]);
  });

  it('checks of our own count one by one, and are shown as a person would see them', () => {
    const checks = [
      { name: 'order', problems: [] },
      { name: 'purity', problems: ['a.ts:1:1 Date'] },
    ];
    const program = ended(`a warning\n${JSON.stringify(checks)}\n`, 1);
    expect(ownChecks(program)).toEqual({ passed: 1, failed: 1 });
    expect(program.output).toBe('purity:\n  a.ts:1:1 Date');
  });

  it('a program that broke before it printed its checks ran none', () => {
    expect(ownChecks(ended('SyntaxError', 1))).toEqual({ passed: 0, failed: 0 });
  });

  it('turbo counts its tasks', () => {
    expect(turboTasks(ended(' Tasks:    3 successful, 5 total\nCached:    0 cached, 5 total'))).toEqual({
      passed: 3,
      failed: 2,
    });
    expect(turboTasks(ended('turbo: not found', 127))).toEqual({ passed: 0, failed: 0 });
  });
});

describe('vitestTests', () => {
  const result = (name: string, status: string, tests: string[]) => ({
    name: join(folder, name),
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  });
  const read = (testResults: unknown[]) => {
    writeFileSync(file, JSON.stringify({ testResults }));
    return vitestTests(file, folder, ['apps/api', 'tooling']);
  };

  it('counts tests, and how many each folder has', () => {
    expect(
      read([
        result('apps/api/a.test.ts', 'passed', ['passed', 'skipped']),
        result('tooling/b.test.ts', 'failed', ['failed', 'passed']),
      ]),
    ).toEqual({ passed: 2, failed: 1, skipped: 1, details: 'apps/api 2, tooling 2' });
  });

  it('a file that broke before its tests counts as a failure', () => {
    expect(
      read([
        result('apps/api/a.test.ts', 'failed', []),
        result('apps/api/b.test.ts', 'passed', ['passed']),
        result('tooling/c.test.ts', 'passed', ['passed']),
      ]),
    ).toMatchObject({ passed: 2, failed: 1 });
  });

  it('a folder without any test counts as a failure', () => {
    expect(read([result('tooling/b.test.ts', 'passed', ['passed'])])).toMatchObject({
      failed: 1,
      details: 'apps/api RAN NONE, tooling 1',
    });
  });

  it('throws at a report that is none', () => {
    writeFileSync(file, '{}');
    expect(() => vitestTests(file, folder, [])).toThrow();
  });
});

describe('playwrightTests', () => {
  it('a journey that passed at its second try only has failed', () => {
    writeFileSync(file, JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] }));
    expect(playwrightTests(file)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
});
