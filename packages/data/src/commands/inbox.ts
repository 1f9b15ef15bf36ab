import { catalogueOf } from '../import/catalogue.ts';
import { dismissRow, individualOf, readInbox } from '../import/inbox.ts';
import { retryInbox } from '../import/retry.ts';
import type { Database } from '../port/database.ts';
import { seal } from '../sealing/seal.ts';
import { REASONS } from '../statements/reason.ts';
import type { Store } from '../store/open.ts';
import { CannotGoOn, type Desk, ENDED, verb } from './command.ts';
import { withLedger } from './ledger.ts';

const USAGE = '[retry | dismiss <id> --reason <why>] [--author <who>]';

export const inbox = verb({
  name: 'inbox',
  usage: USAGE,
  does: 'lists the rows that did not fit and wait; tries again those whose lack has come; or dismisses one, with a reason',
  options: { reason: { type: 'string' }, author: { type: 'string' } },
  words: { least: 0, most: 2 },
  async run({ options, words: [act = 'list', id], desk }) {
    const author = options.author ?? desk.author;
    if (act === 'list' && id === undefined) return await withLedger(desk, 'look', ({ ledger }) => list(ledger, desk));
    if (act === 'retry' && id === undefined)
      return await withLedger(desk, 'look', ({ ledger }) => retry(ledger, desk, author));
    const { reason } = options;
    if (act !== 'dismiss' || id === undefined)
      throw new CannotGoOn(`Called as: standing-ledger inbox ${USAGE}`, { code: ENDED.usage });
    if (!reason) throw new CannotGoOn('A row is dismissed with a reason: --reason "…".', { code: ENDED.usage });
    return await withLedger(desk, 'look', (store) => dismiss(store, desk, { id, reason, author }));
  },
});

async function list(ledger: Database, { give, say }: Desk): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const page = await readInbox(ledger, after);
    const last = page.at(-1);
    if (last === undefined) break;
    await give(...page);
    count += page.length;
    after = last.id;
  }
  say(`${count} rows wait.`);
  return ENDED.done;
}

async function retry(ledger: Database, desk: Desk, author: string): Promise<number> {
  const retried = await retryInbox(ledger, {
    ...{ author, source: 'operator', now: desk.now },
    catalogue: catalogueOf(desk.programs()),
  });
  await desk.give(retried);
  desk.say(`${retried.accepted + retried.already} rows went in, ${retried.unfit} lack something else now.`);
  return retried.unfit > 0 ? ENDED.look : ENDED.done;
}

type Dismissal = { readonly id: string; readonly reason: string; readonly author: string };

async function dismiss(store: Store, desk: Desk, { id, reason, author }: Dismissal): Promise<number> {
  const individual = await individualOf(store.ledger, id);
  if (individual === undefined) throw new CannotGoOn(`No row ${id} waits in the inbox; "inbox" lists those that do.`);
  const by = { at: desk.now(), author, reason: await inForm(store, individual, reason) };
  const outcome = await store.ledger.batch([dismissRow(id, by)]);
  if (!outcome.ok) throw new CannotGoOn(`Row ${id} was not dismissed: ${outcome.refusal.detail}.`);
  if (outcome.rows[0]?.length !== 1) throw new CannotGoOn(`Row ${id} was settled by somebody else meanwhile.`);
  desk.say(`Row ${id} is dismissed.`);
  return ENDED.done;
}

/** What an operator writes may name whom the row is about: it is sealed with that individual's key. */
async function inForm(store: Store, individual: string, reason: string): Promise<string> {
  if (REASONS.some((code) => code === reason)) return reason;
  const sealed = individual === '' ? undefined : await seal(await store.keys(), crypto, individual, reason);
  if (sealed !== undefined) return sealed;
  throw new CannotGoOn(`The row is about nobody whose key could seal the reason: give one of ${REASONS.join(', ')}.`, {
    code: ENDED.usage,
  });
}
