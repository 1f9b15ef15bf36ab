import { DatabaseFailure, type Statement } from '../../port/database.ts';
import { type Connection, transact } from '../connection.ts';
import { encodeRecord, findRecord, readRecord } from './record.ts';

type Written = readonly [sql: string, parameters: readonly unknown[]];
/** One group of commits: its batches are numbered from `sequence` on. */
type Group = { readonly sequence: number; readonly batches: readonly (readonly Written[])[] };
/** The first record of each journal: it goes on from a snapshot that had at least this many batches. */
type Head = { readonly journal: 1; readonly base: number };

/** A batch that has been run, with its number. */
export type Batch = { readonly sequence: number; readonly statements: readonly Statement[] };

export function encodeHead(base: number): Uint8Array {
  return encodeRecord({ journal: 1, base } satisfies Head);
}

/** A group is one record: it is there whole or not at all, whatever order its blocks reach the disk in. */
export function encodeGroup(batches: readonly Batch[]): Uint8Array {
  const group: Group = {
    sequence: batches[0]?.sequence ?? 0,
    batches: batches.map(({ statements }) => statements.map(({ sql, parameters }) => [sql, parameters] as const)),
  };
  return encodeRecord(group);
}

/** What a journal holds: the groups with their offsets, how much of the file is sound, how many torn bytes follow. */
export type Journal = {
  readonly base: number;
  readonly groups: readonly { readonly offset: number; readonly group: Group }[];
  readonly length: number;
  readonly torn: number;
};

/**
 * Reads a journal. What is not whole at its end was never answered, and is left out. Throws `corrupt`, with file and offset,
 * where a sound record stands behind a damaged one, and where the first record is not there: that is no torn tail.
 */
export function readJournal(file: string, bytes: Buffer): Journal {
  const head = readRecord(bytes, 0);
  if (head === undefined || !('journal' in head.content)) throw damaged(file, 0, 'it does not begin as a journal');
  const groups: { offset: number; group: Group }[] = [];
  let offset = head.next;
  for (let found = readRecord(bytes, offset); found !== undefined; found = readRecord(bytes, offset)) {
    groups.push({ offset, group: found.content as Group });
    offset = found.next;
  }
  const behind = findRecord(bytes, offset + 1);
  if (behind !== undefined) throw damaged(file, offset, `sound records follow at byte ${behind}`);
  return { base: (head.content as Head).base, groups, length: offset, torn: bytes.length - offset };
}

export function positionOf(connection: Connection): number {
  return Number(connection.run({ sql: 'select sequence from journal_position', parameters: [] })[0]?.['sequence']);
}

/** The number of the last batch stands in the database, in the transaction of that batch. */
export function moveTo(sequence: number): Statement {
  return { sql: 'update journal_position set sequence = ?', parameters: [sequence] };
}

/** Plays what a snapshot does not have yet. Throws `corrupt` where batches are missing or do not go in. */
export function replay(file: string, journal: Journal, connection: Connection): void {
  if (journal.base > positionOf(connection)) {
    throw damaged(file, 0, `it goes on from batch ${journal.base}, and the snapshot ends at ${positionOf(connection)}`);
  }
  for (const { offset, group } of journal.groups) {
    for (const [index, batch] of group.batches.entries()) {
      const sequence = group.sequence + index;
      const last = positionOf(connection);
      if (sequence <= last) continue;
      if (sequence > last + 1) throw damaged(file, offset, `batch ${last + 1} is missing`);
      const statements = batch.map(([sql, parameters]) => ({ sql, parameters }));
      const outcome = transact(connection, statements, [moveTo(sequence)]);
      if (!outcome.ok) throw damaged(file, offset, `batch ${sequence} does not go in (${outcome.refusal.detail})`);
    }
  }
}

function damaged(file: string, offset: number, why: string): DatabaseFailure {
  return new DatabaseFailure(
    'corrupt',
    `${file} is damaged at byte ${offset}: ${why}. Nothing was changed. Keep a copy of the folder, and restore the last back-up.`,
  );
}
