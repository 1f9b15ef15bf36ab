import { type ImportOptions, importFile, type RowResult } from '../../src/import.ts';
import type { Database } from '../../src/port/database.ts';

export const AT = '2004-06-30T12:00:00.000Z';

/** What an import says of one row, in short: `accepted`, `already`, `unfit unknown-individual individual`. */
export function short({ outcome, code, column }: RowResult): string {
  return [outcome, code, column].filter((part) => part !== undefined).join(' ');
}

export type Asked = Partial<ImportOptions> & Pick<ImportOptions, 'file'>;

/** Imports a text, and gives the whole answer with what was said of each row. */
export async function imported(database: Database, text: string, asked: Asked) {
  const rows: RowResult[] = [];
  const answer = await importFile(database, [new TextEncoder().encode(text)], {
    ...{ id: asked.file, format: 'csv', mode: 'real', author: 'operator-1', source: 'operator', now: () => AT },
    ...asked,
    onRows: (some) => void rows.push(...some),
  });
  return { answer, rows, said: rows.map(short) };
}

export const PEOPLE = 'individual,registeredOn\ni1,2003-01-01\ni2,2003-02-01\n';
export const RESULTS = 'individual,exam,takenOn,result\ni1,640-801,2003-12-01,pass\ni2,640-801,2003-12-02,fail\n';
