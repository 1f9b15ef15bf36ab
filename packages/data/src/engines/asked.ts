import { type Database, DatabaseFailure, type Outcome, type Row, type Statement } from '../port/database.ts';
import { checkStatement, refusedText } from '../port/portable.ts';
import { refusalOf } from '../port/refusal.ts';

/** An engine that is asked and answers later. Statements come to it checked, and never none of them. */
export type Asked = {
  all(statement: Statement): Promise<readonly Row[]>;
  /** All or none; rejected where it is none. */
  batch(statements: readonly Statement[]): Promise<Outcome>;
  /** What an error of this engine stands for. */
  failure(error: unknown): DatabaseFailure;
  /** Called once, with nothing under way. */
  close(): void;
};

/** The port over such an engine. Closing waits for what is under way. */
export function databaseAsking(engine: Asked): Database {
  const state = { isOpen: true, underWay: new Set<Promise<unknown>>() };
  const ask = async <T>(use: 'read' | 'write', statements: readonly Statement[], call: () => Promise<T>) => {
    for (const statement of statements) checkStatement(statement, use);
    if (!state.isOpen) throw new DatabaseFailure('closed', 'The database has been closed.');
    const answer = call();
    state.underWay.add(answer);
    try {
      return await answer;
    } catch (error) {
      throw engine.failure(error);
    } finally {
      state.underWay.delete(answer);
    }
  };
  return {
    all: (statement) => ask('read', [statement], () => engine.all(statement)),
    batch: (statements) => ask('write', statements, () => batched(engine, statements)),
    async close() {
      if (!state.isOpen) return;
      state.isOpen = false;
      await Promise.allSettled(state.underWay);
      engine.close();
    },
  };
}

/** What the data is at fault for is an outcome; every other error stays one. */
async function batched(engine: Asked, statements: readonly Statement[]): Promise<Outcome> {
  const text = refusedText(statements);
  if (text) return { ok: false, refusal: text };
  if (statements.length === 0) return { ok: true, rows: [] };
  try {
    return await engine.batch(statements);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { ok: false, refusal };
    throw error;
  }
}
