import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../folder.ts';
import { begin, type Ended, given, run } from './process.ts';

vi.setConfig({ testTimeout: 300_000 });

const ROUNDS = process.env['STANDING_LONG'] === '1' ? 30 : 1;
const INDIVIDUALS = 500;
const ROWS = 8_000;

/** People, and results of them and of some who are not there; every tenth row says what another said. */
async function files(folder: string): Promise<void> {
  const people = Array.from({ length: INDIVIDUALS }, (_, at) => `i${at},2003-01-01`);
  const results = Array.from({ length: ROWS }, (_, at) => {
    const row = at - (at % 10 === 9 ? 9 : 0);
    const day = `2003-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`;
    return `i${(row * 7) % (INDIVIDUALS + 5)},642-5${row % 2}1,${day},${row % 3 === 0 ? 'fail' : 'pass'}`;
  });
  await writeFile(join(folder, 'people.csv'), ['individual,registeredOn', ...people].join('\n'));
  await writeFile(join(folder, 'results.csv'), ['individual,exam,takenOn,result', ...results].join('\n'));
}

const variables = (folder: string, data: string) => ({
  STANDING_DATA: join(folder, data),
  STANDING_CALLED_FROM: folder,
});
const importing = (report: string) => ['import', 'results', 'results.csv', '--report', report];
const contentOf = async (env: Record<string, string>) => given(await run(['status'], env))[0]?.['rows'];

test('an import that is killed in the middle, again and again, goes on and comes to the same', async () => {
  const folder = await temporaryFolder();
  await files(folder);
  const whole = variables(folder, 'whole');
  await run(['import', 'people', 'people.csv'], whole);
  const unbroken = await run(importing('report.ndjson'), whole);
  const report = (await readFile(join(folder, 'report.ndjson'), 'utf8')).split('\n');
  expect(unbroken).toMatchObject({ code: 3, stderr: expect.stringMatching(/8000 rows/) });

  for (let round = 0; round < ROUNDS; round += 1) {
    const env = variables(folder, `killed-${round}`);
    await run(['import', 'people', 'people.csv'], env);
    const named = importing(`killed-${round}.ndjson`);
    const { child, ended } = begin(named, env);
    await untilLines(join(folder, `killed-${round}.ndjson`), 1 + ((round * 3) % 7), ended);
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();

    const resumed = await run(named, env);
    expect(resumed.stderr).toMatch(/goes on: [1-7]000 rows are settled/);
    expect(resumed).toMatchObject({ code: 3, stderr: expect.stringMatching(/is done\. 8000 rows/) });
    expect(resumed.stderr.split('is done.')[1]).toBe(unbroken.stderr.split('is done.')[1]);
    expect(await contentOf(env)).toEqual(await contentOf(whole));
    // Rows that were settled and not told yet when it was killed are not told later: what is told is told once, and so.
    const told = (await readFile(join(folder, `killed-${round}.ndjson`), 'utf8')).split('\n');
    expect(new Set(told).size).toBe(told.length);
    expect(new Set(report)).toEqual(new Set([...report, ...told]));
  }
});

test('an import that is asked to stop closes the ledger, and says how to go on', async () => {
  const folder = await temporaryFolder();
  await files(folder);
  const env = variables(folder, 'data');
  await run(['import', 'people', 'people.csv'], env);
  const { child, ended } = begin(importing('report.ndjson'), env);
  await untilLines(join(folder, 'report.ndjson'), 1, ended);
  child.kill('SIGINT');
  const stopped = await ended;
  // It may have come to its end before it was asked.
  expect(`${stopped.code} ${stopped.stderr}`).toMatch(/^1 [\s\S]*Stopped\. The same call|^3 [\s\S]*is done\./);
  expect(await run(importing('report.ndjson'), env)).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/8000 rows/),
  });
});

test('a reader that goes away does not end an import', async () => {
  const folder = await temporaryFolder();
  await files(folder);
  const env = variables(folder, 'data');
  const { child, ended } = begin(['import', 'people', 'people.csv'], env);
  child.stdout?.destroy();
  await Promise.all([once(child, 'exit'), ended.catch(() => undefined)]);
  expect(child.exitCode).toBe(0);
  expect(await contentOf(env)).toMatchObject({ registrations: INDIVIDUALS });
});

/** Waits until a report has some thousands of lines. */
async function untilLines(file: string, thousands: number, ended: Promise<Ended>): Promise<void> {
  const state = { isOver: false };
  void ended.finally(() => {
    state.isOver = true;
  });
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.split('\n').length > thousands * 1000) return;
    if (state.isOver) throw new Error(`It ended before: ${(await ended).stderr}`);
    await after(5);
  }
}
