import { sql } from 'kysely';
import type { Database } from '../port/database.ts';
import { compiler, listed } from '../statements/compiler.ts';

/** An open text that names somebody: which column of which row. `partner` is empty for the program's own. */
export type OpenText = {
  readonly table: string;
  readonly column: string;
  readonly partner: string;
  readonly id: string;
};

/** The columns that people write in, and that are not sealed: partners' texts, and rows of files whose columns were mixed up. */
const OPEN: readonly (readonly [table: string, id: string, columns: readonly string[]])[] = [
  ['waivers', 'id', ['reason']],
  ['decisions', 'id', ['reason']],
  ['applications', 'id', ['dossier']],
  ['locations', 'id', ['name', 'address']],
  ['contacts', 'id', ['role']],
  ['api_keys', 'id', ['name']],
  ['voids', 'fact_id', ['reason']],
  ['ends', 'id', ['reason']],
  ['import_inbox', 'id', ['fields']],
];

/**
 * Where a person's names or addresses stand in texts that no erasure closes. `texts` is what the person's profiles say,
 * opened: JSON, each of whose texts is looked for, or a text. Rows of the inbox about these ids are let go anyway. Letters are compared without regard to case, as far as ASCII goes; what has fewer than
 * three characters is not looked for. It reads whole tables.
 */
export async function openTextsNaming(
  ledger: Database,
  ids: readonly string[],
  texts: readonly string[],
): Promise<OpenText[]> {
  const names = [...new Set(texts.flatMap(namesIn))].filter((name) => name.length >= 3);
  const found: OpenText[] = [];
  for (const [table, id, columns] of names.length === 0 ? [] : OPEN) {
    const others = table === 'import_inbox' ? sql`and individual_id not in ${listed(ids)}` : sql``;
    for (const column of columns) {
      const rows = await ledger.all(
        sql`select partner_id, ${sql.ref(id)} as id from ${sql.table(table)} as texts where exists (
          select 1 from json_each(${JSON.stringify(names)}) as names
          where instr(lower(texts.${sql.ref(column)}), lower(names.value)) > 0) ${others} order by 1, 2`.compile(
          compiler,
        ),
      );
      found.push(...rows.map((row) => ({ table, column, partner: String(row['partner_id']), id: String(row['id']) })));
    }
  }
  return found;
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string') names.push(value);
      return value;
    });
  } catch {
    // It is no JSON: a text of its own.
    names.push(text);
  }
  return names.map((name) => name.trim());
}
