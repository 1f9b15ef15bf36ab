import { sql } from 'kysely';
import type { Database, Statement } from '../port/database.ts';
import type { ImportName } from '../schema.ts';
import { compiler, listed } from '../statements/compiler.ts';
import { FILES } from './files.ts';
import { keepWaiting, settleRows } from './inbox.ts';
import { type Catalogue, IS_KNOWN } from './known.ts';
import { Seen } from './seen.ts';
import { type Settled, settle } from './settle.ts';

/** So many rows are tried again together: one that still does not fit is a statement. */
const PAGE = 250;

export type RetryOptions = {
  readonly author: string;
  readonly source: 'testing-center' | 'operator';
  readonly now: () => string;
  readonly catalogue?: Catalogue | undefined;
  /** After about so many rows it ends, to the page; all when absent. What is left is tried the next time. */
  readonly most?: number | undefined;
};

/** How many rows were tried, by what became of them; the unfit lack something else now, and wait on. */
export type Retried = { readonly accepted: number; readonly already: number; readonly unfit: number };

/**
 * Tries the rows of the inbox again whose lack has come: an individual or partner that is known by now, an exam that the
 * catalogue has now. To be called when such a thing arrives by other ways than an import, which calls it itself.
 */
export async function retryInbox(database: Database, options: RetryOptions): Promise<Retried> {
  const retried = { accepted: 0, already: 0, unfit: 0 };
  const tried = () => retried.accepted + retried.already + retried.unfit;
  for (const name of ['people', 'affiliations', 'results', 'agreements', 'awards'] as const) {
    for (let after = ''; ; ) {
      const page = await pageOf(database, name, options.catalogue ?? {}, after);
      const last = page.at(-1);
      if (last === undefined || tried() >= (options.most ?? Number.POSITIVE_INFINITY)) break;
      after = last.id;
      const settled = await retryPage(database, name, page, options);
      for (const { verdict } of settled) retried[verdict.outcome] += 1;
    }
  }
  return retried;
}

type Waiting = { readonly id: string; readonly line: number; readonly fields: string };

async function pageOf(database: Database, name: ImportName, catalogue: Catalogue, after: string): Promise<Waiting[]> {
  const has = (kind: string, ids: ReadonlySet<string> | undefined) =>
    sql`(lacks = ${kind} and lacks_id in ${listed([...(ids ?? [])])})`;
  const rows = await database.all(
    sql`select id, line, fields from import_inbox
      where settled_at is null and kind = ${name} and id > ${after} and (
        (lacks = 'individual' and (${sql.raw(IS_KNOWN.individual.replaceAll('= value', '= lacks_id'))}))
        or (lacks = 'partner' and ${sql.raw(IS_KNOWN.partner.replaceAll('= value', '= lacks_id'))})
        or ${has('exam', catalogue.exams)} or ${has('agreement', catalogue.agreements)}
        or ${has('certification', catalogue.certifications)})
      order by id limit ${PAGE}`.compile(compiler),
  );
  return rows.map((row) => ({ id: String(row['id']), line: Number(row['line']), fields: String(row['fields']) }));
}

function retryPage(
  database: Database,
  name: ImportName,
  page: readonly Waiting[],
  { author, source, now, catalogue = {} }: RetryOptions,
): Promise<Settled[]> {
  const rows = page.map(({ line, fields }) => FILES[name].parse(line, JSON.parse(fields)));
  const idOf = new Map(rows.map((row, index) => [row, page[index]?.id ?? '']));
  const setting = {
    ...{ database, name, importId: 'inbox', author, source, now, catalogue },
    ...{ partners: 'known' as const, sealer: undefined, isDry: false, seen: new Seen() },
  };
  return settle(setting, rows, undefined, (settled) => Promise.resolve(noted(settled, idOf, now())));
}

/** That these rows are settled, and of those that still do not fit what for. */
function noted(settled: readonly Settled[], idOf: ReadonlyMap<Settled['row'], string>, at: string): Statement[] {
  const of = (outcome: Settled['verdict']['outcome']) => settled.filter(({ verdict }) => verdict.outcome === outcome);
  const ids = (some: readonly Settled[]) => some.map(({ row }) => idOf.get(row) ?? '');
  return [
    settleRows(ids(of('accepted')), { at, outcome: 'accepted' }),
    settleRows(ids(of('already')), { at, outcome: 'already' }),
    ...settled.flatMap(({ row, verdict }) =>
      verdict.outcome === 'unfit' ? [keepWaiting(idOf.get(row) ?? '', verdict)] : [],
    ),
  ];
}
