import { sql } from 'kysely';
import type { Database } from '../port/database.ts';
import type { LackKind } from '../schema.ts';
import { compiler, listed } from '../statements/compiler.ts';
import type { Candidate, Lack } from './candidate.ts';

/** What may be named, as the program's editions define it; a kind that is left out is not checked, and no edition decides. */
export type Catalogue = {
  readonly exams?: ReadonlySet<string> | undefined;
  readonly agreements?: ReadonlySet<string> | undefined;
  readonly certifications?: ReadonlySet<string> | undefined;
};

/** What is there, of what rows name. */
export type Known = { isThere(lack: Lack): boolean };

/** Where an individual is known from: any fact of its own, and a merge from either side. */
const INDIVIDUAL = [
  ...[
    ['registrations', 'registration'],
    ['exam_results', 'exam-result'],
    ['agreements', 'agreement'],
    ['verified_awards', 'verified-award'],
    ['merges', 'merge'],
  ].map(
    ([table, kind]) => `exists (select 1 from ${table} as fact where fact.individual_id = value and not exists (
      select 1 from voids where voids.partner_id = '' and voids.individual_id = fact.individual_id
      and voids.kind = '${kind}' and voids.fact_id = fact.id))`,
  ),
  'exists (select 1 from merges where into_id = value)',
].join(' or ');

/** In SQL whether the id `value` is known; a partner is, once anything is written in its book. */
export const IS_KNOWN = {
  individual: INDIVIDUAL,
  partner: 'exists (select 1 from recordings where partner_id = value)',
} as const;

/** Looks up the individuals, and the partners unless a file may bring new ones, that these rows name. */
export async function knownOf(
  database: Database,
  rows: readonly Candidate[],
  catalogue: Catalogue,
  partners: 'known' | 'any',
): Promise<Known> {
  const needs = rows.flatMap((row) => row.needs);
  const individuals = await thereOf(database, needs, 'individual');
  const books = partners === 'known' ? await thereOf(database, needs, 'partner') : undefined;
  const sets: { readonly [K in LackKind]: ReadonlySet<string> | undefined } = {
    individual: individuals,
    partner: books,
    exam: catalogue.exams,
    agreement: catalogue.agreements,
    certification: catalogue.certifications,
  };
  return { isThere: ({ kind, id }) => sets[kind]?.has(id) ?? true };
}

async function thereOf(
  database: Database,
  needs: readonly Lack[],
  kind: 'individual' | 'partner',
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(needs.filter((need) => need.kind === kind).map(({ id }) => id))];
  if (ids.length === 0) return new Set();
  const rows = await database.all(
    sql`select value from ${listed(ids)} where ${sql.raw(IS_KNOWN[kind])}`.compile(compiler),
  );
  return new Set(rows.map((row) => String(row['value'])));
}
