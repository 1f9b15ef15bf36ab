import { sql } from 'kysely';
import type { Statement } from '../port/database.ts';
import { compiler } from './compiler.ts';

/** Where a fact comes from. */
export type Source = 'testing-center' | 'operator' | 'partner' | 'individual' | 'program';

/** One act of writing facts down. */
export type Recording = {
  /** Whose facts: a partner's id; without it facts about individuals and the program. */
  readonly partner?: string | undefined;
  /** By the caller's clock, `2004-06-30T12:00:00.000Z`. An earlier one than the last is written down as the last. */
  readonly recordedAt: string;
  /** The subject who wrote it down. */
  readonly author: string;
  readonly source: Source;
};

/** Makes the recording and gives its `sequence` and `recorded_at`; the facts of the same batch stand under it. */
export function insertRecording({ partner, recordedAt, author, source }: Recording): Statement {
  return compiler
    .insertInto('recordings')
    .values({
      partner_id: partner ?? '',
      sequence: sql<number>`coalesce((select max(sequence) from recordings), 0) + 1`,
      recorded_at: sql<string>`max(${recordedAt}, coalesce((select max(recorded_at) from recordings), ''))`,
      author,
      source,
    })
    .returning(['sequence', 'recorded_at'])
    .compile();
}

/** The last recording, or the last that had been made at an instant: `sequence`, `recorded_at`. */
export function selectLastRecording(knownAt?: string): Statement {
  const query = compiler.selectFrom('recordings').select(['sequence', 'recorded_at']);
  const known = knownAt === undefined ? query : query.where('recorded_at', '<=', knownAt);
  return known.orderBy('recorded_at', 'desc').orderBy('sequence', 'desc').limit(1).compile();
}
