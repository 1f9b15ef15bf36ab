import type { Facts, PartnerFacts } from '@standing/domain';
import type { Database } from '../port/database.ts';
import { affiliations } from '../statements/affiliation.ts';
import { type End, readEnd, selectEnds, selectMerges } from '../statements/correction.ts';
import type { Cut, Kind, Owners } from '../statements/kind.ts';
import { selectLastRecording } from '../statements/recording.ts';
import { type Aliases, aliasesOf } from './people.ts';
import { endedBy, individualFacts, NOTHING, partnerFacts } from './record.ts';
import { individualRows, partnerRows, type Reading } from './rows.ts';

/** When: facts of days up to `asOf` (`YYYY-MM-DD`; absent: of all days), as they were known at an instant (absent: now). */
export type At = { readonly asOf?: string | undefined; readonly knownAt?: string | undefined };

/** What the ledger knows of whom it was asked about. */
export type LedgerRecord = {
  /** Those asked about: partners with the individuals that they name, or individuals alone. */
  readonly facts: Facts;
  /** Where else these individuals work: other partners with their affiliations alone, for an edition whose affiliation is exclusive. */
  readonly elsewhere: readonly PartnerFacts[];
  /** The ids of one person that came up, and the one that they go by. */
  readonly aliases: Aliases;
  /** The last recording that is in it, 0 for none: the record's version. */
  readonly sequence: number;
  /** The instant of that recording; null for none. */
  readonly recordedAt: string | null;
};

/** Where to cut, so that many readings show one state: facts are only appended, and recordings are numbered. */
export async function cutAt(database: Database, at: At = {}): Promise<Cut & { readonly recordedAt: string | null }> {
  const [row] = await database.all(selectLastRecording(at.knownAt));
  return {
    sequence: Number(row?.['sequence'] ?? 0),
    recordedAt: row === undefined ? null : String(row['recorded_at']),
    asOf: at.asOf,
  };
}

/** The facts of one kind that are known and not taken back: for kinds beyond the contract, and for histories. */
export async function read<F extends { readonly kind: string; readonly id: string }>(
  database: Database,
  kind: Kind<F>,
  owners: Owners,
  cut: Cut,
): Promise<F[]> {
  return (await database.all(kind.select(owners, cut))).map(kind.read);
}

/**
 * The record of partners with all individuals that they name, or of individuals: voids, ends and merges applied. Facts come
 * in an order of their ids, never of their recording. An id that was merged may be asked for by either id.
 */
export async function load(database: Database, who: Exclude<Owners, 'all'>, at: At = {}): Promise<LedgerRecord> {
  const cut = await cutAt(database, at);
  const partners = 'partners' in who ? who.partners : [];
  const rowByRow: Reading = async (kind, _, owners) => (await database.all(kind.select(owners, cut))).map(kind.read);
  const rows = partners.length === 0 ? NOTHING : await partnerRows(rowByRow, { partners });
  const named = [...rows.affiliations, ...rows.allocations].map(({ individual }) => individual);
  const { ids, aliases } = await everyId(database, 'partners' in who ? named : who.individuals, cut);
  const asked = new Set(partners);
  const others = (await read(database, affiliations, { individuals: ids }, cut)).filter(
    ({ partner }) => !asked.has(partner),
  );
  const otherIds = others.map(({ partner }) => partner);
  const endOf = endedBy(await endsOf(database, [...partners, ...otherIds], cut));
  return {
    facts: {
      individuals: individualFacts(await individualRows(rowByRow, ids), aliases),
      partners: partnerFacts(partners, rows, endOf, aliases),
    },
    elsewhere: partnerFacts(otherIds, { ...NOTHING, affiliations: others }, endOf, aliases),
    aliases,
    sequence: cut.sequence,
    recordedAt: cut.recordedAt,
  };
}

async function endsOf(database: Database, partners: readonly string[], cut: Cut): Promise<End[]> {
  return (await database.all(selectEnds({ partners }, cut))).map(readEnd);
}

/** These ids and all that were merged with them, over any number of merges. */
export async function everyId(
  database: Database,
  named: readonly string[],
  cut: Cut,
): Promise<{ readonly ids: readonly string[]; readonly aliases: Aliases }> {
  const ids = new Set(named);
  const merges = new Map<string, readonly [string, string]>();
  for (let fresh = [...ids]; fresh.length > 0; ) {
    const rows = await database.all(selectMerges(fresh, cut));
    const pairs = rows.map((row) => [String(row['individual_id']), String(row['into_id'])] as const);
    for (const pair of pairs) merges.set(JSON.stringify(pair), pair);
    fresh = [...new Set(pairs.flat())].filter((id) => !ids.has(id));
    for (const id of fresh) ids.add(id);
  }
  return { ids: [...ids], aliases: aliasesOf([...merges.values()]) };
}
