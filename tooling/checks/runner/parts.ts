import { join } from 'node:path';
import type { Ended } from '@standing-tooling/bootstrap/processes';
import type { Counts } from './counts.ts';
import { oneCheck, ownChecks, playwrightTests, turboTasks, vitestTests } from './read.ts';

/** A part of `npm test`: a program, and how to read what it ran. */
export type Part = {
  name: string;
  /** Parts that must have ended before it begins. */
  after: readonly string[];
  /** Parts that must have passed, or it cannot run and counts as failed. */
  needs: readonly string[];
  command: string;
  args: readonly string[];
  /** The folder it runs in, when it is not the root. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Minutes after which it is ended: a check that hangs has failed. */
  limit: number;
  count: (ended: Ended) => Counts;
};

/** The folders whose tests one `vitest run` collects; each must have some. */
const TESTED = ['packages/domain', 'apps/api', 'tooling'];

/**
 * The parts of `npm test`, in the order in which they are begun.
 * @param reports an empty folder for the runners' reports
 * @param isLong whether tests may take their long forms (`npm run test:long`)
 */
export function parts(root: string, reports: string, isLong: boolean): Part[] {
  const limit = isLong ? 120 : 14;
  const vitestReport = join(reports, 'vitest.json');
  const playwrightReport = join(reports, 'playwright.json');
  // Every task that can run, and of what they print only what failing ones do.
  const turbo = (task: string) =>
    ['turbo', ['run', task, '--continue=dependencies-successful', '--output-logs=errors-only']] as const;
  const own = (file: string) => ['node', [join('tooling', 'checks', file), '--json']] as const;
  const part = (
    name: string,
    [command, args]: readonly [string, readonly string[]],
    count: Part['count'],
    more: Partial<Part> = {},
  ): Part => ({ name, command, args, count, after: [], needs: [], limit, ...more });

  return [
    part('build', turbo('build'), turboTasks),
    part('format and lint', ['biome', ['ci', '--colors=off', '--error-on-warnings', '.']], oneCheck),
    part('boundaries', own('boundaries.ts'), ownChecks),
    part('manifests', own('manifests.ts'), ownChecks),
    // SvelteKit writes the types of the pages when it builds.
    part('types', turbo('check'), turboTasks, { after: ['build'] }),
    part(
      'tests',
      ['vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]],
      () => vitestTests(vitestReport, root, TESTED),
      { after: ['build'] },
    ),
    // A browser beside the tests would fail for want of time, not for what it shows.
    part(
      'journeys',
      ['node', [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json']],
      () => playwrightTests(playwrightReport),
      {
        after: ['types', 'tests'],
        needs: ['build'],
        cwd: join('apps', 'dashboard'),
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
      },
    ),
  ];
}
