import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cancel, claim, enqueue, fail, succeed } from '../../src/operations.ts';
import type { Database } from '../../src/port/database.ts';
import { emptyLedgers } from '../databases.ts';
import { runs } from '../runs.ts';

const empty = await emptyLedgers();
const START = Date.parse('2004-06-30T12:00:00.000Z');
const instant = (minute: number) => new Date(START + minute * 60_000).toISOString();
const [LEASE, RETRY, MOST] = [10, 5, 4];

const key = fc.constantFrom('a', 'b', 'c');
/** What a sender says is of the claim that was given so many claims ago. */
const back = fc.nat(5);
const act = fc.oneof(
  key.map((of) => ({ does: 'enqueue', of }) as const),
  key.map((of) => ({ does: 'cancel', of }) as const),
  fc.integer({ min: 1, max: 3 }).map((limit) => ({ does: 'claim', limit }) as const),
  fc.constant({ does: 'claim', limit: 3 } as const),
  back.map((ago) => ({ does: 'succeed', ago }) as const),
  back.map((ago) => ({ does: 'fail', ago }) as const),
  fc.integer({ min: 1, max: 12 }).map((minutes) => ({ does: 'wait', minutes }) as const),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
type Claimed = { readonly key: string; readonly attempt: number };

/** The outbox as a list: whose turn each message is from when, and what became of it. */
class Plain {
  readonly #kept = new Map<string, { attempt: number; from: number; isSent: boolean; isCancelled: boolean }>();
  readonly claims: Claimed[] = [];

  does(each: Act, now: number): unknown {
    switch (each.does) {
      case 'wait':
        return undefined;
      case 'enqueue':
        return this.#enqueue(each.of, now);
      case 'cancel':
        return this.#cancel(each.of);
      case 'claim':
        return this.#claim(each.limit, now);
      default:
        return this.#settle(each.ago, each.does, now);
    }
  }

  #enqueue(of: string, now: number) {
    const there = this.#kept.get(of);
    if (there !== undefined && (there.isSent || !there.isCancelled)) return [];
    this.#kept.set(of, { attempt: there?.attempt ?? 0, from: now, isSent: false, isCancelled: false });
    return [of];
  }

  #cancel(of: string) {
    const there = this.#kept.get(of);
    if (there === undefined || there.isSent || there.isCancelled) return [];
    there.isCancelled = true;
    return [of];
  }

  #claim(limit: number, now: number) {
    const sorted = [...this.#kept].sort(([a], [b]) => (a < b ? -1 : 1));
    const due = sorted.filter(
      ([, { isSent, isCancelled, from, attempt }]) => !isSent && !isCancelled && from <= now && attempt < MOST,
    );
    const claimed = due.slice(0, limit).map(([name, message]) => {
      Object.assign(message, { attempt: message.attempt + 1, from: now + LEASE });
      return { key: name, attempt: message.attempt };
    });
    this.claims.push(...claimed);
    return claimed;
  }

  #settle(ago: number, how: 'succeed' | 'fail', now: number) {
    const claimed = this.claims.at(-1 - ago);
    const there = this.#kept.get(claimed?.key ?? '');
    if (there === undefined || there.isSent || there.attempt !== claimed?.attempt) return false;
    if (how === 'succeed') there.isSent = true;
    else there.from = now + RETRY;
    return true;
  }
}

async function does(database: Database, each: Act, now: number, claims: readonly Claimed[]): Promise<unknown> {
  if (each.does === 'wait') return undefined;
  if (each.does === 'enqueue' || each.does === 'cancel') {
    const message = { key: each.of, kind: 'k', dueOn: '2004-06-30', content: null };
    const outcome = await (each.does === 'enqueue'
      ? enqueue(database, [message])
      : cancel(database, { keys: [each.of] }, instant(now)));
    return outcome.ok && outcome.value;
  }
  if (each.does === 'claim') {
    const lease = { by: '2004-06-30', now: instant(now), leaseUntil: instant(now + LEASE), mostAttempts: MOST };
    const claimed = await claim(database, { ...lease, limit: each.limit });
    return claimed.map(({ key: name, attempt }) => ({ key: name, attempt }));
  }
  const claimed = claims.at(-1 - each.ago) ?? { key: 'none', attempt: 1 };
  const outcome = await (each.does === 'succeed'
    ? succeed(database, claimed, instant(now))
    : fail(database, claimed, { failure: 'smtp-421', retryAt: instant(now + RETRY) }));
  return outcome.ok;
}

test('the outbox does what a list of messages, each one sender’s at a time, would do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40, size: 'max' }), async (acts) => {
      const [database, plain] = [empty(), new Plain()];
      let now = 0;
      for (const each of acts) {
        if (each.does === 'wait') now += each.minutes;
        const given = await does(database, each, now, plain.claims);
        expect(given).toEqual(plain.does(each, now));
      }
    }),
    runs(60, 2000),
  );
}, 600_000);
