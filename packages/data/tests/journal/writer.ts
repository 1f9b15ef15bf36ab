import { writeSync } from 'node:fs';
import { note, openNotes } from './written.ts';

/** Writes pairs of notes with several writers at once until it is killed, and says each pair that was answered. */
const [folder = '', round = ''] = process.argv.slice(2);
const database = await openNotes(folder, { snapshotAfter: 20_000 });

async function write(writer: number): Promise<void> {
  for (let n = 0; ; n += 1) {
    const pair = `${round}-${writer}-${n}`;
    const outcome = await database.batch([note(`${pair}-a`), note(`${pair}-b`, 'x'.repeat((n % 7) * 50))]);
    if (outcome.ok) writeSync(1, `${pair}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
