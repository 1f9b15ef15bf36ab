import { Hono } from 'hono';
import { describe, expect, test, vi } from 'vitest';
import { problemIn } from '../tests/ask.ts';
import { type Held, readJson, sendJson } from './body.ts';
import type { Env } from './problem.ts';

vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1_000_000;
const text = (length: number) => 'x'.repeat(length - 2);

/** What a client gets who asks for this value. */
async function fetched(value: unknown, held: Held): Promise<Response> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('requestId', crypto.randomUUID());
    await next();
  });
  return await app.get('/', (c) => sendJson(c, value, held)).request('/');
}

describe('answers', () => {
  test.each([2, 1_000, 65_536, 65_537, 131_072, 5 * MEGABYTE])('of %i bytes arrive whole', async (length) => {
    const held = { bytes: 0 };
    const response = await fetched(text(length), held);
    expect(await response.text()).toBe(JSON.stringify(text(length)));
    expect(held.bytes).toBe(0);
  });

  test('are measured in bytes of UTF-8', async () => {
    const held = { bytes: 0 };
    const response = await fetched('é'.repeat(MEGABYTE), held);
    expect(response.headers.get('Content-Length')).toBe(`${2 * MEGABYTE + 2}`);
    expect(held.bytes).toBe(2 * MEGABYTE + 2);
    expect(await response.json()).toBe('é'.repeat(MEGABYTE));
  });

  test('that nobody fetches are counted, and keep back other big ones only', async () => {
    const held = { bytes: 0 };
    const first = await fetched(text(200 * MEGABYTE), held);
    expect(held.bytes).toBe(200 * MEGABYTE);

    const second = await fetched(text(100 * MEGABYTE), held);
    expect(second.headers.get('Retry-After')).toBe('2');
    await problemIn(second, 429);
    expect((await fetched('small', held)).status).toBe(200);

    await first.body?.cancel();
    expect(held.bytes).toBe(0);
    expect((await fetched(text(100 * MEGABYTE), held)).status).toBe(200);
  });

  test('that are longer than a text can be are refused, not failed', async () => {
    // A control character takes six in JSON.
    const { issues } = await problemIn(await fetched('\u0001'.repeat(100 * MEGABYTE), { bytes: 0 }), 422);
    expect(issues).toEqual([{ path: '', message: expect.stringMatching(/ask about fewer/) }]);
  });
});

describe('bodies', () => {
  const sent = (body: ReadableStream<Uint8Array> | string) =>
    new Request('http://x/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' });

  test('that are being read are counted until they are read, or break off', async () => {
    const held = { bytes: 0 };
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const slow = new ReadableStream<Uint8Array>({
      start: (own) => {
        controller = own;
      },
    });
    const reading = readJson(sent(slow), held);
    controller?.enqueue(new Uint8Array(MEGABYTE).fill(0x20));
    await vi.waitUntil(() => held.bytes > 0, { timeout: 10_000 });
    controller?.error(new Error('gone'));
    expect(await reading).toMatchObject({ ok: false, refusal: { problem: 'badRequest' } });
    expect(held.bytes).toBe(0);
  });

  test('are kept back while too much is held, small ones never', async () => {
    const held = { bytes: 256 * 1024 * 1024 };
    expect(await readJson(sent(' '.repeat(MEGABYTE)), held)).toMatchObject({
      ok: false,
      refusal: { problem: 'tooManyRequests', headers: { 'Retry-After': expect.stringMatching(/^\d+$/) } },
    });
    expect(await readJson(sent('{}'.padEnd(60_000)), held)).toEqual({ ok: true, value: {} });
    expect(held.bytes).toBe(256 * 1024 * 1024);
  });
});
