import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Row, Statement } from '../port/database.ts';
import type { IndividualTables, PartnerTables } from '../schema.ts';
import { chunked, compiler, listed } from './compiler.ts';

/** Whose facts: those of these individuals or partners, or everybody's. The program's own are the empty partner's. */
export type Owners = { readonly individuals: readonly string[] } | { readonly partners: readonly string[] } | 'all';

/** What is to be seen: what was recorded up to this sequence, of days up to this one. */
export type Cut = { readonly sequence: number; readonly asOf?: string | undefined };

/** Where the facts of a batch are recorded: the sequence of the recording that the same batch has just made. */
export const THIS_RECORDING: RawBuilder<number> = sql<number>`(select max(sequence) from recordings)`;

/** One kind of fact: how it is written, how it is found, and what a row of it says. */
export type Kind<F extends { readonly kind: string; readonly id: string }> = {
  readonly kind: F['kind'];
  /** Writes facts under the recording that the same batch has made. */
  insert(facts: readonly F[]): Statement[];
  /** Those that were recorded by then and are not taken back by then, by owner and id. */
  select(owners: Owners, cut: Cut): Statement;
  read(row: Row): F;
};

type Mapping<F, Columns> = {
  /** The column with the day from which the fact is known; a fact without that day is known always. */
  readonly day?: keyof Columns & string;
  row(fact: F): Omit<Columns, 'sequence'>;
  fact(row: Columns): F;
};

/** A kind whose facts belong to an individual. */
export function individualKind<
  T extends keyof IndividualTables,
  F extends { readonly kind: string; readonly id: string },
>(kind: F['kind'], table: T, mapping: Mapping<F, Selectable<IndividualTables[T]>>): Kind<F> {
  // The tables share the columns that are named here, and Kysely cannot see that of a table that it does not know.
  const common = table as 'registrations';
  return {
    kind,
    insert: (facts) =>
      insertsOf(facts.map(mapping.row)).map((rows) =>
        compiler
          .insertInto(common)
          .values(rows as unknown as Insertable<IndividualTables['registrations']>[])
          .compile(),
      ),
    select(owners, cut) {
      let query = compiler.selectFrom(`${common} as fact`).selectAll().where('fact.sequence', '<=', cut.sequence);
      if (owners !== 'all') query = query.where('fact.individual_id', 'in', listed(individualsOf(owners)));
      if (cut.asOf !== undefined && mapping.day !== undefined) query = query.where(known(mapping.day, cut.asOf));
      return query
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('voids')
                .select('voids.sequence')
                .where('voids.partner_id', '=', '')
                .whereRef('voids.individual_id', '=', 'fact.individual_id')
                .where('voids.kind', '=', kind)
                .whereRef('voids.fact_id', '=', 'fact.id')
                .where('voids.sequence', '<=', cut.sequence),
            ),
          ),
        )
        .orderBy('fact.individual_id')
        .orderBy('fact.id')
        .compile();
    },
    read: (row) => mapping.fact(row as unknown as Selectable<IndividualTables[T]>),
  };
}

/** A kind whose facts belong to a partner; those of the program itself to the empty partner. */
export function partnerKind<T extends keyof PartnerTables, F extends { readonly kind: string; readonly id: string }>(
  kind: F['kind'],
  table: T,
  mapping: Mapping<F, Selectable<PartnerTables[T]>>,
): Kind<F> {
  const common = table as 'affiliations';
  return {
    kind,
    insert: (facts) =>
      insertsOf(facts.map(mapping.row)).map((rows) =>
        compiler
          .insertInto(common)
          .values(rows as unknown as Insertable<PartnerTables['affiliations']>[])
          .compile(),
      ),
    select(owners, cut) {
      let query = compiler.selectFrom(`${common} as fact`).selectAll().where('fact.sequence', '<=', cut.sequence);
      if (owners !== 'all' && 'partners' in owners) {
        query = query.where('fact.partner_id', 'in', listed(owners.partners));
      }
      // Of an individual only where the table says which: the statement fails where it does not.
      if (owners !== 'all' && 'individuals' in owners) {
        query = query.where('fact.individual_id', 'in', listed(owners.individuals));
      }
      if (cut.asOf !== undefined && mapping.day !== undefined) query = query.where(known(mapping.day, cut.asOf));
      return query
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('voids')
                .select('voids.sequence')
                .whereRef('voids.partner_id', '=', 'fact.partner_id')
                .where('voids.individual_id', '=', '')
                .where('voids.kind', '=', kind)
                .whereRef('voids.fact_id', '=', 'fact.id')
                .where('voids.sequence', '<=', cut.sequence),
            ),
          ),
        )
        .orderBy('fact.partner_id')
        .orderBy('fact.id')
        .compile();
    },
    read: (row) => mapping.fact(row as unknown as Selectable<PartnerTables[T]>),
  };
}

function insertsOf<T extends object>(rows: readonly T[]): (T & { sequence: RawBuilder<number> })[][] {
  const columns = Object.keys(rows[0] ?? {}).length;
  return chunked(rows, columns).map((part) => part.map((row) => ({ ...row, sequence: THIS_RECORDING })));
}

function individualsOf(owners: Exclude<Owners, 'all'>): readonly string[] {
  if ('individuals' in owners) return owners.individuals;
  throw new TypeError('These facts belong to individuals, not to partners');
}

function known(column: string, asOf: string) {
  const day = sql.ref<string | null>(`fact.${column}`);
  return sql<boolean>`(${day} is null or ${day} <= ${asOf})`;
}
