import { expect, test, vi } from 'vitest';
import { openLibsql } from '../../src/engines/libsql.ts';
import { type Database, DatabaseFailure } from '../../src/port/database.ts';
import { temporaryFolder } from '../folder.ts';
import { note, notesIn, statement } from '../journal/written.ts';
import { following } from './following.ts';
import { MISSING, portsOf, SERVER, type Server, startServer } from './server.ts';

const ROUNDS = process.env['STANDING_LONG'] === '1' ? 25 : 3;
vi.setConfig({ testTimeout: 60_000 + ROUNDS * 20_000 });

const open = ({ url }: Server) => openLibsql({ url, token: () => undefined });

/** Eight writers of pairs, until each finds the server gone; the pairs that were answered, and those that may be there. */
async function write(database: Database, server: Server, round: number, after: number) {
  const [answered, lost]: [string[], string[]] = [[], []];
  const writer = async (name: number) => {
    for (let n = 0; ; n += 1) {
      const pair = `${round}-${name}-${n}`;
      try {
        const outcome = await database.batch([note(`${pair}-a`), note(`${pair}-b`, 'x'.repeat((n % 7) * 50))]);
        if (outcome.ok) answered.push(pair);
      } catch (error) {
        if (!(error instanceof DatabaseFailure && error.code === 'unreachable')) throw error;
        lost.push(pair);
        return;
      }
      if (answered.length === after) server.signal('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
  return { answered, lost };
}

test.skipIf(SERVER === undefined)(
  `kill -9 of the primary under eight writers loses no answered pair, leaves none by half, and its replica follows${SERVER === undefined ? ` (${MISSING})` : ''}`,
  async () => {
    const folder = await temporaryFolder();
    let primary = await startServer({ folder: `${folder}/primary` });
    const ports = portsOf(primary);
    const replica = await startServer({ folder: `${folder}/replica`, primary: primary.replication });
    const database = await open(primary);
    await database.batch([statement('create table notes (id text primary key, text text not null) strict')]);
    const answered: string[] = [];
    const lost = new Set<string>();
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const written = await write(database, primary, round, 1 + ((round * 37) % 150));
        answered.push(...written.answered);
        for (const pair of written.lost) lost.add(pair);
        await primary.stop();
        primary = await startServer({ folder: `${folder}/primary`, ports });
        const notes = new Set(await notesIn(database));
        const missing = answered.filter((pair) => !(notes.has(`${pair}-a`) && notes.has(`${pair}-b`)));
        const half = [...notes].filter((id) => !notes.has(id.replace(/[ab]$/, (end) => (end === 'a' ? 'b' : 'a'))));
        const unasked = [...notes].map((id) => id.slice(0, -2)).filter((pair) => !lost.has(pair));
        expect([missing, half, new Set(unasked)]).toEqual([[], [], new Set(answered)]);
      }
      expect(answered.length).toBeGreaterThan(ROUNDS);
      const followed = following(await open(replica), database);
      expect(await notesIn(followed)).toEqual(await notesIn(database));
      await followed.close();
    } finally {
      await primary.stop();
      await replica.stop();
    }
  },
);
