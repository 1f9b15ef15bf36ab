/**
 * Takes pictures of the built pages, folded and open, in both themes, narrow, wide and on paper, and the one of the
 * README: `npm run screenshots`, after a build.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumOptions } from './tests/chromium.ts';
import { all, choose, everything } from './tests/records.ts';
import { serveBuild } from './tests/static-server.ts';

const folder = fileURLToPath(new URL('test-results/screenshots', import.meta.url));
const forReadme = fileURLToPath(new URL('../../docs/standing.png', import.meta.url));
const widths = { narrow: 360, wide: 1280 } as const;

type Shot = { readonly path: string; readonly prepare?: (page: Page) => Promise<unknown>; readonly onPaper?: true };

const shots: Readonly<Record<string, Shot>> = {
  partner: { path: '/', onPaper: true },
  'partner-open': {
    path: '/?open=ip-telephony+level.silver+level.silver.r.note+wireless-lan+wireless-lan.r.0.note+others+expiries',
  },
  'partner-month': { path: '/', prepare: (page) => page.getByRole('button', { name: /^December 2004/ }).click() },
  'partner-later': { path: '/?day=2005-06-01&open=vpn-security' },
  'partner-imagined': { path: '/?open=differences+vpn-security#if=leaves,2004-09-15,CSCO10000001' },
  allocation: { path: '/allocation/' },
  'allocation-swap': {
    path: '/allocation/#if=fills,2004-09-15,CSCO10000009,ip-telephony,field-engineer',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Compare with the best allocation' }).click();
      await page.getByRole('row', { name: /Hana/ }).getByRole('gridcell').nth(9).click();
    },
  },
  forecast: { path: '/forecast/', onPaper: true },
  'forecast-imagined': {
    path: '/forecast/#if=leaves,2004-09-15,CSCO10000005;hires,2004-09-15,new-1,award%3Accnp;leaves,2004-11-01,CSCO10000001',
  },
  'certifications-imagined': {
    path: '/certifications/#of=CSCO10000008&if=passes,2004-09-15,CSCO10000008,unknown-ip-telephony-support',
  },
  'records-imagined': { path: '/records/#if=edition,2004-09-15,2003-11-03' },
  'what-if': {
    path: '/forecast/',
    prepare: (page) => page.getByRole('button', { name: 'What if…' }).click(),
  },
  'what-if-refused': {
    path: '/',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'What if…' }).click();
      await page.getByLabel('What', { exact: true }).selectOption('somebody leaves');
      await page.getByLabel('Who').selectOption('Daniel Okoro');
      await page.getByLabel('From the day').fill('2004-12-01');
      await page.getByRole('button', { name: 'Imagine it' }).click();
    },
  },
  'allocation-pinned': {
    path: '/allocation/',
    prepare: (page) => page.getByRole('row', { name: /Mara/ }).getByRole('gridcell').nth(4).click(),
  },
  'allocation-accepted': {
    path: '/allocation/',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Compare with the best allocation' }).click();
      await page.getByRole('button', { name: 'Accept all' }).click();
    },
  },
  certifications: { path: '/certifications/', onPaper: true },
  'certifications-open': {
    path: '/certifications/?open=ccna+ccna.p0.4.note+ip-telephony-design-specialist+ip-telephony-design-specialist.r.note+firewall-specialist',
  },
  record: { path: '/certifications/?day=2004-06-15&open=record+assumed' },
  refused: { path: '/certifications/?day=2001-02-30' },
  records: { path: '/records/' },
  'records-read': { path: '/records/', prepare: (page) => choose(page, ...all) },
  'records-asking': { path: '/records/', prepare: (page) => choose(page, ...everything), onPaper: true },
  'records-forget': {
    path: '/records/',
    prepare: async (page) => {
      await choose(page, ...all);
      await page.getByRole('button', { name: 'Forget all of it' }).click();
    },
  },
  'own-standing': {
    path: '/records/?day=2004-03-01',
    prepare: async (page) => {
      await choose(page, ...all);
      await page.getByRole('link', { name: 'See where the partner stands' }).click();
      await page.getByRole('heading', { level: 1, name: 'My company' }).waitFor();
    },
  },
  missing: { path: '/404.html' },
};

async function take(context: BrowserContext, address: string, name: string, shot: Shot, label: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address + shot.path, { waitUntil: 'networkidle' });
  await shot.prepare?.(page);
  await page.screenshot({ path: `${folder}/${name}-${label}.png`, fullPage: true });
  if (shot.onPaper && label.endsWith('light')) {
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: `${folder}/${name}-${label}-print.png`, fullPage: true });
  }
  await page.close();
}

/** Runs in the browser: with fewer shades at the edges of letters a picture takes far less room in the repository. */
async function withFewerColours(png: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser has no canvas.');
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height);
  const STEP = 17;
  for (const [index, value] of pixels.data.entries()) pixels.data[index] = Math.round(value / STEP) * STEP;
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}

/** Only these, where some are named: `npm run screenshots -- forecast allocation`. */
const asked = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const server = await serveBuild();
const browser = await chromium.launch(chromiumOptions);
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, width] of Object.entries(widths)) {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
    for (const [name, shot] of Object.entries(shots).filter(([name]) => asked.length === 0 || asked.includes(name)))
      await take(context, server.address, name, shot, `${size}-${colorScheme}`);
    await context.close();
  }
}
const page = await browser.newPage({ colorScheme: 'light', viewport: { width: 1200, height: 668 } });
await page.goto(server.address, { waitUntil: 'networkidle' });
const picture = await page.screenshot();
await page.goto('about:blank');
await writeFile(forReadme, Buffer.from(await page.evaluate(withFewerColours, picture.toString('base64')), 'base64'));
await browser.close();
await server.stop();
console.log(`Pictures are in ${folder}; that of the README is ${forReadme}`);
