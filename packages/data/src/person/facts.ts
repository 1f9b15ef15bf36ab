import { sql } from 'kysely';
import type { Database, Row } from '../port/database.ts';
import { affiliations } from '../statements/affiliation.ts';
import { agreements } from '../statements/agreement.ts';
import { allocations } from '../statements/allocation.ts';
import { compiler, listed } from '../statements/compiler.ts';
import { confirmations } from '../statements/confirmation.ts';
import { contacts } from '../statements/contact.ts';
import { erasures } from '../statements/erasure.ts';
import { examResults } from '../statements/exam-result.ts';
import { grants } from '../statements/grant.ts';
import type { Cut, Kind } from '../statements/kind.ts';
import type { Fact } from '../statements/kinds.ts';
import { merges } from '../statements/merge.ts';
import { profiles } from '../statements/profile.ts';
import { registrations } from '../statements/registration.ts';
import { requests } from '../statements/request.ts';
import { verifiedAwards } from '../statements/verified-award.ts';
import type { Opener } from './opener.ts';

/** The kinds of facts that name an individual, in the order in which they stand in the file. */
const KINDS: readonly Pick<Kind<Extract<Fact, { readonly individual: string }>>, 'kind' | 'table' | 'book' | 'read'>[] =
  [
    ...[registrations, profiles, merges, examResults, agreements, verifiedAwards, grants, erasures],
    ...[affiliations, confirmations, allocations, contacts, requests],
  ];

/** When, by whom and from where something was written down. */
export type Written = { readonly recordedAt: string; readonly author: string; readonly source: string };
/** A text that was sealed and cannot be opened any more is null. */
export type TakenBack = Written & { readonly reason: string | null };
export type PersonEnd = Written & {
  readonly id: string;
  readonly until: string;
  readonly reason?: string | null;
  readonly voided?: TakenBack;
};
/**
 * A fact as the ledger has it, opened: a profile has `text` for `sealed`. With its ends, and with the correction that took
 * it back.
 */
export type PersonFact = Written & {
  readonly kind: string;
  readonly id: string;
  readonly individual: string;
  readonly ends?: readonly PersonEnd[];
  readonly voided?: TakenBack;
  readonly [field: string]: unknown;
};

/** Every fact about these ids of one person that was recorded by then, taken back or not; by kind, owner and id. */
export async function factsAbout(
  ledger: Database,
  ids: readonly string[],
  cut: Cut,
  opener: Opener,
): Promise<PersonFact[]> {
  const facts: PersonFact[] = [];
  for (const kind of KINDS) {
    const rows = await ledger.all(selectAbout(kind, ids, cut));
    const ends = Map.groupBy(await ledger.all(selectEndsOf(kind, rows, cut)), ownedBy);
    for (const row of rows) {
      const { individual, ...fact } = kind.read(row);
      const said = await opened({ ...fact, individual }, ids, opener);
      facts.push({
        ...said,
        ...writtenIn(row),
        ...(await endsIn(ends.get(ownedBy(row)) ?? [], individual, opener)),
        ...(await voidedIn(row, individual, opener)),
      });
    }
  }
  return facts;
}

type Shape = Pick<(typeof KINDS)[number], 'kind' | 'table' | 'book'>;

function selectAbout({ kind, table, book }: Shape, ids: readonly string[], { sequence }: Cut) {
  const partner = sql.raw(book === 'partner' ? 'fact.partner_id' : `''`);
  const individual = sql.raw(book === 'partner' ? `''` : 'fact.individual_id');
  return sql`select fact.*, ${partner} as owner_partner, ${individual} as owner_individual, fact.id as owner_fact,
      ${WRITTEN} from ${sql.table(table)} as fact ${recordedBy(kind, { partner, individual, sequence })}
    where fact.individual_id in ${listed(ids)} and fact.sequence <= ${sequence}
    order by ${partner}, fact.individual_id, fact.id`.compile(compiler);
}

/** The ends of these facts, whose owner and id are given as one list. */
function selectEndsOf({ kind }: Shape, rows: readonly Row[], { sequence }: Cut) {
  const wanted = rows.map((row) => [row['owner_partner'], row['owner_individual'], row['owner_fact']]);
  const [partner, individual] = [sql.raw('fact.partner_id'), sql.raw('fact.individual_id')];
  return sql`select fact.*, fact.partner_id as owner_partner, fact.individual_id as owner_individual,
      fact.fact_id as owner_fact, ${WRITTEN}
    from json_each(${JSON.stringify(wanted)}) as wanted join ends as fact
      on fact.partner_id = json_extract(wanted.value, '$[0]')
      and fact.individual_id = json_extract(wanted.value, '$[1]') and fact.kind = ${kind}
      and fact.fact_id = json_extract(wanted.value, '$[2]') and fact.sequence <= ${sequence}
      ${recordedBy('end', { partner, individual, sequence })}
    order by fact.partner_id, fact.individual_id, fact.id`.compile(compiler);
}

const WRITTEN = sql`recordings.recorded_at, recordings.author, recordings.source, voids.reason as void_reason,
  voided.recorded_at as voided_at, voided.author as voided_by, voided.source as voided_from`;

type Owner = { readonly partner: typeof WRITTEN; readonly individual: typeof WRITTEN; readonly sequence: number };

/** The recording of a fact, and the correction that took it back with its own. */
function recordedBy(kind: string, { partner, individual, sequence }: Owner) {
  return sql`join recordings on recordings.sequence = fact.sequence
    left join voids on voids.partner_id = ${partner} and voids.individual_id = ${individual}
      and voids.kind = ${kind} and voids.fact_id = fact.id and voids.sequence <= ${sequence}
    left join recordings as voided on voided.sequence = voids.sequence`;
}

function ownedBy(row: Row): string {
  return JSON.stringify([row['owner_partner'], row['owner_individual'], row['owner_fact']]);
}

type Named = { readonly kind: string; readonly id: string; readonly individual: string } & Record<string, unknown>;

/** Its sealed texts opened. Of a merge that was taken back the other id is somebody else's, and left out. */
async function opened(fact: Named, ids: readonly string[], { text }: Opener): Promise<Named> {
  const { sealed, reason, into, ...rest } = fact;
  return {
    ...rest,
    ...(typeof into === 'string' && ids.includes(into) && { into }),
    ...(typeof sealed === 'string' && { text: await text(fact.individual, sealed) }),
    ...(typeof reason === 'string' && { reason: await text(fact.individual, reason) }),
  };
}

function writtenIn(row: Row): Written {
  return { recordedAt: String(row['recorded_at']), author: String(row['author']), source: String(row['source']) };
}

async function endsIn(
  rows: readonly Row[],
  individual: string,
  opener: Opener,
): Promise<{ readonly ends?: readonly PersonEnd[] }> {
  const ends: PersonEnd[] = [];
  for (const row of rows) {
    const reason = row['reason'] === null ? undefined : await opener.text(individual, String(row['reason']));
    ends.push({
      ...{ id: String(row['id']), until: String(row['until_day']) },
      ...(reason !== undefined && { reason }),
      ...writtenIn(row),
      ...(await voidedIn(row, individual, opener)),
    });
  }
  return ends.length === 0 ? {} : { ends };
}

async function voidedIn(row: Row, individual: string, opener: Opener): Promise<{ readonly voided?: TakenBack }> {
  if (row['void_reason'] === null) return {};
  return {
    voided: {
      reason: await opener.text(individual, String(row['void_reason'])),
      recordedAt: String(row['voided_at']),
      author: String(row['voided_by']),
      source: String(row['voided_from']),
    },
  };
}
