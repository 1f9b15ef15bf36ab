import type { Erasing } from '../ledger/erase.ts';
import { cutAt, everyId } from '../ledger/load.ts';
import { byCodeUnit } from '../ledger/people.ts';
import { type AuditEntry, placeOfEntry, readAudit } from '../operations/audit.ts';
import { type Disclosure, placeOfDisclosure, readDisclosures } from '../operations/disclosures.ts';
import type { Json } from '../operations/json.ts';
import { everyPage } from '../operations/page.ts';
import type { WebCrypto } from '../sealing/seal.ts';
import { dossiersWith, type NamedIn } from './dossiers.ts';
import { factsAbout, type PersonFact } from './facts.ts';
import { openerOf } from './opener.ts';
import { answersOf, inboxOf, outboxOf } from './rows.ts';

/** Everything that is kept about a person, to be given to that person: its shape is in the package's README. */
export type PersonRecord = {
  readonly format: 'standing-person';
  readonly version: 1;
  /** The id that the person goes by, and all that are known to be the same person's. */
  readonly individual: string;
  readonly ids: readonly string[];
  readonly facts: readonly PersonFact[];
  readonly dossiers: readonly NamedIn[];
  readonly disclosures: readonly Disclosure[];
  readonly audit: readonly AuditEntry[];
  readonly inbox: readonly Json[];
  readonly outbox: readonly Json[];
  readonly answers: readonly Json[];
};

/** Tables with an individual's id that are not in the file, and why. */
export const LEFT_OUT: { readonly [table: string]: string } = {
  voids: 'They stand with the facts that they took back.',
  ends: 'They stand with the facts that they end.',
  due_days: 'They follow from the facts, and are made anew from them at any time.',
};

/**
 * The whole record of a person, asked for by any of its ids: the same facts give the same document, and it holds nothing of
 * other people but the ids of those who wrote, looked or were granted a look. Lists are by id or by time. What cannot be
 * opened, for the person was erased, is null.
 */
export async function recordOf(
  { ledger, keys }: Erasing,
  webCrypto: WebCrypto,
  individual: string,
): Promise<PersonRecord> {
  const cut = await cutAt(ledger);
  const { ids: found, aliases } = await everyId(ledger, [individual], cut);
  const ids = found.toSorted(byCodeUnit);
  const opener = openerOf(keys, webCrypto);
  const facts = await factsAbout(ledger, ids, cut, opener);
  const partners = [...new Set(facts.map(({ partner }) => partner))].filter((each) => typeof each === 'string');
  const audit = await everyPage((after) => readAudit(ledger, { individuals: ids, after }), placeOfEntry);
  return {
    ...{ format: 'standing-person', version: 1 },
    individual: aliases.get(individual) ?? individual,
    ids,
    facts,
    dossiers: await dossiersWith(ledger, partners, ids, cut.sequence),
    disclosures: await everyPage((after) => readDisclosures(ledger, { individuals: ids, after }), placeOfDisclosure),
    audit: await Promise.all(
      audit.map(async (entry) => ({
        ...entry,
        detail: await opener.json(entry.individual ?? individual, entry.detail),
      })),
    ),
    inbox: await inboxOf(ledger, ids, opener),
    outbox: await outboxOf(ledger, ids, opener),
    answers: await answersOf(ledger, ids, opener),
  };
}
