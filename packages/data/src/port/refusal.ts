import type { Result } from '@standing/domain';
import { DatabaseFailure, type Refusal } from './database.ts';

/** What a trigger's `raise(abort, 'guard: …')` begins with, however an engine wraps it. */
const PATTERNS: readonly (readonly [Refusal['code'], RegExp])[] = [
  ['guard', /\bguard: ([a-z-]+)/],
  ['unique', /(?:UNIQUE|PRIMARY KEY) constraint failed:? ?([\w., ]*)/],
  ['reference', /(FOREIGN KEY) constraint failed/],
  ['check', /CHECK constraint failed:? ?(\w*)/],
  ['check', /NOT NULL constraint failed:? ?([\w.]*)/],
  ['check', /cannot store \w+ value in \w+ column ([\w.]+)/],
  // A day that is the word "now" meets date() in a check.
  ['check', /non-deterministic use of (\w+)\(\) in a CHECK constraint/],
];

/** The refusal that an engine's error stands for; undefined: it is not the data that is at fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  const message = messageOf(error);
  for (const [code, pattern] of PATTERNS) {
    const found = pattern.exec(message);
    if (found) return { code, detail: found[1] ?? '' };
  }
  return undefined;
}

/** What the data forbid, as a fault of what was asked for: `expected` is the refusal's detail. */
export function refused(path: string, { code, detail }: Refusal): Result<never> {
  return { ok: false, faults: [{ path, code, expected: detail }] };
}

/** The failure that an engine's error stands for. */
export function failureOf(error: unknown): DatabaseFailure {
  if (error instanceof DatabaseFailure) return error;
  const message = messageOf(error);
  const options = { cause: error };
  if (/database or disk is full/.test(message)) {
    return new DatabaseFailure(
      'full',
      'The database has no room left. Free space on its disk, or move to an engine that may grow further (STANDING_DATABASE): sqlite: on the same machine, or a server.',
      options,
    );
  }
  if (/database (table )?is locked|SQLITE_BUSY/.test(message)) {
    return new DatabaseFailure('busy', 'Another program is writing to the database: try again.', options);
  }
  if (/disk I\/O error/.test(message)) {
    return new DatabaseFailure(
      'broken',
      `The disk failed (${message}), or lets a file grow no further. What was answered is kept, and this was not written. Look after the disk, then start again.`,
      options,
    );
  }
  return new DatabaseFailure('broken', `The database refused a statement: ${message}`, options);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
