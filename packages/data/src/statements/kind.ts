import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Row, Statement } from '../port/database.ts';
import type { IndividualTables, PartnerTables } from '../schema.ts';
import { chunked, compiler, listed } from './compiler.ts';
import { type Book, isNotVoided } from './voided.ts';

/** Whose facts: those of these individuals or partners, or everybody's. The program's own are the empty partner's. */
export type Owners = { readonly individuals: readonly string[] } | { readonly partners: readonly string[] } | 'all';

/** All partners behind one and up to another, in the database's order of their ids. */
export type PartnerRange = { readonly after: string; readonly upTo: string };

/** What is to be seen: what was recorded up to this sequence, of days up to this one. */
export type Cut = { readonly sequence: number; readonly asOf?: string | undefined };

/** Where the facts of a batch are recorded: the sequence of the recording that the same batch has just made. */
export const THIS_RECORDING: RawBuilder<number> = sql<number>`(select max(sequence) from recordings)`;

/** One kind of fact: how it is written, how it is found, and what a row of it says. */
export type Kind<F extends { readonly kind: string; readonly id: string }> = {
  readonly kind: F['kind'];
  readonly table: keyof IndividualTables | keyof PartnerTables;
  readonly book: Exclude<Book, 'either'>;
  /** Writes facts under the recording that the same batch has made. */
  insert(facts: readonly F[]): Statement[];
  /** Those that were recorded by then and are not taken back by then, by owner and id. */
  select(owners: Owners, cut: Cut): Statement;
  read(row: Row): F;
};

/** A kind of which facts can also be found by a range of partners. */
export type PartnerKind<F extends { readonly kind: string; readonly id: string }> = Omit<Kind<F>, 'select'> & {
  select(owners: Owners | PartnerRange, cut: Cut): Statement;
};

type Mapping<F, Columns> = {
  /** The column with the day from which the fact is known; a fact without that day is known always. */
  readonly day?: keyof Columns & string;
  row(fact: F): Omit<Columns, 'sequence'>;
  fact(row: Columns): F;
};

type AnyFact = { readonly kind: string; readonly id: string };

/** A kind whose facts belong to an individual. */
export function individualKind<T extends keyof IndividualTables, F extends AnyFact>(
  kind: F['kind'],
  table: T,
  mapping: Mapping<F, Selectable<IndividualTables[T]>>,
): Kind<F> {
  return kindOf(kind, table, 'individual', mapping);
}

/** A kind whose facts belong to a partner; those of the program itself to the empty partner. */
export function partnerKind<T extends keyof PartnerTables, F extends AnyFact>(
  kind: F['kind'],
  table: T,
  mapping: Mapping<F, Selectable<PartnerTables[T]>>,
): PartnerKind<F> {
  return kindOf(kind, table, 'partner', mapping);
}

function kindOf<Columns, F extends AnyFact>(
  kind: F['kind'],
  table: keyof IndividualTables | keyof PartnerTables,
  book: Exclude<Book, 'either'>,
  mapping: Mapping<F, Columns>,
): PartnerKind<F> {
  const owner = sql.ref(book === 'individual' ? 'fact.individual_id' : 'fact.partner_id');
  return {
    kind,
    table,
    book,
    insert: (facts) =>
      insertsOf(facts.map(mapping.row)).map((rows) =>
        // The columns are those of the table, as both callers hold; Kysely cannot follow that through a name.
        compiler
          .insertInto(table as 'registrations')
          .values(rows as unknown as Insertable<IndividualTables['registrations']>[])
          .compile(),
      ),
    select(owners, cut) {
      const day = cut.asOf === undefined || mapping.day === undefined ? sql`` : knownOn(mapping.day, cut.asOf);
      return sql`select fact.* from ${sql.table(table)} as fact where fact.sequence <= ${cut.sequence}
        ${ownedBy(owners, book)} ${day} and ${isNotVoided(kind, book, cut.sequence)}
        order by ${owner}, fact.id`.compile(compiler);
    },
    read: (row) => mapping.fact(row as unknown as Columns),
  };
}

function insertsOf<T extends object>(rows: readonly T[]): (T & { sequence: RawBuilder<number> })[][] {
  const columns = Object.keys(rows[0] ?? {}).length;
  return chunked(rows, columns).map((part) => part.map((row) => ({ ...row, sequence: THIS_RECORDING })));
}

/** Facts of a partner may be asked for by individual only where the table says which: the statement fails elsewhere. */
function ownedBy(owners: Owners | PartnerRange, book: Book): RawBuilder<unknown> {
  if (owners === 'all') return sql``;
  if ('individuals' in owners) return sql`and fact.individual_id in ${listed(owners.individuals)}`;
  if (book === 'individual') throw new TypeError('These facts belong to individuals, not to partners');
  if ('partners' in owners) return sql`and fact.partner_id in ${listed(owners.partners)}`;
  return sql`and fact.partner_id > ${owners.after} and fact.partner_id <= ${owners.upTo}`;
}

function knownOn(column: string, asOf: string): RawBuilder<unknown> {
  const day = sql.ref<string | null>(`fact.${column}`);
  return sql`and (${day} is null or ${day} <= ${asOf})`;
}
