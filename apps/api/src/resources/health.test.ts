import { expect, test } from 'vitest';
import { makeApp } from '../../tests/ask.ts';

test('GET /healthz says that requests are answered, never from a cache', async () => {
  const response = await makeApp().request('/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});

test('HEAD /healthz answers without a body', async () => {
  const response = await makeApp().request('/healthz', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('');
});
