import { type Database, DatabaseFailure, type Outcome, type Row, type Statement } from '../../port/database.ts';
import { checkStatement, isReading } from '../../port/portable.ts';
import { readAll, transact } from '../connection.ts';
import type { SqlJsConnection } from '../sqljs.ts';
import type { Appending, Disk } from './disk.ts';
import { type Batch, encodeGroup, encodeHead, moveTo } from './recover.ts';

/** What an operator should know, and nobody need be stopped for. */
export type Notice =
  | { readonly code: 'torn-tail'; readonly file: string; readonly offset: number; readonly bytes: number }
  | { readonly code: 'large'; readonly file: string; readonly bytes: number };

export type JournalParts = {
  readonly connection: SqlJsConnection;
  readonly disk: Disk;
  readonly files: { readonly snapshot: string; readonly journal: string };
  readonly appending: Appending;
  /** The number of the last batch, and of the last in the snapshot that the journal goes on from. */
  readonly position: number;
  readonly base: number;
  /** How long the journal is. */
  readonly length: number;
  readonly snapshotAfter: number;
  readonly warnAt: number;
  readonly notice: (notice: Notice) => void;
  readonly release: () => void;
};

type Waiter = { readonly sequence: number; readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * The database in memory, with a journal. A batch runs in memory, is appended with all that came in meanwhile, and is
 * answered after one `fdatasync`. What is read is answered once all that it shows is on the disk. Any error in writing
 * ends it: a second fsync could say yes about what is lost.
 */
export class JournalDatabase implements Database {
  readonly #parts: JournalParts;
  #appending: Appending;
  #position: number;
  #durable: number;
  #base: number;
  #length: number;
  #pending: Batch[] = [];
  #waiters: Waiter[] = [];
  #work = Promise.resolve();
  #isWriting = false;
  #failure: DatabaseFailure | undefined;
  #isClosed = false;
  #isWarned = false;

  constructor(parts: JournalParts) {
    this.#parts = parts;
    this.#appending = parts.appending;
    this.#position = parts.position;
    this.#durable = parts.position;
    this.#base = parts.base;
    this.#length = parts.length;
    this.#warn();
  }

  async all(statement: Statement): Promise<readonly Row[]> {
    checkStatement(statement, 'read');
    this.#check();
    const rows = readAll(this.#parts.connection, statement);
    await this.#whenDurable(this.#position);
    return rows;
  }

  async batch(statements: readonly Statement[]): Promise<Outcome> {
    for (const statement of statements) checkStatement(statement, 'write');
    this.#check();
    const { connection } = this.#parts;
    const sequence = this.#position + 1;
    const outcome = transact(connection, statements, [moveTo(sequence)]);
    if (outcome.ok && !statements.every(isReading)) {
      this.#position = sequence;
      this.#pending.push({ sequence, statements });
      this.#begin();
    }
    await this.#whenDurable(this.#position);
    return outcome;
  }

  /** Puts what the journal holds into the snapshot and begins a new journal; it is done by itself as the journal grows. */
  async snapshot(): Promise<void> {
    this.#check();
    while (this.#isWriting) await this.#work;
    this.#begin(true);
    await this.#work;
    this.#check();
  }

  /** The journal has every statement with its parameters; the snapshot, only what is there. */
  async forget(): Promise<void> {
    if (this.#position > this.#base) await this.snapshot();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    while (this.#isWriting) await this.#work;
    // Who wrote nothing leaves the files as they were: an older program that is refused, a command that only looks.
    const isWritten = this.#position > this.#parts.position;
    if (!this.#failure && isWritten && this.#position > this.#base) this.#begin(true);
    await this.#work;
    try {
      await this.#appending.close();
    } finally {
      this.#parts.connection.close();
      this.#parts.release();
    }
  }

  #check(): void {
    if (this.#isClosed) throw new DatabaseFailure('closed', 'The database has been closed.');
    if (this.#failure) throw this.#failure;
  }

  #whenDurable(sequence: number): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (sequence <= this.#durable) return Promise.resolve();
    return new Promise((done, failed) => this.#waiters.push({ sequence, done, failed }));
  }

  #begin(isSnapshotWanted = false): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.#work = this.#write(isSnapshotWanted);
  }

  async #write(isSnapshotWanted: boolean): Promise<void> {
    try {
      if (isSnapshotWanted) await this.#takeSnapshot();
      while (this.#pending.length > 0) {
        if (this.#length > this.#parts.snapshotAfter) await this.#takeSnapshot();
        else await this.#appendGroup(this.#pending.splice(0));
      }
      this.#warn();
    } catch (error) {
      this.#stop(error);
    } finally {
      // In the same turn in which nothing was left to write: a batch that comes next begins anew.
      this.#isWriting = false;
    }
  }

  async #appendGroup(group: readonly Batch[]): Promise<void> {
    const bytes = encodeGroup(group);
    await this.#appending.append(bytes);
    await this.#appending.sync();
    this.#length += bytes.length;
    this.#answer(group.at(-1)?.sequence ?? this.#durable);
  }

  /** What waits is in the snapshot too, and durable with it. What comes in meanwhile goes into the new journal. */
  async #takeSnapshot(): Promise<void> {
    const { connection, disk, files } = this.#parts;
    this.#pending = [];
    const sequence = this.#position;
    await disk.replace(files.snapshot, connection.export());
    const head = encodeHead(sequence);
    await disk.replace(files.journal, head);
    await this.#appending.close();
    this.#appending = await disk.append(files.journal);
    this.#length = head.length;
    this.#base = sequence;
    this.#answer(sequence);
  }

  #answer(sequence: number): void {
    this.#durable = sequence;
    const waiters = this.#waiters;
    this.#waiters = waiters.filter((waiter) => waiter.sequence > sequence);
    for (const waiter of waiters) if (waiter.sequence <= sequence) waiter.done();
  }

  #stop(cause: unknown): void {
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#failure = new DatabaseFailure(
      'stopped',
      `Writing to ${this.#parts.files.journal} failed (${why}). What was answered is kept; what waited was not, and nothing more is taken. Look after the disk, then start again.`,
      { cause },
    );
    this.#pending = [];
    for (const waiter of this.#waiters.splice(0)) waiter.failed(this.#failure);
  }

  #warn(): void {
    const bytes = sizeOf(this.#parts.connection);
    if (this.#isWarned || bytes < this.#parts.warnAt) return;
    this.#isWarned = true;
    this.#parts.notice({ code: 'large', file: this.#parts.files.snapshot, bytes });
  }
}

/** In bytes, as a file. */
export function sizeOf(connection: SqlJsConnection): number {
  const [count] = connection.run({ sql: 'pragma page_count', parameters: [] });
  const [size] = connection.run({ sql: 'pragma page_size', parameters: [] });
  return Number(count?.['page_count']) * Number(size?.['page_size']);
}
