import { Hono } from 'hono';
import type { Env } from '../problem.ts';

/** Answers as long as requests are answered. */
export function healthResource() {
  return new Hono<Env>().get('/', (c) => c.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } }));
}
