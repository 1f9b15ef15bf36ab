import type { Database, Statement } from '../port/database.ts';
import type { ImportName } from '../schema.ts';
import { compiler } from '../statements/compiler.ts';

/** How far an import is, in rows that are settled; the three outcomes add up to `total`. */
export type Position = {
  readonly total: number;
  readonly accepted: number;
  readonly already: number;
  readonly unfit: number;
  readonly fingerprint: string;
  readonly begunAt: string;
  readonly finishedAt: string | undefined;
};

/** What was written down of an import; undefined where it has not begun. */
export async function readPosition(
  database: Database,
  importId: string,
): Promise<(Position & { readonly name: ImportName }) | undefined> {
  const [row] = await database.all(compiler.selectFrom('imports').selectAll().where('id', '=', importId).compile());
  if (row === undefined) return undefined;
  return {
    name: String(row['kind']) as ImportName,
    ...{ total: Number(row['total']), accepted: Number(row['accepted']), already: Number(row['already']) },
    ...{ unfit: Number(row['unfit']), fingerprint: String(row['fingerprint']), begunAt: String(row['begun_at']) },
    finishedAt: row['finished_at'] === null ? undefined : String(row['finished_at']),
  };
}

/** The last statement of a batch: a dry run ends there, and the batch with it. */
export function writePosition(importId: string, name: ImportName, position: Position, isDry: boolean): Statement {
  const { total, accepted, already, unfit, fingerprint, begunAt, finishedAt } = position;
  const counts = { total, accepted, already, unfit, fingerprint, finished_at: finishedAt ?? null };
  return compiler
    .insertInto('imports')
    .values({ id: importId, kind: name, ...counts, begun_at: begunAt, dry: isDry ? 1 : 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(counts))
    .compile();
}
