import { DatabaseSync } from 'node:sqlite';
import type { Open } from '../race/contender.ts';
import type { WholeProgram } from './question.ts';

/** The tables of which an evaluation is made. */
const TABLES = [
  ...['registrations', 'exam_results', 'agreements', 'verified_awards', 'merges', 'affiliations', 'holdings'],
  ...['renewals', 'allocations', 'waivers', 'voids', 'ends'],
];

/** The yardstick: every row of these tables, brought to JavaScript by node:sqlite and let go. */
export const open: Open<WholeProgram> = () => {
  let database: DatabaseSync | undefined;
  return Promise.resolve({
    take: ({ ledger }) => {
      database?.close();
      database = new DatabaseSync(ledger, { readOnly: true });
    },
    run: () => {
      if (database === undefined) throw new Error('No instance');
      let rows = 0;
      for (const table of TABLES) {
        for (const row of database.prepare(`select * from ${table}`).iterate()) rows += row === undefined ? 0 : 1;
      }
      return { answer: () => `${rows} rows` };
    },
  });
};
