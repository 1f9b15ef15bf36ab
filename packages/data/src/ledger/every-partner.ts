import type { Facts, IndividualFacts, PartnerFacts } from '@standing/domain';
import type { Database, Row, Statement } from '../port/database.ts';
import { type Affiliation, affiliations } from '../statements/affiliation.ts';
import { readEnd, selectEnds } from '../statements/correction.ts';
import { type Gathered, gathered, readGathered } from '../statements/gathered.ts';
import type { Cut, PartnerRange } from '../statements/kind.ts';
import { merges } from '../statements/merge.ts';
import { outsideOf, selectPartners, selectRangeEnd } from '../statements/range.ts';
import { type At, cutAt, read } from './load.ts';
import { type Aliases, aliasesOf, byCodeUnit } from './people.ts';
import { endedBy, type IndividualRows, individualFacts, NOTHING, partnerFacts } from './record.ts';
import { individualRows, partnerRows, type Reading } from './rows.ts';

/** What `load` gives of one partner, with all individuals that it names. */
export type PartnerRecord = {
  readonly facts: Facts;
  readonly elsewhere: readonly PartnerFacts[];
  readonly sequence: number;
};

/** About so many rows of each table are read at a time, and all of the last partner among them: more is no faster. */
const ROWS = 500;

/**
 * Every partner of whom anything was recorded, one after another in the database's order of their ids, each as `load`
 * gives it: for runs over a whole program. All of them show one state, whatever is recorded meanwhile. Some hundred rows
 * are in memory at a time, or those of one partner that has more; of the whole program there are the merges alone.
 */
export async function* everyPartner(database: Database, at: At = {}, rows = ROWS): AsyncGenerator<PartnerRecord> {
  const cut = await cutAt(database, at);
  const source = { database, cut, rows, ...(await mergesIn(database, cut)) };
  for (let after = ''; ; ) {
    const [end] = await database.all(selectRangeEnd(after, rows));
    const upTo = end?.['up_to'];
    if (typeof upTo !== 'string') return;
    yield* partnersIn(source, { after, upTo });
    after = upTo;
  }
}

type Source = {
  readonly database: Database;
  readonly cut: Cut;
  readonly rows: number;
  readonly aliases: Aliases;
  /** All ids of whoever has this one. */
  readonly idsOf: (id: string) => readonly string[];
};

async function mergesIn(database: Database, cut: Cut): Promise<Pick<Source, 'aliases' | 'idsOf'>> {
  const merged = await read(database, merges, 'all', cut);
  const aliases = aliasesOf(merged.map(({ individual, into }) => [individual, into]));
  const people = Map.groupBy(aliases.keys(), (id) => aliases.get(id));
  return { aliases, idsOf: (id) => people.get(aliases.get(id)) ?? [id] };
}

async function* partnersIn(source: Source, range: PartnerRange): AsyncGenerator<PartnerRecord> {
  const { database, cut, aliases, idsOf } = source;
  const [listed] = await database.all(selectPartners(range, cut));
  const rows = await partnerRows(together(source), range);
  const named = [...rows.affiliations, ...rows.allocations].map(({ individual }) => individual);
  const ids = [...new Set(named.flatMap(idsOf))].sort(byCodeUnit);
  const people = new Map((await individualsOf(source, ids)).map((individual) => [individual.id, individual]));
  const beyond = await affiliationsOutside(source, range, ids);
  const ends = await all(database, 'ends', selectEnds(range, cut));
  const others = [...new Set(beyond.map(({ partner }) => partner))];
  if (others.length > 0) ends.push(...(await all(database, 'ends', selectEnds({ partners: others }, cut))));
  const endOf = endedBy(ends.map(readEnd));

  const partners = JSON.parse(String(listed?.['ids'])) as string[];
  const facts = new Map(partnerFacts(partners, rows, endOf, aliases).map((partner) => [partner.id, partner]));
  const elsewhere = elsewhereBy([...rows.affiliations, ...beyond], aliases);
  for (const id of partners) {
    const partner = facts.get(id);
    if (partner === undefined) continue;
    const own = individualsNamedBy(partner);
    const affiliated = elsewhere(own, id);
    const places = affiliated.map((affiliation) => affiliation.partner);
    yield {
      facts: { individuals: own.flatMap((individual) => people.get(individual) ?? []), partners: [partner] },
      elsewhere: partnerFacts(places, { ...NOTHING, affiliations: affiliated }, endOf, aliases),
      sequence: cut.sequence,
    };
  }
}

async function individualsOf(source: Source, ids: readonly string[]): Promise<IndividualFacts[]> {
  const pages: IndividualRows[] = [];
  for (const page of pagesOf(ids, source.rows)) pages.push(await individualRows(together(source), page));
  const rows = {
    registrations: pages.flatMap(({ registrations }) => registrations),
    results: pages.flatMap(({ results }) => results),
    agreements: pages.flatMap(({ agreements }) => agreements),
    awards: pages.flatMap(({ awards }) => awards),
  };
  return individualFacts(rows, source.aliases);
}

/** Affiliations of these individuals with partners outside of a range, by partner and id. */
async function affiliationsOutside(
  source: Source,
  range: PartnerRange,
  ids: readonly string[],
): Promise<Affiliation[]> {
  const found: Affiliation[] = [];
  for (const individuals of pagesOf(ids, source.rows)) {
    const statement = outsideOf(range, affiliations.select({ individuals }, source.cut));
    found.push(...(await all(source.database, 'affiliations', statement)).map(affiliations.read));
  }
  return found;
}

/** Finds who of these individuals is affiliated elsewhere: by partner, in the order of the list. */
function elsewhereBy(list: readonly Affiliation[], aliases: Aliases) {
  const byIndividual = Map.groupBy(list.keys(), (at) => {
    const individual = list[at]?.individual ?? '';
    return aliases.get(individual) ?? individual;
  });
  return (individuals: readonly string[], partner: string): Affiliation[] =>
    individuals
      .flatMap((individual) => (byIndividual.get(individual) ?? []).filter((at) => list[at]?.partner !== partner))
      .sort((a, b) => a - b)
      .flatMap((at) => list[at] ?? []);
}

function individualsNamedBy({ affiliations: own, allocations = [] }: PartnerFacts): string[] {
  return [...new Set([...own, ...allocations].map(({ individual }) => individual))].sort(byCodeUnit);
}

function together({ database, cut }: Source): Reading {
  return async (kind, table, owners) => (await all(database, table, kind.select(owners, cut))).map(kind.read);
}

async function all(database: Database, table: Gathered, statement: Statement): Promise<Row[]> {
  return readGathered(table, await database.all(gathered(table, statement)));
}

function pagesOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
