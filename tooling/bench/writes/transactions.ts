import type { Database, Statement } from '@standing/data/source/src/port/database.ts';
import { insertFacts } from '@standing/data/source/src/statements/kinds.ts';
import { insertRecording } from '@standing/data/source/src/statements/recording.ts';
import { latestEdition, network } from '@standing/data/source/tests/network/network.ts';
import { writeNetwork } from '@standing/data/source/tests/network/written.ts';
import type { Contender } from '../race/contender.ts';

/** How large the ledger is to begin with, how many write at once, and how many transactions each. */
export type Writing = {
  readonly folder: string;
  readonly partners: number;
  readonly writers: number;
  readonly each: number;
};

const RECORDING = { recordedAt: '2006-01-02T00:00:00.000Z', author: 'feed-1', source: 'testing-center' } as const;
/** It stands for the id of a fact in statements that are compiled once. */
const PLACE = '#';

/** Everybody writes results, one a transaction, each waiting for its answer; all of them have to be there in the end. */
export function writing(open: (folder: string) => Promise<Database>): Contender<Writing> {
  let ready: Promise<{ readonly database: Database; readonly instance: Writing }> | undefined;
  let run = 0;
  return {
    take: (instance) => {
      ready = filled(open, instance).then((database) => ({ database, instance }));
    },
    run: async () => {
      if (ready === undefined) throw new Error('No instance');
      const { database, instance } = await ready;
      run += 1;
      const name = `writer-${run}`;
      const statements = transaction(name);
      const writer = async (index: number): Promise<void> => {
        for (let at = 0; at < instance.each; at += 1) {
          const outcome = await database.batch(withId(statements, `${index}-${at}`));
          if (!outcome.ok) throw new Error(`A result was refused: ${JSON.stringify(outcome.refusal)}`);
        }
      };
      await Promise.all(Array.from({ length: instance.writers }, (_, index) => writer(index)));
      const sql = 'select count(*) as written from exam_results where individual_id = ?';
      const [row] = await database.all({ sql, parameters: [name] });
      return { answer: () => `${row?.['written']} results` };
    },
  };
}

async function filled(open: (folder: string) => Promise<Database>, { folder, partners }: Writing): Promise<Database> {
  const database = await open(folder);
  const size = { seed: 7, partners, individuals: partners * 16, results: partners * 80 };
  await writeNetwork(database, network(size, latestEdition()));
  return database;
}

function transaction(individual: string): Statement[] {
  const result = { individual, id: PLACE, exam: '642-521', takenOn: '2005-06-30', result: 'pass' } as const;
  return [insertRecording(RECORDING), ...insertFacts([{ kind: 'exam-result', ...result }])];
}

function withId(statements: readonly Statement[], id: string): Statement[] {
  return statements.map(({ sql, parameters }) => ({
    sql,
    parameters: parameters.map((value) => (value === PLACE ? id : value)),
  }));
}
