import type { Refusal, Statement } from './database.ts';

/** D1 binds no more. */
export const MAX_PARAMETERS = 100;

const READING = /^\s*(select|with)\s/i;
/** Behind a `with` may stand a write, which not every engine would refuse where only reading is meant. */
const WRITING_BEHIND = /^\s*with\b[\s\S]*\b(insert|update|delete)\s/i;
const WRITING = /^\s*(select|with|insert|update|delete|create|drop|alter)\s/i;
/**
 * What one engine does otherwise than another, or otherwise at the second time: a journal is played again. What replaces a
 * row deletes it, and only some engines ask the trigger that forbids it.
 */
const UNPORTABLE =
  /\b(random|randomblob|last_insert_rowid|changes|total_changes)\s*\(|'now'|\bcurrent_(time|date|timestamp)\b|\btemp(orary)?\s+(table|view|trigger)\b|\bon\s+delete\b|\bor\s+replace\b|\busing\s+fts/i;

/** Whether a statement only reads; it may then be given to `all`. */
export function isReading({ sql }: Statement): boolean {
  return READING.test(sql) && !WRITING_BEHIND.test(sql);
}

/**
 * Throws a `TypeError` for a statement that not every engine could run, or not twice with the same outcome: our own
 * mistake, found wherever the statement runs first.
 */
export function checkStatement(statement: Statement, use: 'read' | 'write'): void {
  const { sql, parameters } = statement;
  if (!(use === 'read' ? isReading(statement) : WRITING.test(sql)))
    throw new TypeError(`Not a statement to ${use} with: ${sql}`);
  const found = UNPORTABLE.exec(sql);
  if (found) throw new TypeError(`Not the same on every engine (${found[0]}): ${sql}`);
  if (parameters.length > MAX_PARAMETERS) {
    throw new TypeError(`${parameters.length} parameters, ${MAX_PARAMETERS} are possible everywhere: ${sql}`);
  }
  for (const value of parameters) {
    const isFine = value === null || typeof value === 'string' || Number.isFinite(value);
    if (!isFine) throw new TypeError(`A parameter is ${typeof value}, not text, a finite number or null: ${sql}`);
  }
}

/** Text with half a character in it would be kept as another text: two ids could become one. */
export function refusedText(statements: readonly Statement[]): Refusal | undefined {
  const isBroken = statements.some(({ parameters }) =>
    parameters.some((value) => typeof value === 'string' && !value.isWellFormed()),
  );
  return isBroken ? { code: 'text', detail: 'surrogate' } : undefined;
}
