import { join } from 'node:path';
import { FAMILIES, packing, partnerOf, SIZES } from '../allocation/families.ts';
import { figuresOf } from '../race/figures.ts';
import { type Entrant, type Outcome, Race } from '../race/race.ts';
import { type Line, type Result, unmeasured } from '../report/line.ts';
import { short, shown } from '../report/numbers.ts';
import type { Options, Row } from './row.ts';

const PEERS = ['GLPK', 'HiGHS', 'CP-SAT'] as const;
const MODULES = { GLPK: 'glpk.ts', HiGHS: 'highs.ts', 'CP-SAT': 'cp-sat.ts' } as const;
const OURS: Entrant = { name: 'ours', module: join(import.meta.dirname, '..', 'allocation', 'standing.ts') };

export function entrants({ cpSat }: Options): readonly Entrant[] {
  const peers = PEERS.filter((peer) => peer !== 'CP-SAT' || cpSat.missing === undefined);
  return [OURS, ...peers.map((name) => ({ name, module: join(OURS.module, '..', MODULES[name]) }))];
}

/** One instance with what came of every peer. */
type Cell = { readonly name: string; readonly outcomes: readonly Outcome[] };

const BEST = ['best peer of each cell, median of the cells', '≥ 10'] as const;
const WORST = ['best peer of each cell, the worst cell', '≥ 3'] as const;

export const allocation: Row = {
  name: 'allocation',
  title: 'Best allocation: 30 cells, 10 to 5,000 people, 4 to 20 specializations (time of a peer by ours)',
  goals: [
    ...[BEST, WORST].map(([what, goal]) => unmeasured(what, goal, '')),
    ...PEERS.map((peer) => unmeasured(peer, '', '')),
  ],
  run: async (options) => {
    const sizes = options.isShort ? SIZES.slice(0, 2) : SIZES;
    const cells = await raced(
      options,
      sizes.flatMap(([people, count]) =>
        FAMILIES.map((family, index) => ({
          name: `${family.name}, ${people} people, ${count} specializations`,
          partner: () => partnerOf(family, people, count, 1000 * index + people),
        })),
      ),
    );
    const fastest = cells.flatMap((cell) => bestPeerOf(cell) ?? []);
    const ratios = fastest.map(({ ratio }) => ratio);
    const silent = cells.length - fastest.length;
    const note = silent === 0 ? '' : `${silent} of ${cells.length} cells give no verdict: see their notes`;
    const lines: Line[] = [];
    if (ratios.length === 0) lines.push(...[BEST, WORST].map(([what, goal]) => unmeasured(what, goal, note)));
    else {
      const { median, least } = figuresOf(ratios);
      const met = (value: number, goal: number) => (silent === 0 && value >= goal ? 'met' : 'missed');
      lines.push({ what: BEST[0], goal: BEST[1], measured: shown(figuresOf(ratios)), verdict: met(median, 10), note });
      lines.push({ what: WORST[0], goal: WORST[1], measured: short(least), verdict: met(least, 3), note });
    }
    return { lines: [...lines, ...PEERS.map((peer) => lineOf(peer, cells, options))], details: [detailOf(cells)] };
  },
};

const GOALS = { 20: 'proven, ≥ 1', 40: 'proven or with its bound; the ratio is shown' } as const;

export const adversarial: Row = {
  name: 'adversarial',
  title: 'Adversarial set packing (time of the best peer by ours)',
  goals: [20, 40].map((count) => unmeasured(`${count} specializations`, GOALS[count as 20 | 40], '')),
  run: async (options) => {
    const [details, lines]: [Cell[], Line[]] = [[], []];
    for (const count of [20, 40] as const) {
      const seeds = options.isShort ? [1] : [1, 2, 3];
      const cells = await raced(
        options,
        [1, 2].flatMap((places) =>
          seeds.map((seed) => ({
            name: `${count} specializations, ${places} for each individual, no. ${seed}`,
            partner: () => packing(count, places, seed),
          })),
        ),
      );
      details.push(...cells);
      const unproven = cells.filter(({ outcomes }) =>
        outcomes.some(({ note }) => note?.startsWith('ours is not')),
      ).length;
      const ratios = cells.flatMap((cell) => bestPeerOf(cell, false)?.ratio ?? []);
      const what = `${count} specializations`;
      if (ratios.length === 0) {
        lines.push(unmeasured(what, GOALS[count], 'no peer came to an end'));
        continue;
      }
      const figures = figuresOf(ratios);
      const met = count === 40 || (unproven === 0 && figures.least >= 1);
      const note = `${cells.length - unproven} of ${cells.length} proven within the budget of steps`;
      lines.push({ what, goal: GOALS[count], measured: shown(figures), verdict: met ? 'met' : 'missed', note });
    }
    return { lines, details: [detailOf(details)] } satisfies Result;
  },
};

