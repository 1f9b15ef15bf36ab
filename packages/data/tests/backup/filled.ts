import { append } from '../../src/ledger.ts';
import type { Database, Statement, Value } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { INDIVIDUALS, PARTNERS } from '../ledger/every-kind.ts';
import { instant, partnerOf } from '../ledger/written.ts';

const AT = '2004-06-30T12:00:00.000Z';
const sql = (text: string, ...parameters: readonly Value[]): Statement => ({ sql: text, parameters });
const P1 = { partner: 'p1' } as const;

/** A decision that is taken back, and another in its place, which the triggers would refuse beside the first. */
const BACK: Fact = { kind: 'void', ...P1, of: 'decision', fact: 'a', reason: 'another’s' };
const ANEW: readonly Fact[] = [
  {
    ...{ kind: 'decision', id: 'b', ...P1, application: 'a', outcome: 'refused' },
    ...{ decidedOn: '2004-03-02', reason: 'a\u0000b "é😀"\n' },
  },
  { kind: 'end', id: 'e', ...P1, of: 'affiliation', fact: 'b', until: '2004-12-01' },
];

const EDITION: Fact = {
  ...{ kind: 'edition', id: 'e', partner: '', program: 'cisco-channel', edition: '2003-11-04' },
  ...{ effectiveFrom: '2003-11-04', document: JSON.stringify({ text: 'ä'.repeat(300_000) }), hash: 'h' },
};

/** What is no fact: of each such table a row with everything and one with as little as possible. */
const REST: readonly Statement[] = [
  sql(
    `insert into disclosures values ('i1', 'd', 'p1', 'u1', '["status"]', ?, ?), ('i1', 'e', '', 'u2', '[]', ?, null)`,
    AT,
    AT,
    AT,
  ),
  sql(`insert into audit values ('p1', 'a', ?, 'u1', 'looked', 'i1', '{}', 'i1')`, AT),
  sql(`insert into purges values ('p', 'audit', '2003-01-01T00:00:00.000Z', ?, 'operator-1')`, AT),
  sql(`insert into operation_purges values ('p', 'outbox', '2003-01-01T00:00:00.000Z', ?, 'operator-1')`, AT),
  sql(`insert into api_key_uses values ('p1', 'a', '2004-06-30')`),
  sql(
    `insert into imports (id, kind, total, accepted, already, unfit, fingerprint, begun_at, finished_at, dry) values ('f', 'results', 3, 1, 1, 1, 'x', ?, null, 0)`,
    AT,
  ),
  sql(`insert into import_recordings values ('', 1, 'f', 1, 0)`),
  sql(
    `insert into import_inbox (id, kind, fields, individual_id, partner_id, code, lacks, lacks_id, import_id, line, received_at)
      values ('w', 'results', '{}', 'i8', '', 'unknown-individual', 'individual', 'i8', 'f', 2, ?)`,
    AT,
  ),
  sql(
    `insert into outbox (partner_id, id, individual_id, kind, due_on, content, attempts) values ('', 'm', 'i1', 'reminder', '2004-06-30', '{}', 2)`,
  ),
  sql(
    `insert into idempotency_keys (partner_id, principal, key, request_hash, begun_at, status, answer) values ('p1', 'u1', 'k', 'h', ?, 201, '{}')`,
    AT,
  ),
];

/** Facts of every kind and rows of every other table, over several pages; the same on every engine. */
export async function fill(database: Database): Promise<void> {
  const facts = [...INDIVIDUALS, ...PARTNERS].flatMap(([, some]) => some);
  const many = Array.from({ length: 950 }, (_, at): Fact => {
    return { kind: 'registration', individual: `m${at}`, id: 'r', registeredOn: '2003-01-01' };
  });
  const book = (partner: string) => facts.filter((fact) => (partnerOf(fact) ?? '') === partner);
  const recordings = [book(''), book('p1'), [BACK], ANEW, [EDITION], many];
  for (const [at, some] of recordings.entries()) {
    const partner = some[0] && partnerOf(some[0]);
    const recording = { partner, recordedAt: instant(at), author: 'operator-1', source: 'operator' } as const;
    const outcome = await append(database, recording, some);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  }
  const outcome = await database.batch(REST);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
}
