import type { Result } from '@standing/domain';
import type { Database } from '../port/database.ts';
import type { ImportName } from '../schema.ts';
import type { ParsedRow, RowFault } from './candidate.ts';
import { PERSONAL } from './columns.ts';
import { readCsv } from './csv.ts';
import { FILES, type ImportFile } from './files.ts';
import { Fingerprint } from './hash.ts';
import { keepUnfit } from './inbox.ts';
import type { Catalogue } from './known.ts';
import { readNdjson } from './ndjson.ts';
import { type Position, readPosition, writePosition } from './position.ts';
import type { Sealer } from './profiles.ts';
import { type Retried, retryInbox } from './retry.ts';
import { Seen } from './seen.ts';
import { type Setting, type Settled, settle } from './settle.ts';
import type { RawRow, Source } from './source.ts';

/** So many rows are judged and written together. */
const CHUNK = 1000;

/** One file to import. */
export type ImportOptions = {
  /** Names the import: the same id goes on where it was ended, with the same file from its beginning. */
  readonly id: string;
  readonly file: ImportName;
  readonly format: 'csv' | 'ndjson';
  /** `dry`: every step but the last one, on the same path; nothing is kept. */
  readonly mode: 'dry' | 'real';
  readonly author: string;
  readonly source: 'testing-center' | 'operator';
  /** The caller's clock: an instant `2004-06-30T12:00:00.000Z`. */
  readonly now: () => string;
  readonly catalogue?: Catalogue | undefined;
  /** Whether affiliations may name partners in whose book nothing stands yet; `known` when absent. */
  readonly partners?: 'known' | 'any' | undefined;
  /** Without it a people file may have no names and addresses. */
  readonly sealer?: Sealer | undefined;
  /** The outcome of each row, once it is durable; awaited before the file is read on. */
  readonly onRows?: ((rows: readonly RowResult[]) => void | Promise<void>) | undefined;
  /** How far it is, as often. */
  readonly onProgress?: ((progress: Tally) => void | Promise<void>) | undefined;
};

/** What became of one row: `row` counts from 1, `line` is that on which it ends. Codes are in the package's README. */
export type RowResult = {
  readonly row: number;
  readonly line: number;
  readonly outcome: 'accepted' | 'already' | 'unfit';
} & Partial<RowFault>;

/** Rows by what became of them, over all runs of the import. */
export type Tally = {
  readonly total: number;
  readonly accepted: number;
  readonly already: number;
  readonly unfit: number;
};
export type Imported = Tally & { readonly retried: Retried };

/**
 * Imports a file: each row is accepted, already there or unfit, and none stops the others. Unfit rows wait in the inbox,
 * and at the end those are tried again whose lack has come. Refused, with nothing written, for its columns (`no-columns`,
 * `unknown-column`, `double-column`, `missing-column`, `not-sealed`), or with `another-file` where an import of this id
 * began with another file.
 */
export async function importFile(
  database: Database,
  source: Source,
  options: ImportOptions,
): Promise<Result<Imported>> {
  const file = FILES[options.file];
  const before = options.mode === 'dry' ? undefined : await readPosition(database, options.id);
  if (before !== undefined && before.name !== options.file) return anotherFile();
  const rows = await rawRows(source, file, options);
  if (!rows.ok) return rows;
  const setting = settingOf(database, options);
  const run = new Run(file, setting, options, before);
  for await (const raw of rows.value) {
    await run.add(raw);
    if (run.isAnotherFile) return anotherFile();
  }
  const tally = await run.end();
  if (tally === undefined) return anotherFile();
  const retried = setting.isDry ? { accepted: 0, already: 0, unfit: 0 } : await retryInbox(database, options);
  return { ok: true, value: { ...tally, retried } };
}

function anotherFile(): Result<never> {
  return { ok: false, faults: [{ path: 'id', code: 'another-file' }] };
}

function settingOf(database: Database, options: ImportOptions): Setting {
  const { id, file, mode, author, source, now, catalogue = {}, partners = 'known', sealer } = options;
  const isDry = mode === 'dry';
  return {
    ...{ database, name: file, importId: id, author, source, now },
    catalogue,
    partners,
    sealer,
    isDry,
    seen: new Seen(),
  };
}

