import { type RawBuilder, sql } from 'kysely';
import type { Database, Row } from '../port/database.ts';
import type { ImportName } from '../schema.ts';
import { compiler, listed } from '../statements/compiler.ts';
import type { Candidate } from './candidate.ts';
import { FILES } from './files.ts';

/** An end of an affiliation. */
type FoundEnd = { readonly id: string; readonly until: string; readonly isVoided: boolean; readonly firstRow: number };

/** A fact of the ledger that rows may say again, taken back or not. */
export type Found = {
  readonly id: string;
  readonly identity: string;
  /** What the fact itself says beyond its identity. */
  readonly content: string;
  readonly ends: readonly FoundEnd[];
  readonly isVoided: boolean;
  /** The first row of the part of a file that it was recorded with, where this import did; else 0. */
  readonly firstRow: number;
};

type Shape = {
  readonly table: string;
  /** The candidate's identity, in SQL. */
  readonly identity: string;
  readonly content?: string;
};

const SHAPES: { readonly [K in ImportName]: Shape } = {
  people: { table: 'registrations', identity: `'registration'` },
  affiliations: { table: 'affiliations', identity: `from_day || ':' || fact.individual_id`, content: 'until_day' },
  results: { table: 'exam_results', identity: `exam || ':' || taken_on || ':' || result` },
  agreements: { table: 'agreements', identity: `agreement || ':' || accepted_on` },
  awards: { table: 'verified_awards', identity: `certification || ':' || valid_from`, content: 'valid_until' },
};

/** Whose facts are asked for together: those of the partner in whose book they stand, or else of the individual. */
export function ownerOf({ partner, individual }: Pick<Candidate, 'partner' | 'individual'>): string {
  return partner === '' ? individual : partner;
}

/** The facts that these rows may say again, by id or by what they say, by owner; those that were taken back too. */
export async function findFacts(
  database: Database,
  name: ImportName,
  rows: readonly Candidate[],
  importId: string,
): Promise<ReadonlyMap<string, readonly Found[]>> {
  const { table, identity, content } = SHAPES[name];
  const isPartners = name === 'affiliations';
  const owner = sql.raw(isPartners ? 'fact.partner_id' : 'fact.individual_id');
  const partner = isPartners ? 'fact.partner_id' : `''`;
  const voided = isVoided(
    ...([
      sql.raw(partner),
      sql.raw(isPartners ? `''` : 'fact.individual_id'),
      FILES[name].facts,
      sql.raw('fact.id'),
    ] as const),
  );
  const said = sql.raw(`(${identity})`);
  // The plus keeps SQLite from looking up every id under every owner.
  const statement = sql<unknown>`select ${owner} as owner, fact.id, ${said} as identity, ${voided} as voided,
      ${content === undefined ? sql`''` : sql.ref(content)} as content,
      ${firstRowOf(partner, 'fact', importId)} as first_row, ${isPartners ? endsOf(importId) : sql`null`} as ends
    from ${sql.table(table)} as fact where ${owner} in ${listed([...new Set(rows.map(ownerOf))])}
      and (+fact.id in ${listed(rows.map((row) => row.id))} or ${said} in ${listed(rows.map((row) => row.identity))})
    order by fact.id`.compile(compiler);
  const byOwner = Map.groupBy(await database.all(statement), ({ owner: of }) => String(of));
  return new Map([...byOwner].map(([id, facts]) => [id, facts.map(foundOf)]));
}

function foundOf(row: Row): Found {
  const ends = JSON.parse(String(row['ends'] ?? '[]')) as readonly (readonly [string, string, number, number | null])[];
  return {
    id: String(row['id']),
    identity: String(row['identity']),
    content: String(row['content'] ?? ''),
    ends: ends.map(([id, until, voided, firstRow]) => ({
      ...{ id, until, isVoided: voided === 1, firstRow: firstRow ?? 0 },
    })),
    isVoided: row['voided'] === 1,
    firstRow: Number(row['first_row'] ?? 0),
  };
}

function isVoided(
  partner: RawBuilder<unknown>,
  individual: RawBuilder<unknown>,
  kind: string,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`exists (select 1 from voids where partner_id = ${partner} and individual_id = ${individual} and kind = ${kind} and fact_id = ${id})`;
}

function endsOf(importId: string): RawBuilder<unknown> {
  const voided = isVoided(sql.raw('ends.partner_id'), sql.raw(`''`), 'end', sql.raw('ends.id'));
  return sql`(select json_group_array(json_array(id, until_day, ${voided}, ${firstRowOf('ends.partner_id', 'ends', importId)}))
    from ends where ends.partner_id = fact.partner_id and ends.individual_id = '' and ends.kind = 'affiliation'
    and ends.fact_id = fact.id)`;
}

/** Where this import recorded a fact, the first row of that part of its file. */
function firstRowOf(partner: string, table: string, importId: string): RawBuilder<unknown> {
  return sql`(select first_row from import_recordings where partner_id = ${sql.raw(partner)}
    and sequence = ${sql.raw(table)}.sequence and import_id = ${importId})`;
}
