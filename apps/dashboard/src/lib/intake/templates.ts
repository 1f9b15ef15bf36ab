import { FILES, KINDS, type Kind } from './kinds.ts';

/** An empty file to fill in: its name, and its text with the header and one row as an example. */
export type Template = { readonly kind: Kind; readonly file: string; readonly text: string };

export const templates: readonly Template[] = KINDS.map((kind) => {
  const { columns } = FILES[kind];
  const lines = [columns.map(({ header }) => header), columns.map(({ example }) => example)];
  // None of them needs a quote. Spreadsheets expect this line end.
  return { kind, file: `${kind}.csv`, text: lines.map((cells) => `${cells.join(',')}\r\n`).join('') };
});
