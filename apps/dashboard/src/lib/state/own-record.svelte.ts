import type { Program } from '@standing/domain';
import type { Assembled } from '../intake/assemble.ts';
import type { DateOrder } from '../intake/dates.ts';
import type { RowFile } from '../intake/file.ts';
import type { Given } from '../intake/given.ts';
import { isSaved } from '../intake/is-saved.ts';
import type { Field, Kind } from '../intake/kinds.ts';
import type { Saved } from '../intake/saved.ts';
import type { Table } from '../intake/table.ts';
import type { Vocabulary } from '../intake/vocabulary.ts';
import type { refusalOfSaved } from '../texts/intake.ts';
import { records as texts } from '../texts/records.ts';
import { FileReader } from './file-reader.ts';

/** The most files that are read at once: who drops a folder of pictures hears of it once. */
const MOST_AT_ONCE = 50;
const LONGEST_NAME = 200;

/** What somebody brought, and nothing that follows from it. */
type Brought = {
  readonly partner: string;
  readonly opened: { readonly file: string; readonly saved: Saved } | undefined;
  readonly files: readonly RowFile[];
};

type Options = {
  readonly program: Program;
  /** Shows the record; says why it cannot, or nothing. */
  readonly show: (record: Assembled) => string;
  /** Called when there is no record any more. */
  readonly clear: () => void;
  /** A fault of the contract as a sentence. */
  readonly fault: Parameters<typeof refusalOfSaved>[1];
};

/**
 * A partner's own record, from files that somebody chose; it lives in this page alone. What cannot be read or shown is
 * told in `refusals`, and what was there before stays as it was.
 */
export class OwnRecord {
  readonly #options: Options;
  readonly #reader = new FileReader();
  #brought: Brought = $state.raw({ partner: texts.defaultPartner, opened: undefined, files: [] });
  #record: Assembled | undefined = $state.raw();
  #kept: { readonly file: string; readonly record: Assembled } | undefined = $state.raw();
  #refusals: readonly string[] = $state.raw([]);
  #isReading = $state(false);
  #asked: readonly Given[] | undefined = $state.raw();
  #words: Vocabulary | undefined;
  #queue = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  /** The facts as they stand together; undefined where nothing counts yet. */
  get record(): Assembled | undefined {
    return this.#record;
  }

  get files(): readonly RowFile[] {
    return this.#brought.files;
  }

  /** The saved file that the record began with. */
  get opened(): string | undefined {
    return this.#brought.opened?.file;
  }

  /** The partner that the record is about: its id, which is its name where nobody gave it another. */
  get partner(): string {
    return this.#brought.partner;
  }

  /** The partners to choose from, where the facts name several. */
  get partners(): readonly string[] {
    const { opened } = this.#brought;
    return opened === undefined || opened.saved.facts.partners.length < 2
      ? []
      : opened.saved.facts.partners.map(({ id }) => id);
  }

