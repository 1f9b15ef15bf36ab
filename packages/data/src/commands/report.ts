import { type FileHandle, open } from 'node:fs/promises';

/** Where the outcome of each row goes. */
export type Report = { rows(...rows: readonly object[]): Promise<void>; close(): Promise<void> };

/** A report in a file, a line of JSON a row; `isMore`: behind what an earlier call of the same import wrote. */
export async function reportTo(path: string, isMore: boolean): Promise<Report> {
  const file = await open(path, isMore ? 'a+' : 'w', 0o600);
  if (isMore) await file.truncate(await wholeLines(file));
  return {
    rows: async (...rows) => {
      await file.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    },
    close: () => file.close(),
  };
}

const TAIL = 4096;

/** How long the file is up to its last whole line: a call that was killed may have ended in the middle of one. */
async function wholeLines(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, from);
  return from + buffer.subarray(0, bytesRead).lastIndexOf(10) + 1;
}
