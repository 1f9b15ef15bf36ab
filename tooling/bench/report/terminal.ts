import type { Detail, Line, Result } from './line.ts';

const SIGNS = { met: 'ok', missed: 'NO', open: '??', shown: '  ' } as const;

/** A row for the terminal: columns under one another. */
export function printed(title: string, { lines, details = [] }: Result): string {
  const body = lines.map(({ verdict, what, goal, measured, note }: Line) => [
    SIGNS[verdict],
    what,
    goal,
    measured,
    note ?? '',
  ]);
  return [title, ...aligned([['', 'what', 'goal', 'measured', ''], ...body]), ...details.flatMap(ofDetail), ''].join(
    '\n',
  );
}

function ofDetail({ title, head, body }: Detail): readonly string[] {
  return ['', `  ${title}`, ...aligned([head, ...body])];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
