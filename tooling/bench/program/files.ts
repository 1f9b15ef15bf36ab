import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openNodeSqlite } from '@standing/data/source/src/engines/node-sqlite.ts';
import { everyPartner } from '@standing/data/source/src/ledger.ts';
import { readMigrations } from '@standing/data/source/src/migrations/files.ts';
import { migrate } from '@standing/data/source/src/migrations/migrate.ts';
import { pack } from '@standing/data/source/src/packed.ts';
import { latestEdition, network, type Size } from '@standing/data/source/tests/network/network.ts';
import { writeNetwork } from '@standing/data/source/tests/network/written.ts';
import type { WholeProgram } from './question.ts';

/** The last day of the network: everything in it is known. */
const AS_OF = '2005-06-30';

/** Writes a network into a ledger and into a file of packed records, and says how far it is. */
export async function filesOf(folder: string, size: Size, say: (text: string) => void): Promise<WholeProgram> {
  const files = { ledger: join(folder, 'ledger.sqlite'), packed: join(folder, 'packed'), asOf: AS_OF };
  const database = openNodeSqlite(files.ledger);
  try {
    await migrate(database, await readMigrations());
    const written = tenths(size.partners, (part) => say(`the ledger: ${part} of ${size.partners} partners written`));
    await writeNetwork(database, network(size, latestEdition()), written);
    const packed = tenths(size.partners, (part) =>
      say(`the packed form: ${part} of ${size.partners} partners written`),
    );
    const file = openSync(files.packed, 'w', 0o600);
    let partners = 0;
    for await (const record of everyPartner(database)) {
      writeSync(file, pack(record));
      partners += 1;
      packed(partners);
    }
    closeSync(file);
  } finally {
    await database.close();
  }
  return files;
}

/** Hears how far something has come, and says so ten times. */
function tenths(whole: number, say: (done: number) => void): (done: number) => void {
  let next = whole / 10;
  return (done) => {
    if (done < next) return;
    say(done);
    next = done + whole / 10;
  };
}
