import { type DateFault, type DateOrder, readDate } from './dates.ts';
import type { Field } from './kinds.ts';
import type { Mapping } from './recognize.ts';
import type { Row } from './table.ts';

export type RowFaultCode =
  | DateFault
  | 'too-few-cells'
  | 'too-many-cells'
  | 'missing'
  | 'too-long'
  | 'not-a-result'
  | 'not-yes-or-no'
  | 'not-a-number-of-places'
  | 'specialization-and-level'
  | 'ends-before-it-begins';

/**
 * Why a row does not fit. `line` is where the row begins, from 1; `column` the column's name in the file, where it has
 * that column. `received` is what stands there, shortened; `expected` a number or another date that it goes against.
 */
export type RowFault = {
  readonly line: number;
  readonly field?: Field;
  readonly column?: string;
  readonly code: RowFaultCode;
  readonly received?: string;
  readonly expected?: string;
};

/** How one file is read: which column is which, and in which order the dates of each stand. */
export type Columns = {
  readonly header: readonly string[];
  readonly mapping: Mapping;
  readonly orders: ReadonlyMap<Field, DateOrder | undefined>;
};

const LONGEST = { id: 200, name: 300 } as const;
const MOST_PLACES = 10_000;
const PASS = new Set(['pass', 'passed', 'p', 'yes', 'y', 'true', '1']);
const FAIL = new Set(['fail', 'failed', 'f', 'no', 'n', 'false', '0']);
const YES = new Set(['yes', 'y', 'true', '1', 'x', 'pinned']);
const NO = new Set(['no', 'n', 'false', '0', 'not pinned']);

/** The cells of one row as what they mean. A cell that is empty or does not fit gives undefined; the latter is noted. */
export class RowReader {
  readonly faults: RowFault[] = [];
  readonly #row: Row;
  readonly #columns: Columns;

  constructor(row: Row, columns: Columns) {
    this.#row = row;
    this.#columns = columns;
    const [found, expected] = [row.cells.length, columns.header.length];
    if (found === expected) return;
    const code = found < expected ? 'too-few-cells' : 'too-many-cells';
    this.faults.push({ line: row.line, code, received: String(found), expected: String(expected) });
  }

  text(field: Field): string | undefined {
    const index = this.#columns.mapping[field];
    const cell = index === undefined ? '' : this.#row.cells[index];
    return cell === '' ? undefined : cell;
  }

  id(field: Field, most: keyof typeof LONGEST = 'id'): string | undefined {
    const text = this.text(field);
    if (text === undefined || text.length <= LONGEST[most]) return text;
    return this.#refuse(field, 'too-long', String(LONGEST[most]));
  }

  name(field: Field): string | undefined {
    return this.id(field, 'name');
  }

  day(field: Field): string | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const read = readDate(text, this.#columns.orders.get(field));
    return read.ok ? read.day : this.#refuse(field, read.code);
  }

  /** Two days of which the second must not lie before the first. */
  days<F extends Field, U extends Field>(from: F, until: U): { [K in F | U]?: string } {
    const [begin, end] = [this.day(from), this.day(until)];
    if (begin !== undefined && end !== undefined && end < begin) this.#refuse(until, 'ends-before-it-begins', begin);
    return { ...given(from, begin), ...given(until, end) } as { [K in F | U]?: string };
  }

  outcome(field: Field): 'pass' | 'fail' | undefined {
    const text = this.text(field)?.toLowerCase();
    if (text === undefined) return undefined;
    if (PASS.has(text)) return 'pass';
    return FAIL.has(text) ? 'fail' : this.#refuse(field, 'not-a-result');
  }

  yes(field: Field): boolean | undefined {
    const text = this.text(field)?.toLowerCase();
    if (text === undefined || NO.has(text)) return undefined;
    return YES.has(text) ? true : this.#refuse(field, 'not-yes-or-no');
  }

  places(field: Field): number | undefined {
    const text = this.text(field);
    if (text === undefined) return undefined;
    const count = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    return count >= 1 && count <= MOST_PLACES
      ? count
      : this.#refuse(field, 'not-a-number-of-places', String(MOST_PLACES));
  }

  /** Notes that one of these must be there, where a row has none of them. */
  need(fields: readonly Field[]): void {
    const [first] = fields;
    if (first !== undefined && fields.every((field) => this.text(field) === undefined)) this.#refuse(first, 'missing');
  }

  /** Notes what is wrong with a cell. */
  refuse(field: Field, code: RowFaultCode): void {
    this.#refuse(field, code);
  }

  #refuse(field: Field, code: RowFaultCode, expected?: string): undefined {
    const index = this.#columns.mapping[field];
    const column = index === undefined ? undefined : this.#columns.header[index];
    const text = this.text(field);
    this.faults.push({
      line: this.#row.line,
      field,
      ...given('column', column),
      code,
      ...given('received', text === undefined ? undefined : shown(text)),
      ...given('expected', expected),
    });
    return undefined;
  }
}

/** An object with this key, or without it where there is no value. */
export function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
