import { expect, test } from 'vitest';
import { makeApp } from '../../tests/ask.ts';

test.each(['2004-09-15', null])('GET /settings.json says the day on which the demo opens: %s', async (today) => {
  const response = await makeApp(today).request('/settings.json');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ today });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});
