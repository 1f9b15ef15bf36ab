import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { FAMILIES, partnerOf } from '../allocation/families.ts';
import { scriptsOfFirstPage } from '../browser/pages.ts';
import { brotli, bundled } from '../browser/size.ts';
import { allocatedInChromium, leavingInChromium, whatIf } from '../browser/what-if.ts';
import type { Figures } from '../race/figures.ts';
import { type Line, unmeasured } from '../report/line.ts';
import { short, shown } from '../report/numbers.ts';
import type { Row } from './row.ts';

const FRAME = 16;
const ENGINE = 12_000;
const PAGE = 1.5;
const SIZES = [
  { what: 'the straight line: evaluate', file: 'src/evaluate.ts', names: ['evaluate'], goal: '< 12 kB' },
  { what: 'the best allocation alone', file: 'src/allocation/best.ts', names: ['best'], goal: '' },
  {
    what: 'the whole domain, with reading and checking what is sent',
    file: 'src/index.ts',
    names: ['evaluate', 'parseProgram', 'parseRequest'],
    goal: '',
  },
] as const;
const WHAT_IF = ['somebody of 5,000 leaves: the best allocation again, in Chromium', '≤ 16 ms'] as const;
const WHOLE = ['the same with awards, standing and reasons of all 5,000', ''] as const;
const SCRIPTS = ['JavaScript of the first page, by a minimal SvelteKit page', '≤ 1.5'] as const;

export const browser: Row = {
  name: 'browser',
  title: 'Browser: sizes after brotli, and a what-if within one frame',
  goals: [
    ...SIZES.map(({ what, goal }) => unmeasured(what, goal, '')),
    ...[WHAT_IF, WHOLE, SCRIPTS].map(([what, goal]) => unmeasured(what, goal, '')),
  ],
  run: async ({ root, isShort, say }) => {
    const lines: Line[] = [];
    for (const { what, file, names, goal } of SIZES) {
      say(what);
      const bytes = brotli(Buffer.from(await bundled(file, names)));
      const verdict = goal === '' ? 'shown' : bytes < ENGINE ? 'met' : 'missed';
      lines.push({ what, goal, measured: `${(bytes / 1000).toFixed(1)} kB`, verdict });
    }

    const [people, rounds] = isShort ? [500, 5] : [5_000, 25];
    say(WHAT_IF[0]);
    const [plenty] = FAMILIES.filter(({ name }) => name === 'plenty');
    if (plenty === undefined) throw new Error('No such family');
    const allocated = await allocatedInChromium(partnerOf(plenty, people, 20, 1), rounds);
    lines.push(timed(WHAT_IF, allocated, allocated.median <= FRAME ? 'met' : 'missed'));
    say(WHOLE[0]);
    lines.push(timed(WHOLE, await leavingInChromium(whatIf(people), isShort ? 2 : 5), 'shown'));

    say(SCRIPTS[0]);
    const ratio = scriptsRatio(root);
    lines.push(await ratio);
    return { lines };
  },
};

function timed([what, goal]: readonly [string, string], figures: Figures, verdict: Line['verdict']): Line {
  return { what, goal, measured: `${shown(figures)} ms`, verdict };
}

async function scriptsRatio(root: string): Promise<Line> {
  const [what, goal] = SCRIPTS;
  const minimal = join(root, 'tooling', 'bench', 'browser', 'minimal');
  const dashboard = join(root, 'apps', 'dashboard');
  for (const folder of [minimal, dashboard])
    execFileSync('vite', ['build', '--logLevel', 'error'], { cwd: folder, stdio: 'ignore' });
  const [least, ours] = [
    await scriptsOfFirstPage(join(minimal, 'build')),
    await scriptsOfFirstPage(join(dashboard, 'build')),
  ];
  return {
    what,
    goal,
    measured: short(ours / least),
    verdict: ours / least <= PAGE ? 'met' : 'missed',
    note: `${(ours / 1000).toFixed(1)} kB by ${(least / 1000).toFixed(1)} kB`,
  };
}
