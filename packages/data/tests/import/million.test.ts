import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../folder.ts';

const LONG = process.env['STANDING_LONG'] === '1';
const ROWS = LONG ? 1_000_000 : 20_000;
/** A small heap makes Node tidy up sooner; the limit is of all memory of the process. */
const HEAP = ['--max-old-space-size=128', '--max-semi-space-size=4', '--conditions=standing-source'];

test(
  `${ROWS} rows are tried, imported, imported again, backed up and restored within 256 MB`,
  async () => {
    const program = new URL('million.ts', import.meta.url).pathname;
    const database = `${await temporaryFolder()}/ledger.sqlite`;
    const { stdout } = await promisify(execFile)(process.execPath, [...HEAP, program, database, String(ROWS)]);
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; mb: number; accepted?: number });
    expect(said).toMatchObject([
      { id: 'people', total: ROWS / 10 },
      { id: 'results-dry', total: ROWS, accepted: expect.any(Number), already: expect.any(Number) },
      { id: 'results', total: ROWS },
      { id: 'results-again', total: ROWS, accepted: 0 },
      { id: 'back-up', total: said[2]?.accepted },
      { id: 'restored', total: said[2]?.accepted },
    ]);
    const [, dry, real] = said.map(({ id: _, mb: __, ...counts }) => ({ ...counts, ms: 0 }));
    expect(dry).toEqual(real);
    // The long form prints what the README says.
    if (LONG) console.log(stdout);
    expect(Math.max(...said.map(({ mb }) => mb))).toBeLessThan(256);
  },
  LONG ? 3_600_000 : 300_000,
);
