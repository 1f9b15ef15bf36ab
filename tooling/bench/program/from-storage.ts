import { openNodeSqlite } from '@standing/data/source/src/engines/node-sqlite.ts';
import { everyPartner, type PartnerRecord } from '@standing/data/source/src/ledger.ts';
import type { WholeProgram } from './question.ts';

/** Partners from the ledger itself, each as it is known now. */
export async function* fromStorage({ ledger }: WholeProgram): AsyncGenerator<PartnerRecord> {
  const database = openNodeSqlite(ledger);
  try {
    yield* everyPartner(database);
  } finally {
    await database.close();
  }
}
