import { type Column, FILES, type Field, headersOf, KINDS, type Kind } from './kinds.ts';

/** Which column of the file, from 0, holds what; a field that is not there is read from no column. */
export type Mapping = { readonly [F in Field]?: number };

/** What a header was taken for. Where `kind` is undefined, or `missing` is not empty, somebody has to say more. */
export type Recognition = {
  readonly kind: Kind | undefined;
  readonly mapping: Mapping;
  /** Each list names fields of which one is needed and none was found. */
  readonly missing: readonly (readonly Field[])[];
  /** Columns that are not read, from 0. */
  readonly unmapped: readonly number[];
  /** Fields for which several columns of the same name stand; none of them is read until one is chosen. */
  readonly doubtful: readonly { readonly field: Field; readonly columns: readonly number[] }[];
};

/**
 * Tells what a file is about by its header, whatever the case, spaces and punctuation of the names. With `kind`, only
 * which column is which. Never throws; a header that fits two kinds alike, or none, has no kind.
 */
export function recognize(header: readonly string[], kind?: Kind): Recognition {
  const plain = header.map(simple);
  if (kind !== undefined) return taken(kind, plain);
  const found = KINDS.map((each) => taken(each, plain)).map((each) => ({ each, weight: weightOf(each) }));
  const most = Math.max(...found.map(({ weight }) => weight));
  const [first, ...others] = found.filter(({ weight }) => weight === most);
  const isClear = first !== undefined && others.length === 0 && Object.keys(first.each.mapping).length > 1;
  if (isClear) return first.each;
  return { kind: undefined, mapping: {}, missing: [], unmapped: [...plain.keys()], doubtful: [] };
}

/** What is needed for a kind of file and not mapped: after a column was mapped by hand, too. */
export function missingIn(kind: Kind, mapping: Mapping): Recognition['missing'] {
  return FILES[kind].needs.filter((fields) => fields.every((field) => mapping[field] === undefined));
}

/** A kind that has all it needs goes before one that has not; then the more columns are understood, the better. */
function weightOf({ mapping, missing }: Recognition): number {
  return (missing.length === 0 ? 1000 : 0) + Object.keys(mapping).length;
}

function taken(kind: Kind, plain: readonly string[]): Recognition {
  const mapping: { [F in Field]?: number } = {};
  const doubtful: { field: Field; columns: number[] }[] = [];
  for (const column of FILES[kind].columns) {
    const columns = columnsFor(column, plain);
    const [only] = columns;
    if (only !== undefined && columns.length === 1) mapping[column.field] = only;
    if (columns.length > 1) doubtful.push({ field: column.field, columns });
  }
  const read = new Set(Object.values(mapping));
  return {
    kind,
    mapping,
    missing: missingIn(kind, mapping),
    unmapped: [...plain.keys()].filter((index) => !read.has(index)),
    doubtful,
  };
}

/** The columns with the likeliest of the names that occur at all. */
function columnsFor(column: Column, plain: readonly string[]): number[] {
  for (const name of headersOf(column).map(simple)) {
    const columns = [...plain.keys()].filter((index) => plain[index] === name);
    if (columns.length > 0) return columns;
  }
  return [];
}

/** `Exam_Number `, `exam-number` and `ExamNumber` are one name. */
export function simple(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
