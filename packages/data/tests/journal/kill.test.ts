import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../folder.ts';
import { notesIn, openNotes } from './written.ts';

const ROUNDS = process.env['STANDING_LONG'] === '1' ? 300 : 4;

/** Starts writers on a folder, kills them once so many pairs were answered, and gives the pairs that were. */
async function killed(folder: string, round: number, after: number): Promise<string[]> {
  const script = new URL('writer.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--conditions=standing-source', script, folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const state = { text: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    state.text += text;
    if (state.text.split('\n').length > after) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  // A line without an end may have been cut by the kill; the pair was answered all the same, but its name is not whole.
  return state.text.split('\n').slice(0, -1);
}

test(
  'kill -9 under eight writers loses no answered pair, and leaves none by half',
  async () => {
    const folder = await temporaryFolder();
    const answered: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      answered.push(...(await killed(folder, round, 1 + ((round * 37) % 150))));
      const database = await openNotes(folder);
      const notes = new Set(await notesIn(database));
      await database.close();
      const missing = answered.filter((pair) => !(notes.has(`${pair}-a`) && notes.has(`${pair}-b`)));
      const half = [...notes].filter((id) => !notes.has(id.replace(/[ab]$/, (end) => (end === 'a' ? 'b' : 'a'))));
      expect([missing, half]).toEqual([[], []]);
    }
    expect(answered.length).toBeGreaterThan(ROUNDS);
  },
  30_000 + ROUNDS * 10_000,
);
