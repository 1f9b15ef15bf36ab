import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { withChromium } from './chromium.ts';
import { brotli } from './size.ts';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Bytes of JavaScript, after brotli, that a browser has loaded when the first page of a built site is at rest. */
export async function scriptsOfFirstPage(folder: string): Promise<number> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://local').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (content) =>
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port');
    return await withChromium(async (browser) => {
      const page = await browser.newPage();
      const bodies: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') bodies.push(response.body());
      });
      await page.goto(`http://127.0.0.1:${address.port}/`, { waitUntil: 'networkidle' });
      const inline = await page.$$eval('script:not([src])', (scripts) =>
        scripts.map(({ textContent }) => textContent ?? ''),
      );
      const all = [...(await Promise.all(bodies)), ...inline.map((text) => Buffer.from(text))];
      return all.reduce((sum, body) => sum + brotli(body), 0);
    });
  } finally {
    server.close();
  }
}