async function raced(
  options: Options,
  instances: readonly { readonly name: string; readonly partner: () => unknown }[],
): Promise<readonly Cell[]> {
  const race = new Race(entrants(options), options.method);
  try {
    const cells: Cell[] = [];
    for (const { name, partner } of instances) {
      options.say(name);
      cells.push({ name, outcomes: await race.run(partner()) });
    }
    return cells;
  } finally {
    race.end();
  }
}

/** The peer that takes least, and its ratio; undefined where nothing can be said of the cell. */
function bestPeerOf(
  { outcomes }: Cell,
  asksVerdict = true,
): { readonly peer: string; readonly ratio: number } | undefined {
  // Who proves nothing within the limit is not the best, unless nobody does: then the limit itself is the yardstick.
  const timed = outcomes.flatMap(({ peer, ratio, verdict }) =>
    ratio === undefined ? [] : [{ peer, ratio: ratio.median, verdict }],
  );
  const late = outcomes.flatMap(({ peer, atLeast }) =>
    atLeast === undefined ? [] : [{ peer, ratio: atLeast, verdict: true }],
  );
  const [best] = (timed.length > 0 ? timed : late).toSorted((a, b) => a.ratio - b.ratio);
  return best === undefined || (asksVerdict && !best.verdict) ? undefined : best;
}

function lineOf(peer: string, cells: readonly Cell[], { cpSat, method }: Options): Line {
  if (peer === 'CP-SAT' && cpSat.missing !== undefined) return unmeasured(peer, '', cpSat.missing);
  const outcomes = cells.flatMap((cell) => cell.outcomes.filter((outcome) => outcome.peer === peer));
  const ratios = outcomes.flatMap(({ ratio, verdict }) => (ratio === undefined || !verdict ? [] : [ratio.median]));
  const late = outcomes.filter(({ atLeast }) => atLeast !== undefined).length;
  const wrong = outcomes.filter(({ note }) => note?.startsWith('another answer')).length;
  const note = [
    `${ratios.length} of ${outcomes.length} cells`,
    ...(late > 0 ? [`${late} not proven within ${method.limit} s`] : []),
    ...(wrong > 0 ? [`${wrong} with another answer`] : []),
  ].join(', ');
  if (ratios.length === 0) return unmeasured(peer, '', note);
  return { what: peer, goal: '', measured: shown(figuresOf(ratios)), verdict: 'shown', note };
}

function detailOf(cells: readonly Cell[]) {
  return {
    title:
      'Each cell: time of a peer by ours, median of the rounds (least to most); in brackets without the building of models',
    head: ['cell', 'ours, ms', ...PEERS, 'note'],
    body: cells.map(({ name, outcomes }) => {
      const ours = outcomes.flatMap((outcome) => outcome.ours ?? [])[0];
      const ratioOf = (peer: string): string => {
        const outcome = outcomes.find((entry) => entry.peer === peer);
        if (outcome?.atLeast !== undefined) return `> ${short(outcome.atLeast)}`;
        if (outcome?.ratio === undefined) return '–';
        return `${shown(outcome.ratio)} [${short(outcome.solving?.median ?? Number.NaN)}]`;
      };
      const notes = outcomes.flatMap(({ peer, note, atLeast }) =>
        note === undefined || atLeast !== undefined ? [] : [note.startsWith('ours') ? note : `${peer}: ${note}`],
      );
      return [
        name,
        ours === undefined ? '–' : short(ours.median),
        ...PEERS.map(ratioOf),
        [...new Set(notes)].join('; '),
      ];
    }),
  };
}
