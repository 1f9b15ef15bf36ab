import type { Detail, Line } from './line.ts';
import type { Store, Stored } from './store.ts';

export type Rows = readonly { readonly name: string; readonly title: string; readonly goals: readonly Line[] }[];

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const rowOf = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export function markdown(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [rowOf(head), `|${head.map(() => '---').join('|')}|`, ...body.map(rowOf)].join('\n');
}

/** All rows with their goals, those that were never measured too. */
export function summary(rows: Rows, store: Store): string {
  const body = rows.flatMap(({ name, title, goals }) =>
    (store[name]?.lines ?? goals).map(({ what, goal, measured }, index) => [
      index === 0 ? (title.split(/[:(]/)[0] ?? '').trim() : '',
      what,
      goal,
      measured,
    ]),
  );
  const dated = rows.flatMap(({ name }) => store[name] ?? []);
  return [markdown(['', 'what', 'goal', 'measured'], body), '', measuredWith(dated)].join('\n').trimEnd();
}

/** One section a row: its lines with notes, its details, how it was measured. */
export function whole(rows: Rows, store: Store): string {
  return rows
    .flatMap(({ name, title, goals }) => {
      const stored = store[name];
      const lines = stored?.lines ?? goals;
      const body = lines.map(({ what, goal, measured, note }) => [what, goal, measured, note ?? '']);
      return [
        `### ${title}`,
        '',
        markdown(['what', 'goal', 'measured', 'note'], body),
        '',
        ...(stored?.details ?? []).flatMap(detailed),
        ...(stored === undefined ? [] : [measuredWith([stored]), '']),
      ];
    })
    .join('\n')
    .trimEnd();
}

function detailed({ title, head, body }: Detail): readonly string[] {
  return [`${title}:`, '', markdown(head, body), ''];
}

function measuredWith(stored: readonly Stored[]): string {
  const ways = new Set(
    stored.map(({ command, machine, date }) => `Measured by \`${command}\` on ${date}: ${machine}.`),
  );
  return [...ways].join(' ');
}

/** A text with what stands between two markers replaced. */
export function between(text: string, marker: string, content: string): string {
  const [begin, end] = [`<!-- ${marker} -->`, `<!-- /${marker} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`There is no ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}
