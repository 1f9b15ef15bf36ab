import { join } from 'node:path';
import { recordsOf } from '../awards/records.ts';
import { Race } from '../race/race.ts';
import { unmeasured } from '../report/line.ts';
import { short, shown } from '../report/numbers.ts';
import type { Row } from './row.ts';

const WHAT = 'json-rules-engine, the records of 300 individuals as plain objects';
const GOAL = '≥ 1,000';
const LEAST = 1_000;
const folder = join(import.meta.dirname, '..', 'awards');

export const awards: Row = {
  name: 'awards',
  title: 'Awards: exam records to what is active (time of the peer by ours)',
  goals: [unmeasured(WHAT, GOAL, '')],
  run: async ({ method, say }) => {
    say(WHAT);
    const race = new Race(
      [
        { name: 'ours', module: join(folder, 'standing.ts') },
        { name: 'json-rules-engine', module: join(folder, 'json-rules-engine.ts') },
      ],
      method,
    );
    try {
      const [outcome] = await race.run(recordsOf(300, 1));
      if (outcome?.ratio === undefined) return { lines: [unmeasured(WHAT, GOAL, outcome?.note?.slice(0, 300) ?? '')] };
      const { ratio, ours, verdict, note } = outcome;
      const each = short(((ours?.median ?? 0) * 1000) / 300);
      return {
        lines: [
          {
            what: WHAT,
            goal: GOAL,
            measured: shown(ratio),
            verdict: !verdict ? 'open' : ratio.median >= LEAST ? 'met' : 'missed',
            note: note ?? `ours: ${each} µs an individual, with all periods and extensions`,
          },
        ],
      };
    } finally {
      race.end();
    }
  },
};
