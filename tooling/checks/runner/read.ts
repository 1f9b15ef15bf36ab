import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Ended } from '@standing-tooling/bootstrap/processes';
import * as v from 'valibot';
import type { Check } from '../check.ts';
import type { Counts } from './counts.ts';

/** A program that checks one thing, and says by its exit code whether it holds. */
export const oneCheck = ({ code }: Ended): Counts => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

/** The checks of our own, printed as JSON on one line; `output` is then what a person would have been shown. */
export function ownChecks(ended: Ended): Counts {
  const line = ended.output.split('\n').find((text) => text.startsWith('[{'));
  if (!line) return { passed: 0, failed: 0 };
  const checks = JSON.parse(line) as Check[];
  const failing = checks.filter(({ problems }) => problems.length > 0);
  ended.output = failing
    .map(({ name, problems }) => `${name}:\n${problems.map((one) => `  ${one}`).join('\n')}`)
    .join('\n');
  return { passed: checks.length - failing.length, failed: failing.length };
}

/** The tasks of a turbo run, one a package, by its closing line. */
export function turboTasks({ output }: Ended): Counts {
  const [, successful = '0', all = '0'] = /Tasks:\s+(\d+) successful, (\d+) total/.exec(output) ?? [];
  return { passed: Number(successful), failed: Number(all) - Number(successful) };
}

const VitestReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

/**
 * The tests of Vitest's JSON report, and how many there are in each of the `folders`: one without any counts as a failure,
 * and so does a file that failed before its tests could run.
 */
export function vitestTests(file: string, root: string, folders: readonly string[]): Counts {
  const { testResults } = v.parse(VitestReport, JSON.parse(readFileSync(file, 'utf8')));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status }) => ({ status, file: relative(root, name).replaceAll(sep, '/') })),
  );
  const having = (status: string) => tests.filter((test) => test.status === status).length;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const inFolders = folders.map((folder) => ({
    folder,
    count: tests.filter((test) => test.file.startsWith(`${folder}/`)).length,
  }));
  const passed = having('passed');
  const failed = having('failed') + broken.length + inFolders.filter(({ count }) => count === 0).length;
  return {
    passed,
    failed,
    skipped: tests.length - passed - having('failed'),
    details: inFolders.map(({ folder, count }) => `${folder} ${count === 0 ? 'RAN NONE' : count}`).join(', '),
  };
}

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
  errors: v.array(v.unknown()),
});

/** The journeys of Playwright's JSON report. One that passed at its second try only has failed. */
export function playwrightTests(file: string): Counts {
  const { stats, errors } = v.parse(PlaywrightReport, JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
