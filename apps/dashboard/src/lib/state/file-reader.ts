import type { Given } from '../intake/given.ts';
import type { Table } from '../intake/table.ts';
import { records as texts } from '../texts/records.ts';

type Intake = typeof import('./intake.ts');
type OrWhyNot<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: string };

/** What reads files: it is loaded when the first of them comes, or before, where a page asks for it. */
export class FileReader {
  #intake: Intake | undefined;

  /** @throws {Error} where it cannot be loaded */
  async load(): Promise<void> {
    this.#intake ??= await import('./intake.ts');
  }

  /** Loads it where it is not loaded yet, and says whether it could. */
  isThere(): Promise<boolean> {
    return this.load().then(
      () => true,
      () => false,
    );
  }

  /** @throws {Error} before it is loaded */
  get intake(): Intake {
    if (this.#intake === undefined) throw new Error('What reads files is not loaded.');
    return this.#intake;
  }

  /** The text of a file, or a sentence why there is none. */
  async textOf(file: Given): Promise<OrWhyNot<{ readonly text: string }>> {
    const content = await this.intake.contentOf(file);
    if (content.ok) return content;
    if (content.code === 'unreadable') return { ok: false, refusal: texts.unreadable(file.name) };
    const { code, most } = content;
    return { ok: false, refusal: this.intake.refusalOfFile({ code, file: file.name, most }) };
  }

  /** The table that a text is, or a sentence why it is none. */
  tableOf(file: string, text: string): OrWhyNot<{ readonly table: Table }> {
    const opened = this.intake.openTable(file, text);
    return opened.ok ? opened : { ok: false, refusal: this.intake.refusalOfFile(opened.refusal) };
  }
}