  /** Why files were not taken, in sentences. */
  get refusals(): readonly string[] {
    return this.#refusals;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** The file that holds all of this; undefined where something would be lost. */
  get keptIn(): string | undefined {
    return this.#kept !== undefined && this.#kept.record === this.#record ? this.#kept.file : undefined;
  }

  get isUnsaved(): boolean {
    return this.#record !== undefined && this.keptIn === undefined;
  }

  /** Files that wait, as one of them would take the place of what is not saved. */
  get asked(): readonly Given[] | undefined {
    return this.#asked;
  }

  /**
   * Loads what reads files, for a page that may be cut off from the network before it gets one.
   * @throws {Error} where it cannot be loaded
   */
  load(): Promise<void> {
    return this.#reader.load();
  }

  /** Takes files; asks first where one of them would take the place of what is not saved. */
  bring(given: readonly Given[]): void {
    if (given.length === 0) return;
    if (this.isUnsaved && given.some(isSaved)) this.#asked = given;
    else void this.#take(given);
  }

  /** Takes the files that wait, or lets them be. */
  answer(isYes: boolean): void {
    const given = this.#asked ?? [];
    this.#asked = undefined;
    if (isYes) void this.#take(given);
  }

  /** One after the other, however fast they come. */
  #take(given: readonly Given[]): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      this.#isReading = true;
      this.#refusals = given.length > MOST_AT_ONCE ? [texts.tooManyFiles(given.length, MOST_AT_ONCE)] : [];
      const isLoaded = await this.#reader.isThere();
      if (!isLoaded) this.#refuse(texts.notLoaded);
      const tables: Table[] = [];
      for (const file of isLoaded ? given.slice(0, MOST_AT_ONCE) : []) {
        const content = await this.#reader.textOf(file);
        if (!content.ok) this.#refuse(content.refusal);
        else if (isSaved(file)) this.#open(file.name, content.text);
        else {
          const read = this.#reader.tableOf(file.name, content.text);
          if (read.ok) tables.push(read.table);
          else this.#refuse(read.refusal);
        }
      }
      // All at once costs one answer; only where there is none is it asked which file is too much.
      if (this.#add(tables) !== '') {
        for (const table of tables) {
          const refusal = this.#add([table]);
          if (refusal !== '') this.#refuse(texts.notTogether(table.file, refusal));
        }
      }
      this.#isReading = false;
    });
    return this.#queue;
  }

  rename(partner: string): void {
    const name = partner.trim().slice(0, LONGEST_NAME);
    if (name !== '') this.#tell(this.#change({ ...this.#brought, partner: name }));
  }

  remove(file: string): void {
    this.#tell(this.#change({ ...this.#brought, files: this.files.filter(({ table }) => table.file !== file) }));
  }

  asKind(file: RowFile, kind: Kind): void {
    this.#replace(this.#reader.intake.asKind(file, kind, this.#vocabulary()));
  }

  withColumn(file: RowFile, field: Field, column: number | undefined): void {
    this.#replace(this.#reader.intake.withColumn(file, field, column, this.#vocabulary()));
  }

  withOrder(file: RowFile, field: Field, order: DateOrder): void {
    this.#replace(this.#reader.intake.withOrder(file, field, order, this.#vocabulary()));
  }

  /** The record as a file to keep; `on` is the day for its name. Undefined where there is none. */
  save(on: string): { readonly file: string; readonly text: string } | undefined {
    const record = this.#record;
    if (record === undefined) return undefined;
    const saved = this.#reader.intake.save(record, on);
    this.#kept = { file: saved.file, record };
    return saved;
  }

  /** Forgets all of it. */
  clear(): void {
    this.#refusals = [];
    this.#change({ partner: texts.defaultPartner, opened: undefined, files: [] });
  }

  #refuse(why: string): void {
    this.#refusals = [...this.#refusals, why];
  }

  #open(file: string, text: string): void {
    const opened = this.#reader.intake.open(text, this.#options.program);
    if (!opened.ok) {
      this.#refuse(`“${file}”: ${this.#reader.intake.refusalOfSaved(opened.refusal, this.#options.fault)}`);
      return;
    }
    const partner = opened.value.facts.partners[0]?.id ?? texts.defaultPartner;
    const refusal = this.#change({ partner, opened: { file, saved: opened.value }, files: [] });
    if (refusal !== '') this.#refuse(texts.notTogether(file, refusal));
    else if (this.#record !== undefined) this.#kept = { file, record: this.#record };
  }

  /** Adds files, each in the place of an earlier one of its name. */
  #add(tables: readonly Table[]): string {
    if (tables.length === 0) return '';
    const files = new Map(this.files.map((file) => [file.table.file, file]));
    for (const table of tables)
      files.set(table.file, this.#reader.intake.rowFile(table, this.#vocabulary(), files.get(table.file)));
    return this.#change({ ...this.#brought, files: [...files.values()] });
  }

  #replace(file: RowFile): void {
    const files = this.files.map((each) => (each.table.file === file.table.file ? file : each));
    this.#tell(this.#change({ ...this.#brought, files }));
  }

  #tell(refusal: string): void {
    this.#refusals = refusal === '' ? [] : [texts.notChanged(refusal)];
  }

  /** Changes all or nothing; says why where it is nothing. */
  #change(brought: Brought): string {
    const { partner, opened, files } = brought;
    const readings = files.flatMap(({ reading }) => (reading === undefined ? [] : [reading]));
    if (opened === undefined && readings.length === 0) {
      this.#brought = brought;
      this.#record = undefined;
      this.#options.clear();
      return '';
    }
    const record = this.#reader.intake.assemble(readings, partner, opened?.saved);
    const refusal = this.#options.show(record);
    if (refusal !== '') return refusal;
    this.#brought = brought;
    this.#record = record;
    return '';
  }

  /** The words of the program, gathered when somebody brings a file: a page that is only read needs none. */
  #vocabulary(): Vocabulary {
    this.#words ??= this.#reader.intake.vocabularyOf(this.#options.program);
    return this.#words;
  }
}
