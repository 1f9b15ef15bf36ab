import { note, notesIn } from '../journal/written.ts';
import { openOn } from './opened.ts';

/** Opens what is there once there is room again, writes one note more, and says what is kept. */
const [engine = '', folder = ''] = process.argv.slice(2);
const database = await openOn(engine, folder);
await database.batch([note('after-a'), note('after-b')]);
for (const id of await notesIn(database)) console.log(`kept ${id}`);
await database.close();
