import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Size } from '@standing/data/source/tests/network/network.ts';
import { filesOf } from '../program/files.ts';
import type { Timing } from '../race/contender.ts';
import { type Figures, figuresOf, spreadOf } from '../race/figures.ts';
import { type Laps, Race, SPREAD } from '../race/race.ts';
import { type Line, type Result, unmeasured } from '../report/line.ts';
import { short, shown } from '../report/numbers.ts';
import type { Row } from './row.ts';

const WHOLE: Size = { seed: 7, partners: 60_000, individuals: 1_000_000, results: 5_000_000 };
/** Contenders warm up on so much of it. */
const WARM_UP = 0.001;
/** Seconds that one run may take: it is there to be measured even when it is far from its goal. */
const LIMIT = 1_200;
const STORAGE = ['evaluated from storage, by a bare row scan of the same file', '≤ 1.15'] as const;
const PACKED = ['evaluated from the packed form, by the same scan', '≤ 0.25'] as const;
const READ_STORAGE = ['of it reading from storage, by the same scan', ''] as const;
const READ_PACKED = ['of it reading the packed form, by the same scan', ''] as const;
const NIGHT = ['a nightly run from storage: where everybody stands, and who is due', '< 60 s'] as const;
const MEMORY = ['the most memory of that run', '< 300 MB'] as const;
const folder = join(import.meta.dirname, '..', 'program');
const ENTRANTS = (['scan', 'storage', 'packed', 'storage-read', 'packed-read'] as const).map((name) => ({
  name,
  module: join(folder, `${name}.ts`),
}));

export const program: Row = {
  name: 'program',
  title: 'Whole program: 60,000 partners, 1 million individuals, 5 million results',
  goals: [STORAGE, READ_STORAGE, PACKED, READ_PACKED, NIGHT, MEMORY].map(([what, goal]) => unmeasured(what, goal, '')),
  run: async ({ root, method, size, say }) => {
    // On the disk of the checkout: what is temporary may lie in memory.
    const parent = join(root, 'node_modules', '.bench');
    mkdirSync(parent, { recursive: true });
    const made = mkdtempSync(join(parent, 'program-'));
    const race = new Race(ENTRANTS, { ...method, limit: Math.max(method.limit, LIMIT), atLeast: 0 });
    try {
      const [whole, small] = [join(made, 'whole'), join(made, 'small')];
      for (const path of [whole, small]) mkdirSync(path);
      const files = await filesOf(whole, partOf(size), say);
      const warmUp = await filesOf(small, partOf(WARM_UP), () => undefined);
      say(`${ENTRANTS.length} contenders, ${method.rounds} rounds`);
      return resultOf(await race.laps(files, warmUp), size, method.rounds);
    } finally {
      race.end();
      rmSync(made, { recursive: true });
    }
  },
};

function partOf(part: number): Size {
  const [partners, individuals, results] = [WHOLE.partners, WHOLE.individuals, WHOLE.results].map((count) =>
    Math.round(count * part),
  );
  return { seed: WHOLE.seed, partners: partners ?? 0, individuals: individuals ?? 0, results: results ?? 0 };
}

function resultOf({ warm, laps }: Laps, size: number, rounds: number): Result {
  const timings = (name: string): readonly Timing[] => laps.flatMap((lap) => lap.get(name) ?? []);
  for (const { name } of ENTRANTS) {
    if (timings(name).length < rounds) throw new Error(`${name} did not end every round: ${String(warm.get(name))}`);
  }
  const answers = new Set([...timings('storage'), ...timings('packed')].map(({ answer }) => answer));
  if (answers.size !== 1) throw new Error(`From storage and packed the answers differ: ${[...answers].join(' / ')}`);
  const byScan = (name: string): Figures =>
    figuresOf(laps.map((lap) => (lap.get(name)?.whole ?? Number.NaN) / (lap.get('scan')?.whole ?? Number.NaN)));
  const isSteady = spreadOf(figuresOf(timings('scan').map(({ whole }) => whole))) <= SPREAD;
  const ratio = ([what, goal]: readonly [string, string], name: string, most?: number): Line => {
    const figures = byScan(name);
    const verdict = most === undefined ? 'shown' : !isSteady ? 'open' : figures.median <= most ? 'met' : 'missed';
    return { what, goal, measured: shown(figures), verdict, ...(!isSteady && { note: 'the scan itself wavered' }) };
  };
  const seconds = figuresOf(timings('storage').map(({ whole }) => whole / 1000));
  const memory = figuresOf(timings('storage').map(({ peak }) => peak));
  const lines: Line[] = [
    ratio(STORAGE, 'storage', 1.15),
    ratio(READ_STORAGE, 'storage-read'),
    ratio(PACKED, 'packed', 0.25),
    ratio(READ_PACKED, 'packed-read'),
    {
      ...{ what: NIGHT[0], goal: NIGHT[1], measured: `${shown(seconds)} s`, note: [...answers].join() },
      verdict: seconds.median < 60 ? 'met' : 'missed',
    },
    {
      ...{ what: MEMORY[0], goal: MEMORY[1], measured: `${short(memory.most)} MB` },
      verdict: memory.most < 300 ? 'met' : 'missed',
    },
  ];
  return { lines: size === 1 ? lines : ofAPart(lines, size), details: [detailOf(timings, partOf(size))] };
}

/** Figures of a part of the program are shown beside the goals and are not measured by them. */
function ofAPart(lines: readonly Line[], size: number): readonly Line[] {
  const open = lines.map(({ what, goal }) => unmeasured(what, goal, ''));
  return [
    ...open,
    ...lines.map(
      (line): Line => ({ ...line, what: `at ${size} of the size: ${line.what}`, goal: '', verdict: 'shown' }),
    ),
  ];
}

function detailOf(timings: (name: string) => readonly Timing[], { partners, individuals, results }: Size) {
  const count = (number: number) => number.toLocaleString('en');
  return {
    title: `${count(partners)} partners, ${count(individuals)} individuals, ${count(results)} results; median of the rounds`,
    head: ['', 's', 'of the processor, s', 'µs an individual', 'most memory, MB'],
    body: ENTRANTS.map(({ name }) => {
      const median = (of: (timing: Timing) => number) => figuresOf(timings(name).map(of)).median;
      return [
        name,
        short(median(({ whole }) => whole / 1000)),
        short(median(({ cpu }) => cpu / 1000)),
        short(median(({ cpu }) => (cpu * 1000) / individuals)),
        short(median(({ peak }) => peak)),
      ];
    }),
  };
}
