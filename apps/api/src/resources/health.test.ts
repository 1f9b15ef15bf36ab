import { expect, test } from 'vitest';
import { makeApp } from '../../tests/ask.ts';
import { healthResource } from './health.ts';

test('GET /healthz says that requests are answered, never from a cache', async () => {
  const response = await makeApp().request('/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});

test.each([
  ['ok', 200, 7, true],
  ['degraded', 503, 7, false],
  ['starting', 503, null, false],
] as const)('with a ledger it says how that is: %s', async (status, code, schema, ready) => {
  const ledger = { engine: 'journal', schema, ready };
  const response = await healthResource(async () => ledger).request('/');
  expect(response.status).toBe(code);
  expect(await response.json()).toEqual({ status, ledger });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});

test('HEAD /healthz answers without a body', async () => {
  const response = await makeApp().request('/healthz', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});
