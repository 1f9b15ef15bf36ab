import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bundle } from '../build.mjs';
import { JSON_TYPE, ownAnswer, question } from './ask.ts';
import { holds, readCases } from './cases.ts';

// The time limit of everything here: a workerd that does not start would wait for ever.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

// Nothing that is started here may ask anything of anybody.
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
};

let folder = '';
let edge: Miniflare | undefined;

beforeAll(async () => {
  Object.assign(process.env, QUIET);
  folder = mkdtempSync(join(tmpdir(), 'standing-edge-'));
  await bundle(folder);
  edge = new Miniflare({
    modules: true,
    script: readFileSync(join(folder, 'worker.js'), 'utf8'),
    // A date that the pinned workerd does not know yet would make it wait for ever.
    compatibilityDate: '2026-07-01',
    cf: false,
  });
  await edge.ready;
});

afterAll(async () => {
  await edge?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(path: string, body?: string): Promise<{ status: number; type: string | null; text: string }> {
  if (edge === undefined) throw new Error('workerd does not run');
  const init = body === undefined ? {} : { method: 'POST', headers: JSON_TYPE, body };
  const response = await edge.dispatchFetch(`http://standing.invalid${path}`, init);
  return { status: response.status, type: response.headers.get('Content-Type'), text: await response.text() };
}

describe('the worker', () => {
  test('answers that it is well', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  test('opens on no demo day, and has no pages', async () => {
    expect(await ask('/settings.json')).toMatchObject({ status: 200, text: '{"today":null}' });
    expect(await ask('/')).toMatchObject({ status: 404, type: 'application/problem+json' });
  });

  test.each(readCases().map((each) => [each.cites.join(' '), each.title, each.name, each] as const))(
    "%s: %s (%s), in the bytes of Node's answer",
    async (_cites, _title, _name, { request, expect: expected }) => {
      const { status, text } = await ask('/v1/evaluations', JSON.stringify(request));
      expect(status).toBe(200);
      expect(text).toBe(ownAnswer(request));
      expect(holds(expected, JSON.parse(text))).toBe(true);
    },
  );

  test("says the published program's answer in words, in the same bytes", async () => {
    const { text } = await ask('/v1/evaluations?words=en', JSON.stringify(question));
    expect(text).toBe(ownAnswer(question, 'en'));
  });

  test.each([
    ['no JSON', '{"asOf": tomorrow}', 400],
    ['a question of nothing', '{}', 422],
    ['a body over 8 MiB', ' '.repeat(9_000_000), 413],
  ])('refuses %s', async (_, body, status) => {
    expect(await ask('/v1/evaluations', body)).toMatchObject({ status, type: 'application/problem+json' });
  });
});
