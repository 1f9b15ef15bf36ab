import type { Database, Row, Statement } from '../../src/port/database.ts';

/**
 * A replica as the contract can ask it: what is written goes through the replica, what is read is the replica's own
 * answer, waited for until it is the primary's. A replica that stays behind, or goes another way, is an error.
 */
export function following(replica: Database, primary: Database): Database {
  return {
    all: async (statement) => {
      for (let tries = 0; ; tries += 1) {
        const [late, now] = await Promise.all([answer(replica, statement), answer(primary, statement)]);
        const isSame =
          JSON.stringify(late.rows ?? String(late.error)) === JSON.stringify(now.rows ?? String(now.error));
        if (isSame && late.rows) return late.rows;
        if (isSame) throw late.error;
        if (tries === 200) throw new Error(`The replica stays behind: ${JSON.stringify([late, now])}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    batch: (statements) => replica.batch(statements),
    close: async () => {
      await replica.close();
      await primary.close();
    },
  };
}

type Answer = { readonly rows?: readonly Row[]; readonly error?: unknown };

async function answer(database: Database, statement: Statement): Promise<Answer> {
  try {
    return { rows: await database.all(statement) };
  } catch (error) {
    return { error };
  }
}
