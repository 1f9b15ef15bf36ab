import initSqlJs from 'sql.js';
import { openMemory } from '../../src/engines/sqljs.ts';
import { append } from '../../src/ledger.ts';
import { begin, enqueue, finish, insertAudit, insertDisclosures } from '../../src/operations.ts';
import type { Database } from '../../src/port/database.ts';
import { prepareKeys } from '../../src/sealing/keys.ts';
import { seal } from '../../src/sealing/seal.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import type { Recording } from '../../src/statements/recording.ts';

export const NAME = 'Zsófia Quarterstaff';
export const AT = '2004-06-30T12:00:00.000Z';
export const operator: Recording = { recordedAt: AT, author: 'operator-1', source: 'operator' };
const admin: Recording = { partner: 'p1', recordedAt: AT, author: 'admin-1', source: 'partner' };

export async function memoryKeys(): Promise<Database> {
  const keys = openMemory(await initSqlJs());
  await prepareKeys(keys);
  return keys;
}

const ofP1 = { partner: 'p1' };
const role = { specialization: 'vpn-security', jobRole: 'field-engineer' };

/** Writes of one person, `own` and its earlier id, what every table can have, each text sealed with the name in it. */
export async function writeEverything(ledger: Database, keys: Database, own: string): Promise<void> {
  const earlier = `${own}-earlier`;
  const sealed = async (individual: string, text: string) =>
    (await seal(keys, crypto, individual, `${text} ${NAME} of ${own}`)) ?? '';
  const i = { individual: own };
  const e = { individual: earlier };
  await kept(ledger, operator, [
    { kind: 'registration', id: 'registration', ...i, registeredOn: '2003-01-01' },
    { kind: 'profile', id: 'p', ...i, from: '2003-01-01', sealed: await sealed(own, 'profile') },
    { kind: 'merge', id: 'm', ...e, into: own, mergedOn: '2004-01-01' },
    { kind: 'exam-result', id: 'r', ...e, exam: '640-801', takenOn: '2003-02-01', result: 'pass' },
    { kind: 'exam-result', id: 'wrong', ...i, exam: '640-801', takenOn: '2003-03-01', result: 'fail' },
    { kind: 'void', ...i, of: 'exam-result', fact: 'wrong', reason: await sealed(own, 'void') },
    { kind: 'agreement', id: 'a', ...i, agreement: 'career', acceptedOn: '2003-02-01' },
    { kind: 'verified-award', id: 'v', ...i, certification: 'ccie', validFrom: '2003-02-01' },
    { kind: 'grant', id: 'g', ...i, ...ofP1, audience: 'administrators', scope: 'status', from: '2003-02-01' },
    { kind: 'end', id: 'x', ...i, of: 'grant', fact: 'g', until: '2004-01-01', reason: await sealed(own, 'end') },
  ]);
  const id = (name: string) => `${name}-${own}`;
  await kept(ledger, admin, [
    { kind: 'affiliation', id: id('aff'), ...ofP1, ...e, from: '2003-01-01' },
    { kind: 'end', id: id('left'), ...ofP1, of: 'affiliation', fact: id('aff'), until: '2004-02-01', reason: 'left' },
    { kind: 'void', ...ofP1, of: 'end', fact: id('left'), reason: 'mistake' },
    { kind: 'confirmation', id: id('con'), ...ofP1, ...i, affiliation: id('aff'), confirmedOn: '2003-01-02' },
    { kind: 'allocation', id: id('all'), ...ofP1, ...i, ...role, pinned: true, reason: await sealed(own, 'pin') },
    { kind: 'location', id: id('loc'), ...ofP1, name: 'Head office', from: '2003-01-01' },
    { kind: 'contact', id: id('cnt'), ...ofP1, ...i, location: id('loc'), role: 'engineer', from: '2003-01-01' },
    {
      ...{ kind: 'request', id: id('req'), ...ofP1, ...i, scope: 'status', requestedOn: '2003-01-02' },
      reason: await sealed(own, 'request'),
    },
    {
      ...{ kind: 'application', id: id('app'), ...ofP1, specialization: 'vpn-security', purpose: 'new' },
      ...{ program: 'cisco-channel', edition: '1', submittedOn: '2003-02-01', dossierHash: 'h' },
      dossier: JSON.stringify({ people: [own, 'another'] }),
    },
  ]);
  const detail = { note: await sealed(own, 'audit') };
  const outcome = await ledger.batch([
    ...insertDisclosures([{ id: 'd', ...e, viewer: 'admin-1', at: AT, released: ['status'] }]),
    ...insertAudit([{ id: id('aud'), ...i, at: AT, actor: 'operator-1', action: 'correct', subject: 'r', detail }]),
    inboxRow(own),
  ]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const content = { certification: 'ccna', note: await sealed(own, 'outbox') };
  await enqueue(ledger, [{ key: id('msg'), ...i, kind: 'reminder', dueOn: '2004-07-01', content }]);
  const asked = { principal: 'admin-1', key: id('key'), requestHash: 'h' };
  await begin(ledger, { ...asked, ...i, now: AT, staleBefore: AT });
  const answer = { note: await sealed(own, 'answer') };
  const finished = await finish(ledger, asked, { begunAt: AT, status: 200, answer });
  if (!finished.ok) throw new Error(JSON.stringify(finished.faults));
}

async function kept(ledger: Database, recording: Recording, facts: readonly Fact[]): Promise<void> {
  const outcome = await append(ledger, recording, facts);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
}

/** A row whose columns were mixed up: the importer takes any text for the name of an exam. */
function inboxRow(own: string) {
  const fields = JSON.stringify({ individual: own, exam: NAME, takenOn: '2003-02-01', result: 'pass' });
  return {
    sql: `insert into import_inbox (id, kind, fields, individual_id, partner_id, code, column_name, lacks, lacks_id, import_id, line, received_at)
      values (?, 'results', ?, ?, '', 'unknown-exam', 'exam', 'exam', ?, 'f', 1, ?)`,
    parameters: [`row-${own}`, fields, own, NAME, AT],
  };
}
