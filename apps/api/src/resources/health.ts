import { Hono } from 'hono';
import { type Env, STATUS } from '../problem.ts';

/** How a server's ledger is: `schema` is null until it is open. No path, no address and no token is in it. */
export type LedgerHealth = { readonly engine: string; readonly schema: number | null; readonly ready: boolean };

/**
 * Answers as long as requests are answered. Where there is a ledger it says how that is, by the status too: a balancer
 * that has another server sends requests there, and whoever asks this one all the same gets answers that need no ledger.
 */
export function healthResource(ledger?: () => Promise<LedgerHealth>) {
  return new Hono<Env>().get('/', async (c) => {
    c.header('Cache-Control', 'no-store');
    if (ledger === undefined) return c.json({ status: 'ok' });
    const health = await ledger();
    if (health.ready) return c.json({ status: 'ok', ledger: health });
    const status = health.schema === null ? 'starting' : 'degraded';
    return c.json({ status, ledger: health }, STATUS.serviceUnavailable);
  });
}
