import { join } from 'node:path';
import { planFor } from '../plan/instances.ts';
import { figuresOf } from '../race/figures.ts';
import { type Outcome, Race } from '../race/race.ts';
import { type Line, unmeasured } from '../report/line.ts';
import { short, shown } from '../report/numbers.ts';
import type { Row } from './row.ts';

const WHAT = 'HiGHS, median of the sizes';
const GOAL = '≥ 25, proven';
const LEAST = 25;
const SIZES = [
  [12, 2],
  [25, 3],
  [50, 4],
  [100, 4],
  [200, 5],
] as const;
const folder = join(import.meta.dirname, '..', 'plan');

export const plan: Row = {
  name: 'plan',
  title: 'Plan: the fewest exams for 12 to 200 people (time of HiGHS by ours)',
  goals: [unmeasured(WHAT, GOAL, '')],
  run: async ({ method, isShort, say }) => {
    const race = new Race(
      [
        { name: 'ours', module: join(folder, 'standing.ts') },
        { name: 'HiGHS', module: join(folder, 'highs.ts') },
      ],
      method,
    );
    const cells: { readonly name: string; readonly outcome: Outcome | undefined }[] = [];
    try {
      for (const [people, specializations] of isShort ? SIZES.slice(0, 2) : SIZES) {
        for (const seed of isShort ? [1] : [1, 2, 3]) {
          const name = `${people} people, ${specializations} specializations, no. ${seed}`;
          say(name);
          const [outcome] = await race.run(planFor(people, specializations, seed));
          cells.push({ name, outcome });
        }
      }
    } finally {
      race.end();
    }
    const ratios = cells.flatMap(({ outcome }) =>
      outcome?.verdict === true ? [outcome.ratio?.median ?? outcome.atLeast ?? 0] : [],
    );
    const silent = cells.length - ratios.length;
    const note = silent === 0 ? '' : `${silent} of ${cells.length} give no verdict: see their notes`;
    return {
      lines: [ratios.length === 0 ? unmeasured(WHAT, GOAL, note) : lineOf(ratios, silent, note)],
      details: [
        {
          title:
            'Each size: time of HiGHS by ours, median of the rounds (least to most); in brackets without the building of models',
          head: ['plan', 'ours, ms', 'HiGHS', 'note'],
          body: cells.map(({ name, outcome }) => [
            name,
            outcome?.ours === undefined ? '–' : short(outcome.ours.median),
            outcome?.ratio === undefined
              ? outcome?.atLeast === undefined
                ? '–'
                : `> ${short(outcome.atLeast)}`
              : `${shown(outcome.ratio)} [${short(outcome.solving?.median ?? Number.NaN)}]`,
            outcome?.note ?? '',
          ]),
        },
      ],
    };
  },
};

function lineOf(ratios: readonly number[], silent: number, note: string): Line {
  const figures = figuresOf(ratios);
  const isMet = silent === 0 && figures.median >= LEAST;
  return { what: WHAT, goal: GOAL, measured: shown(figures), verdict: isMet ? 'met' : 'missed', note };
}
