import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemIn, programs } from '../tests/ask.ts';
import { createApp } from './app.ts';
import { readSite } from './site.ts';

const SECRET = 'nobody may read this';
const FILES = {
  'pages/index.html': '<h1>Start</h1>',
  'pages/404.html': '<h1>Not here</h1>',
  'pages/about.html': '<h1>About</h1>',
  'pages/people/index.html': '<h1>People</h1>',
  'pages/people/a b.html': '<h1>A B</h1>',
  'pages/_app/immutable/chunk.hash.js': 'export {};',
  'pages/_app/version.json': '{}',
  'pages/data.unknown-kind': 'x',
  'pages/v1/programs': SECRET,
  'pages/v1/other': SECRET,
  'pages/.env': SECRET,
  'pages/.git/config': SECRET,
  'secret.txt': SECRET,
  'bare/readme.txt': SECRET,
};

let root = '';
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-site-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  symlinkSync(join(root, 'secret.txt'), join(root, 'pages', 'link.txt'));
  symlinkSync(root, join(root, 'pages', 'up'));
  app = createApp({ programs, today: null, site: await readSite(join(root, 'pages')) });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe('answers with the page of an address', () => {
  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/about', 'about.html', 'text/html; charset=utf-8'],
    ['/about?day=2004-09-15', 'about.html', 'text/html; charset=utf-8'],
    ['/people/', 'people/index.html', 'text/html; charset=utf-8'],
    ['/people/a%20b', 'people/a b.html', 'text/html; charset=utf-8'],
    ['/_app/version.json', '_app/version.json', 'application/json'],
    ['/data.unknown-kind', 'data.unknown-kind', 'application/octet-stream'],
  ])('%s', async (path, file, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('X-Frame-Options')).toBe('DENY');
    expect(response.headers.get('Content-Security-Policy')).toMatch(/frame-ancestors 'none'/);
    expect(await response.text()).toBe(FILES[`pages/${file}` as keyof typeof FILES]);
  });

  test('what carries a hash in its name never changes', async () => {
    const response = await get('/_app/immutable/chunk.hash.js');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Type')).toMatch(/^text\/javascript/);
  });

  test('a page that has not changed costs a 304', async () => {
    const tag = (await get('/about')).headers.get('ETag') ?? '';
    const again = await get('/about', { 'If-None-Match': tag });
    expect(again.status).toBe(304);
    // Browsers put these headers in place of those that they keep: the API's own policy would block the page.
    expect(again.headers.get('Content-Security-Policy')).toBe(
      (await get('/about')).headers.get('Content-Security-Policy'),
    );
    expect(await again.text()).toBe('');
  });

  test("a folder's page is asked for with its slash", async () => {
    const response = await get('/people');
    expect(response.status).toBe(308);
    expect(response.headers.get('Location')).toBe('/people/');
  });

  test('the API keeps its addresses', async () => {
    expect(await (await get('/v1/programs')).json()).toHaveProperty('programs');
    await problemIn(await get('/v1/other'), 404);
  });

  test.each(['POST', 'PUT', 'DELETE'])('a page does not answer %s', async (method) => {
    const response = await app.request('/about', { method });
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    await problemIn(response, 405);
  });

  test('HEAD has no body', async () => {
    const response = await app.request('/about', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('what is not there', () => {
  test('gets the page that says so when a page is wanted', async () => {
    const response = await get('/nowhere', { Accept: 'text/html,*/*' });
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(FILES['pages/404.html']);
  });

  test('is a problem document otherwise', async () => {
    await problemIn(await get('/nowhere.json'), 404);
  });
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/..%5csecret.txt',
  '/people/..%2f..%2fsecret.txt',
  '//secret.txt',
  '/./../secret.txt',
  '/about%00.html',
  '/%c0%ae%c0%ae/secret.txt',
  '/%ff',
  '/.env',
  '/%2eenv',
  '/.git/config',
  '/link.txt',
  '/up/secret.txt',
  '/up/pages/about.html',
  '/__proto__',
  '/constructor',
  `/${'a/'.repeat(4_000)}`,
])('%s reaches nothing', async (path) => {
  const response = await get(path);
  expect(await response.clone().text()).not.toContain(SECRET);
  await problemIn(response, 404);
});

test.each(['bare', 'none', 'secret.txt'])('a folder without a start page is no site: %s', async (name) => {
  expect(await readSite(join(root, name))).toBeUndefined();
});

test('without pages the start address says what is there', async () => {
  const { detail } = await problemIn(await createApp({ programs, today: null }).request('/'), 404);
  expect(detail).toMatch(/dashboard.*not built.*\/v1\//);
});
