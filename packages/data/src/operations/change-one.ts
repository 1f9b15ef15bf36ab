import type { Fault, Result } from '@standing/domain';
import type { Database, Statement } from '../port/database.ts';
import { refused } from '../port/refusal.ts';

/** Runs a statement whose guards let it change one row (it returns it) or none; for none there is a fault. */
export async function changeOne(database: Database, statement: Statement, otherwise: Fault): Promise<Result<true>> {
  const outcome = await database.batch([statement]);
  if (!outcome.ok) return refused(otherwise.path, outcome.refusal);
  return outcome.rows[0]?.length === 1 ? { ok: true, value: true } : { ok: false, faults: [otherwise] };
}
