import { writeSync } from 'node:fs';
import { DatabaseFailure } from '../../src/port/database.ts';
import { note } from '../journal/written.ts';
import { openOn } from './opened.ts';

/** Writes pairs of notes with several writers at once until each is refused; says which were answered, and what refused. */
const [engine = '', folder = '', name = ''] = process.argv.slice(2);

const say = (...words: readonly string[]) => writeSync(1, `${words.join(' ')}\n`);

async function write(writer: number, database: Awaited<ReturnType<typeof openOn>>): Promise<void> {
  for (let n = 0; n < 5000; n += 1) {
    const pair = `${name}-${writer}-${n}`;
    const outcome = await database.batch([note(`${pair}-a`), note(`${pair}-b`, 'x'.repeat((n % 7) * 500))]);
    if (outcome.ok) say('answered', pair);
  }
  throw new Error('There is room without end');
}

function refused(error: unknown): void {
  if (!(error instanceof DatabaseFailure)) throw error;
  say('refused', error.code, error.message);
}

try {
  const database = await openOn(engine, folder);
  await Promise.all(Array.from({ length: 4 }, (_, writer) => write(writer, database).catch(refused)));
  await database.close();
} catch (error) {
  refused(error);
}
