import type { DateOrder } from './dates.ts';
import type { Field, Kind } from './kinds.ts';
import { type Reading, read } from './read.ts';
import { type Mapping, missingIn, type Recognition, recognize } from './recognize.ts';
import type { Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** In which order the dates of some columns stand, where somebody said so. */
export type Orders = { readonly [F in Field]?: DateOrder };

/** A file of rows and how it is read: what it is about, which column is which, in which order its dates stand. */
export type RowFile = {
  readonly table: Table;
  readonly seen: Recognition;
  readonly orders: Orders;
  /** Undefined while somebody has to say what the file is about, or where a column is that every row needs. */
  readonly reading: Reading | undefined;
};

/** Reads a file by its header; one with the header of an `earlier` file of that name as that one was read. */
export function rowFile(table: Table, words: Vocabulary, earlier?: RowFile): RowFile {
  const isAlike = earlier !== undefined && earlier.table.header.join('\n') === table.header.join('\n');
  return isAlike
    ? reread(table, earlier.seen, earlier.orders, words)
    : reread(table, recognize(table.header), {}, words);
}

/** Reads the file as being about something else. */
export function asKind({ table }: RowFile, kind: Kind, words: Vocabulary): RowFile {
  return reread(table, recognize(table.header, kind), {}, words);
}

/** Reads a field from another column, from 0; from none where `column` is undefined. */
export function withColumn(file: RowFile, field: Field, column: number | undefined, words: Vocabulary): RowFile {
  const { kind, mapping, doubtful } = file.seen;
  if (kind === undefined) return file;
  const { [field]: _, ...others } = mapping;
  const chosen: Mapping = column === undefined ? others : { ...others, [field]: column };
  const read = new Set(Object.values(chosen));
  const seen: Recognition = {
    kind,
    mapping: chosen,
    missing: missingIn(kind, chosen),
    unmapped: [...file.table.header.keys()].filter((index) => !read.has(index)),
    doubtful: doubtful.filter((doubt) => doubt.field !== field),
  };
  const { [field]: __, ...orders } = file.orders;
  return reread(file.table, seen, orders, words);
}

/** Reads the dates of a column in the order that somebody chose. */
export function withOrder(file: RowFile, field: Field, order: DateOrder, words: Vocabulary): RowFile {
  return reread(file.table, file.seen, { ...file.orders, [field]: order }, words);
}

function reread(table: Table, seen: Recognition, orders: Orders, words: Vocabulary): RowFile {
  const { kind, mapping, missing } = seen;
  const isClear = kind !== undefined && missing.length === 0;
  return {
    table,
    seen,
    orders,
    reading: isClear ? read(kind, table, mapping, { words, dateOrder: orders }) : undefined,
  };
}
