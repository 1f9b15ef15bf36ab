import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, figuresOf } from '../race/figures.ts';
import { type Outcome, Race } from '../race/race.ts';
import { type Line, unmeasured } from '../report/line.ts';
import { short, shown } from '../report/numbers.ts';
import { diskOf } from '../writes/disk.ts';
import type { Writing } from '../writes/transactions.ts';
import type { Row } from './row.ts';

const WRITERS = 32;
/** A ledger of about 10 MB. */
const PARTNERS = 1_200;
/** Seconds that one run may take, the filling of the ledger before the first included. */
const LIMIT = 120;
const OURS = 'journal and snapshot, transactions a second';
const PEERS = [
  {
    name: 'node:sqlite',
    module: 'node-sqlite.ts',
    what: 'node:sqlite, write-ahead log, synchronous = full: its time by ours',
  },
  { name: 'whole file', module: 'whole-file.ts', what: 'sql.js, the whole file at each commit: its time by ours' },
];
const folder = join(import.meta.dirname, '..', 'writes');

export const writes: Row = {
  name: 'writes',
  title: 'Durable writes: 32 writers on a ledger of 10 MB',
  goals: [OURS, ...PEERS.map(({ what }) => what)].map((what) => unmeasured(what, '', '')),
  run: async ({ root, method, isShort, say }) => {
    // On the disk of the checkout: what is temporary may lie in memory.
    const parent = join(root, 'node_modules', '.bench');
    mkdirSync(parent, { recursive: true });
    const made = mkdtempSync(join(parent, 'writes-'));
    const entrants = [{ name: 'ours', module: 'journal.ts' }, ...PEERS].map(({ name, module }) => ({
      ...{ name, module: join(folder, module) },
    }));
    const race = new Race(entrants, {
      ...method,
      ...{ limit: Math.max(method.limit, LIMIT), atLeast: isShort ? 0 : 1_000, atMost: 20 },
    });
    const instance: Writing = {
      ...{ folder: made, partners: isShort ? 12 : PARTNERS, writers: WRITERS, each: isShort ? 2 : 50 },
    };
    try {
      const disk = diskOf(made);
      say(`file system ${disk.name}, ${short(disk.sync.median)} ms a sync`);
      return { lines: linesOf(await race.run(instance), instance, disk) };
    } finally {
      race.end();
      rmSync(made, { recursive: true });
    }
  },
};

function linesOf(
  outcomes: readonly Outcome[],
  { writers, each }: Writing,
  disk: { readonly name: string; readonly sync: Figures },
): readonly Line[] {
  const aSecond = ({ median, least, most }: Figures): string =>
    shown(figuresOf([least, median, most].map((ms) => (writers * each * 1000) / ms)));
  const ours = outcomes.find((outcome) => outcome.ours !== undefined)?.ours;
  const note = `file system ${disk.name}, ${short(disk.sync.median)} ms a sync`;
  const isDurable = disk.name !== 'memory';
  return [
    ours === undefined
      ? unmeasured(OURS, '', '')
      : { what: OURS, goal: '', measured: aSecond(ours), verdict: isDurable ? 'shown' : 'open', note },
    ...PEERS.map(({ name, what }): Line => {
      const outcome = outcomes.find(({ peer }) => peer === name);
      if (outcome?.ratio === undefined || outcome.took === undefined) return unmeasured(what, '', outcome?.note ?? '');
      const notes = [`${aSecond(outcome.took)} transactions a second`, outcome.note].filter(Boolean).join('; ');
      return { what, goal: '', measured: shown(outcome.ratio), verdict: isDurable ? 'shown' : 'open', note: notes };
    }),
  ];
}
