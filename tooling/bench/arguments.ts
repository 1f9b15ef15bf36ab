import { parseArgs } from 'node:util';
import type { Row } from './rows/row.ts';

export type Asked = {
  readonly rows: readonly Row[];
  readonly isShort: boolean;
  readonly write: { readonly date: string } | undefined;
  /** Only the tables are written again, from what was measured last. */
  readonly onlyTables: boolean;
  readonly rounds: number | undefined;
  readonly limit: number | undefined;
  /** Which part of the whole program is measured. */
  readonly size: number | undefined;
};

/** Sixty partners. */
const LEAST_SIZE = 0.001;

/** What the command line asks for, or what is wrong with it. */
export function asked(args: readonly string[], all: readonly Row[]): Asked | { readonly wrong: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const unknown = positionals.filter((name) => !all.some((row) => row.name === name));
  if (unknown.length > 0) {
    return { wrong: `There is no row ${unknown.join(', ')}; the rows are ${all.map(({ name }) => name).join(', ')}.` };
  }
  const date = values.date ?? '';
  if (values.write && values.short)
    return { wrong: 'Figures of the short form are not written: leave out --short or --write.' };
  if (values.write && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return { wrong: '--write needs the day: --date YYYY-MM-DD.' };
  for (const name of ['rounds', 'limit'] as const) {
    if (values[name] !== undefined && !/^[1-9]\d{0,2}$/.test(values[name])) {
      return { wrong: `--${name} needs a whole number from 1 to 999.` };
    }
  }
  const size = values.size === undefined ? undefined : Number(values.size);
  if (size !== undefined && !(size >= LEAST_SIZE && size <= 1)) {
    return { wrong: `--size needs a part of the whole program from ${LEAST_SIZE} to 1.` };
  }
  if (values.write && Number(values.rounds ?? 5) < 5) return { wrong: 'Figures are written from five rounds or more.' };
  return {
    rows: positionals.length === 0 ? all : all.filter(({ name }) => positionals.includes(name)),
    isShort: values.short,
    write: values.write ? { date } : undefined,
    onlyTables: values.tables,
    rounds: values.rounds === undefined ? undefined : Number(values.rounds),
    limit: values.limit === undefined ? undefined : Number(values.limit),
    size,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      tables: { type: 'boolean', default: false },
      date: { type: 'string' },
      rounds: { type: 'string' },
      limit: { type: 'string' },
      size: { type: 'string' },
    },
  });
}