async function rawRows(
  source: Source,
  file: ImportFile,
  { format, sealer }: ImportOptions,
): Promise<Result<AsyncIterable<RawRow>>> {
  if (format === 'ndjson') return { ok: true, value: readNdjson(source) };
  return await readCsv(
    source,
    sealer ? file : { ...file, columns: file.columns.filter((column) => !PERSONAL.has(column)) },
  );
}

/** One run over a file: past what was settled before, and on in chunks. */
class Run {
  readonly #file: ImportFile;
  readonly #setting: Setting;
  readonly #options: ImportOptions;
  readonly #before: Position | undefined;
  readonly #fingerprint = new Fingerprint();
  #position: Position;
  #passed = 0;
  #chunk: ParsedRow[] = [];
  isAnotherFile = false;

  constructor(file: ImportFile, setting: Setting, options: ImportOptions, before: Position | undefined) {
    this.#file = file;
    this.#setting = setting;
    this.#options = options;
    this.#before = before;
    const none = { total: 0, accepted: 0, already: 0, unfit: 0 };
    this.#position = before ?? { ...none, fingerprint: '', begunAt: setting.now(), finishedAt: undefined };
  }

  async add(raw: RawRow): Promise<void> {
    this.#fingerprint.add(raw.cells === undefined ? raw.code : JSON.stringify(raw.cells));
    this.#passed += 1;
    if (this.#before !== undefined && this.#passed <= this.#before.total) {
      if (this.#passed === this.#before.total) {
        this.isAnotherFile = this.#fingerprint.toString() !== this.#before.fingerprint;
      }
      return;
    }
    this.#chunk.push(this.#parse(raw));
    if (this.#chunk.length === CHUNK) await this.#settle(undefined);
  }

  /** What is left, and that the import is finished; undefined where the file is shorter than what was settled of it. */
  async end(): Promise<Tally | undefined> {
    if (this.#passed < this.#position.total) return undefined;
    await this.#settle(this.#setting.now());
    return tallyOf(this.#position);
  }

  #parse(raw: RawRow): ParsedRow {
    const { line } = raw;
    if (raw.cells === undefined) return { line, fields: {}, individual: '', partner: '', fault: { code: raw.code } };
    const row = this.#file.parse(line, raw.cells);
    if (row.candidate?.profile === undefined || this.#setting.sealer) return row;
    const { fields, individual, partner } = row;
    return { ...{ line, fields, individual, partner }, fault: { code: 'not-sealed' } };
  }

  async #settle(finishedAt: string | undefined): Promise<void> {
    const { importId, name, isDry, seen, now } = this.#setting;
    const rows = this.#chunk.splice(0);
    const { total } = this.#position;
    const fingerprint = this.#fingerprint.toString();
    const position = (settled: readonly Settled[]): Position => ({
      ...countedIn(this.#position, settled),
      ...{ fingerprint, begunAt: this.#position.begunAt, finishedAt },
    });
    const settled = await settle(this.#setting, rows, total + 1, async (all) => [
      ...(await keepUnfit(all, { name, importId, at: now() })),
      writePosition(importId, name, position(all), isDry),
    ]);
    this.#position = position(settled);
    if (!isDry) seen.clear();
    await this.#options.onRows?.(settled.map((each, index) => resultOf(each, total + 1 + index)));
    await this.#options.onProgress?.(tallyOf(this.#position));
  }
}

function countedIn(before: Tally, settled: readonly Settled[]): Tally {
  const count = (outcome: RowResult['outcome']) => settled.filter(({ verdict }) => verdict.outcome === outcome).length;
  return {
    total: before.total + settled.length,
    accepted: before.accepted + count('accepted'),
    already: before.already + count('already'),
    unfit: before.unfit + count('unfit'),
  };
}

function tallyOf({ total, accepted, already, unfit }: Tally): Tally {
  return { total, accepted, already, unfit };
}

function resultOf({ row, verdict }: Settled, number: number): RowResult {
  const { fault } = verdict;
  return {
    ...{ row: number, line: row.line, outcome: verdict.outcome },
    ...(fault && { code: fault.code, ...(fault.column !== undefined && { column: fault.column }) }),
  };
}
