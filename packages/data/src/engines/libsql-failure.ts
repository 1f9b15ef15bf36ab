import { LibsqlError } from '@libsql/client/http';
import { DatabaseFailure } from '../port/database.ts';
import { failureOf } from '../port/refusal.ts';

/** Another was writing, and the server took nothing of the batch. */
export function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && (error.code.startsWith('SQLITE_BUSY') || /is locked/.test(error.message));
}

/** The failure that an error of the client stands for. */
export function libsqlFailureOf(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error;
  const options = { cause: error };
  if (isBusy(error)) {
    return new DatabaseFailure('busy', 'Others are writing to the libSQL server without a pause: try again.', options);
  }
  const status = statusOf(error);
  if (status === 401 || status === 403) {
    return new DatabaseFailure(
      'unauthorized',
      `The libSQL server refuses the token (${status}). Give a valid one in STANDING_DATABASE_TOKEN.`,
      options,
    );
  }
  if (isLost(error) || (status !== undefined && status >= 500)) {
    return new DatabaseFailure(
      'unreachable',
      'The libSQL server cannot be reached, or did not answer in time. What was being written may have been kept or not: look before you write it again.',
      options,
    );
  }
  return failureOf(error);
}

/** The status of HTTP, where the server answered by no more than that. */
function statusOf(error: unknown): number | undefined {
  const cause = error instanceof LibsqlError ? error.cause : undefined;
  if (!(cause instanceof Error && 'status' in cause)) return undefined;
  return typeof cause.status === 'number' ? cause.status : undefined;
}

/**
 * Whether there was no answer, or none that can be read. What the client does not name itself comes from `fetch`, by another
 * name in each runtime; a number that is too large was answered well.
 */
function isLost(error: unknown): boolean {
  if (error instanceof LibsqlError) return error.code === 'HRANA_CLOSED_ERROR';
  return !(error instanceof RangeError);
}
