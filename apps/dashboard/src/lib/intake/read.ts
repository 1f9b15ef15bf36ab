import { BUILD } from './build.ts';
import { type ColumnOrder, type DateOrder, orderOf } from './dates.ts';
import type { Fact } from './facts.ts';
import { FILES, type Field, type Kind } from './kinds.ts';
import type { Mapping } from './recognize.ts';
import { type RowFault, RowReader } from './row.ts';
import type { Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A row that counts, and what it says. */
export type Fit = { readonly line: number; readonly facts: readonly Fact[] };
/** A row that does not count, and everything that is wrong with it. */
export type Unfit = { readonly line: number; readonly faults: readonly RowFault[] };

/** A column of dates and the order in which it is read; `chosen` where the caller said so. */
export type DateColumn = ColumnOrder & { readonly field: Field; readonly column: string; readonly chosen: boolean };

/** A file, row by row: every row either counts or does not. */
export type Reading = {
  readonly file: string;
  readonly kind: Kind;
  readonly rows: number;
  readonly fit: readonly Fit[];
  readonly unfit: readonly Unfit[];
  /** The columns whose dates depend on an order. Those that are open ask for one; the caller then reads the file again. */
  readonly dates: readonly DateColumn[];
};

export type ReadOptions = {
  readonly words: Vocabulary;
  /** For all columns of the file, or for each; it goes before what a column says itself. */
  readonly dateOrder?: DateOrder | { readonly [F in Field]?: DateOrder };
};

/** Reads a table as a kind of file. Never throws: what is not mapped is missing in every row that needs it. */
export function read(kind: Kind, table: Table, mapping: Mapping, { words, dateOrder }: ReadOptions): Reading {
  const { days, needs } = FILES[kind];
  const dates = days.flatMap((field): DateColumn[] => {
    const index = mapping[field];
    if (index === undefined) return [];
    const own = orderOf(table.rows.map(({ cells }) => cells[index] ?? ''));
    if (!own.isOpen && own.because === undefined) return [];
    const chosen = typeof dateOrder === 'string' ? dateOrder : dateOrder?.[field];
    const told = chosen === undefined ? own : { ...own, order: chosen, isOpen: false };
    return [{ ...told, field, column: table.header[index] ?? '', chosen: chosen !== undefined }];
  });
  const columns = {
    header: table.header,
    mapping,
    orders: new Map(dates.map(({ field, order }) => [field, order])),
  };
  const fit: Fit[] = [];
  const unfit: Unfit[] = [];
  for (const each of table.rows) {
    const row = new RowReader(each, columns);
    // Where cells are missing or too many, no cell can be trusted to stand in its column.
    const facts = row.faults.length > 0 ? [] : factsOf(row, kind, needs, words);
    if (row.faults.length > 0) unfit.push({ line: each.line, faults: row.faults });
    else fit.push({ line: each.line, facts });
  }
  return { file: table.file, kind, rows: table.rows.length, fit, unfit, dates };
}

function factsOf(row: RowReader, kind: Kind, needs: readonly (readonly Field[])[], words: Vocabulary): readonly Fact[] {
  for (const fields of needs) row.need(fields);
  return BUILD[kind](row, words);
}
