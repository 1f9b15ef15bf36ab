import { DatabaseFailure } from '../port/database.ts';
import { failureOf } from '../port/refusal.ts';

/** What Cloudflare's storage says of itself, by the beginning of what it stands for. */
const PATTERNS: readonly (readonly [DatabaseFailure['code'], RegExp, string])[] = [
  [
    'full',
    /exceeded maximum db size|database or disk is full|SQLITE_FULL/i,
    'The database has no room left: 10 GB is the most that one holds. Move to one object a partner, or to a libSQL server.',
  ],
  ['busy', /overloaded|too many requests|queued for too long/i, 'The database has too much to do: try again.'],
  [
    'unreachable',
    /network connection lost|exceeded timeout|has been reset|was reset|internal error|cannot resolve D1/i,
    'The connection to the database was lost. What was being written may have been kept or not: look before you write it again.',
  ],
];

/** The failure that an error of D1 or of a Durable Object stands for. */
export function edgeFailureOf(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const [found] = PATTERNS.filter(([, pattern]) => pattern.test(message));
  return found ? new DatabaseFailure(found[0], found[2], { cause: error }) : failureOf(error);
}
