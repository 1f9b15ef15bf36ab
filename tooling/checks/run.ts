// The checks of `npm test`, all of them, two at a time; the bootstrap starts it on the pinned Node. What fails is shown,
// and the rest runs all the same. The last line counts everything that ran.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, createProcesses } from '@standing-tooling/bootstrap/processes';
import { secondsSince } from '@standing-tooling/bootstrap/say';
import { notRun, type Outcome, settle, total } from './runner/counts.ts';
import { closingLine, partLines } from './runner/lines.ts';
import { type Part, parts } from './runner/parts.ts';
import { runAll } from './runner/schedule.ts';

const root = join(import.meta.dirname, '..', '..');
const reports = mkdtempSync(join(tmpdir(), 'standing-checks-'));
const isLong = process.env['STANDING_LONG'] === '1';
const processes = createProcesses();
const begun = performance.now();
const running = new Set<string>();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => processes.stop(signal));

// Nobody watches the programs themselves, so they need no colours.
const { FORCE_COLOR: _, ...env } = process.env;

async function run(part: Part, broken: string[]): Promise<Outcome> {
  const since = performance.now();
  const outcome = broken.length > 0 ? notRun(broken) : await runProgram(part);
  if (!processes.stopping) console.log(partLines(part.name, outcome, (performance.now() - since) / 1000).join('\n'));
  return outcome;
}

async function runProgram(part: Part): Promise<Outcome> {
  running.add(part.name);
  const ended = await processes.run(part.command, [...part.args], {
    cwd: join(root, part.cwd ?? '.'),
    env: { ...env, NO_COLOR: '1', ...part.env },
    limit: part.limit * 60_000,
  });
  running.delete(part.name);
  return settle(count(part, ended), ended);
}

function count(part: Part, ended: Parameters<Part['count']>[0]): ReturnType<Part['count']> {
  try {
    return part.count(ended);
  } catch (error) {
    // A runner that broke wrote no report, or half of one.
    ended.output += `\nIts report could not be read: ${error instanceof Error ? error.message : String(error)}\n`;
    return { passed: 0, failed: 0 };
  }
}

const all = parts(root, reports, isLong);
console.log(`Checking ${all.map(({ name }) => name).join(', ')}${isLong ? ' (long forms)' : ''}: two at a time.`);
const beat = setInterval(() => {
  if (running.size > 0) console.log(`...   ${[...running].join(', ')} (${secondsSince(begun)} so far)`);
}, 30_000);

const outcomes = await runAll(all, 2, run, () => processes.stopping !== undefined);
clearInterval(beat);
rmSync(reports, { recursive: true, force: true });

if (processes.stopping) {
  console.log('Stopped.');
  process.exitCode = codeOf(processes.stopping);
} else {
  const failing = [...outcomes].filter(([, { failed }]) => failed > 0).map(([name]) => name);
  console.log(
    failing.length > 0 ? `Failed: ${failing.join(', ')}. See above.` : `All in order, in ${secondsSince(begun)}.`,
  );
  console.log(closingLine(total([...outcomes.values()])));
  process.exitCode = failing.length > 0 ? 1 : 0;
}
