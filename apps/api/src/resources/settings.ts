import { Hono } from 'hono';
import type { Env } from '../problem.ts';

/**
 * What the static dashboard asks for when it opens. `today` is the program day on which the demo opens; null where
 * none is set.
 */
export function settingsResource(today: string | null) {
  return new Hono<Env>().get('/', (c) => c.json({ today }, { headers: { 'Cache-Control': 'no-store' } }));
}
