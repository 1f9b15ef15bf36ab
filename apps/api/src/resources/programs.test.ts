import { readFileSync } from 'node:fs';
import { published } from '@standing/domain/editions';
import { describe, expect, test } from 'vitest';
import { makeApp, problemIn } from '../../tests/ask.ts';

type Listed = {
  readonly edition: string;
  readonly name: string;
  readonly effectiveFrom: string;
  readonly href: string;
};
type List = { readonly programs: readonly { readonly id: string; readonly editions: readonly Listed[] }[] };

const app = makeApp();
const folder = new URL('../../../../packages/domain/editions/', import.meta.url);

describe('GET /v1/programs', () => {
  test('lists every program with its editions, the earliest first', async () => {
    const response = await app.request('/v1/programs');
    expect(response.status).toBe(200);
    const { programs } = (await response.json()) as List;
    expect(programs.map(({ id }) => id)).toEqual(published.map(({ program }) => program));
    expect(programs[0]?.editions.map(({ edition, effectiveFrom }) => [edition, effectiveFrom])).toEqual([
      ['2003-11-03', expect.stringMatching(/^\d{4}-\d\d-\d\d$/)],
      ['2003-11-04', '2003-11-04'],
    ]);
  });

  test('names addresses that answer with the editions as they are published', async () => {
    const { programs } = (await (await app.request('/v1/programs')).json()) as List;
    for (const { id, editions } of programs) {
      for (const { edition, href } of editions) {
        const response = await app.request(href);
        expect(response.status).toBe(200);
        const file: unknown = JSON.parse(readFileSync(new URL(`${id}/${edition}.json`, folder), 'utf8'));
        expect(await response.text()).toBe(JSON.stringify(file));
      }
    }
  });

  test.each([
    '/v1/programs/cisco-channel/editions/1999-01-01',
    '/v1/programs/nobody-knows/editions/2003-11-04',
    '/v1/programs/__proto__/editions/constructor',
    '/v1/programs/cisco-channel/editions/..%2f2003-11-04',
    '/v1/programs/%ff/editions/%00',
    '/v1/programs/cisco-channel',
    '/v1/programs/cisco-channel/editions',
  ])('%s is not found', async (path) => {
    await problemIn(await app.request(path), 404);
  });
});

describe('what was fetched once costs a 304', () => {
  test.each(['/v1/programs', '/v1/programs/cisco-channel/editions/2003-11-04'])('%s', async (path) => {
    const first = await app.request(path);
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).not.toBe('');
    expect(first.headers.get('Cache-Control')).toBe('public, no-cache');

    const again = await app.request(path, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('ETag')).toBe(tag);

    const other = await app.request(path, { headers: { 'If-None-Match': '"another"' } });
    expect(other.status).toBe(200);
  });
});
