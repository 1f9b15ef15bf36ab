import type { Fault } from '@standing/domain';
import type { Summary } from '../backup/check.ts';

/** What is in a back-up, shown to who called: the last migration for all, and of tables those that have rows. */
export function shown(file: string, { schema, rows, ...summary }: Summary) {
  const some = Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0));
  return { file, schema: schema.at(-1), ...summary, rows: some };
}

/** Why a back-up cannot be written, read or put somewhere, in words behind the name of its file. */
export function backupFaults(faults: readonly Fault[]): string {
  return faults.map(sentenceOf).join(' ');
}

function sentenceOf({ path, code, expected, received }: Fault): string {
  switch (code) {
    case 'foreign':
      return 'is no back-up of a ledger.';
    case 'newer-form':
      return 'was made by a newer program, in a form that this one does not know. Use the newer program.';
    case 'damaged':
      return `is damaged (${received ?? path}). Take another back-up.`;
    case 'broken-off':
      return 'is not whole: its end is missing. Take another back-up.';
    case 'newer-schema':
      return `is of a newer program (${received}; this one knows ${expected}). Use the newer program.`;
    case 'other-schema':
      return `is of another schema (${received}, and ${expected} in its place): they do not belong together.`;
    case 'not-empty':
      return `goes where nothing is yet, and there is something in ${received}. Name another folder or database, or move away what is there.`;
    default:
      return `cannot be used (${code}).`;
  }
}
