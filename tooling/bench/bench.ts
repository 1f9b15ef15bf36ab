// `pnpm bench [row …] [--short] [--rounds N] [--limit SECONDS] [--size PART] [--write --date YYYY-MM-DD] [--tables]`: our engine against
// others; how to read it says docs/benchmarks.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Asked, asked } from './arguments.ts';
import { installed } from './peers/cp-sat/install.ts';
import { machineKind, readStore, type Store, writeStore } from './report/store.ts';
import { between, summary, whole } from './report/tables.ts';
import { printed } from './report/terminal.ts';
import type { Options } from './rows/row.ts';
import { ROWS } from './rows/rows.ts';

const root = join(import.meta.dirname, '..', '..');
const args = process.argv.slice(2);
const ask = asked(args, ROWS);
if ('wrong' in ask) {
  console.error(ask.wrong);
  process.exit(2);
}

if (ask.onlyTables) writeTables(readStore(root));
else await measure(ask);

async function measure({ rows, isShort, rounds, limit, size, write }: Asked): Promise<void> {
  const say = (text: string): void => console.error(`  … ${text}`);
  const needsCpSat = rows.some(({ name }) => name === 'allocation' || name === 'adversarial');
  const options: Options = {
    root,
    isShort,
    isLong: process.env['STANDING_LONG'] === '1',
    method: isShort
      ? { rounds: rounds ?? 2, limit: limit ?? 3, atLeast: 5, atMost: 20 }
      : { rounds: rounds ?? 5, limit: limit ?? 20, atLeast: 60, atMost: 500 },
    size: size ?? (isShort ? 0.001 : 1),
    cpSat: { missing: needsCpSat ? installed(say) : undefined },
    say,
  };
  if (isShort) console.log('The short form: whether all works. Its figures are worth nothing.\n');
  for (const row of rows) {
    console.error(row.title);
    const result = await row.run(options);
    console.log(printed(row.title, result));
    if (write === undefined) continue;
    const command = `${options.isLong ? 'STANDING_LONG=1 ' : ''}pnpm bench`;
    // After every row: a run that is broken off keeps what it has.
    writeStore(root, {
      ...readStore(root),
      [row.name]: { ...result, date: write.date, machine: machineKind(), command },
    });
    writeTables(readStore(root));
  }
}

function writeTables(store: Store): void {
  edit('docs/benchmarks.md', (text) => between(text, 'bench', whole(ROWS, store)));
  edit('README.md', (text) => between(text, 'bench', summary(ROWS, store)));
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(root, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
