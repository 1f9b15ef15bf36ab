/** Takes pictures of the built pages, folded and open, in both themes, narrow and wide: `npm run screenshots`. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumOptions } from './tests/chromium.ts';
import { serveBuild } from './tests/static-server.ts';

const folder = fileURLToPath(new URL('test-results/screenshots', import.meta.url));
const widths = { narrow: 360, wide: 1280 } as const;
const pages = {
  partner: '/',
  'partner-open':
    '/?open=ip-telephony+level.silver+level.silver.r.note+wireless-lan+wireless-lan.r.0.note+others+expiries',
  'partner-later': '/?day=2005-06-01&open=vpn-security',
  certifications: '/certifications/',
  'certifications-open':
    '/certifications/?open=ccna+ccna.p0.4.note+ip-telephony-design-specialist+ip-telephony-design-specialist.r.note+firewall-specialist',
  record: '/certifications/?day=2004-06-15&open=record+assumed',
  refused: '/certifications/?day=2001-02-30',
} as const;

await mkdir(folder, { recursive: true });
const server = await serveBuild();
const browser = await chromium.launch(chromiumOptions);
for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, width] of Object.entries(widths)) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    for (const [name, path] of Object.entries(pages)) {
      const page = await context.newPage();
      await page.goto(server.address + path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png`, fullPage: true });
      if ((name === 'partner' || name === 'certifications') && colorScheme === 'light') {
        await page.emulateMedia({ media: 'print' });
        await page.screenshot({ path: `${folder}/${name}-print-${size}.png`, fullPage: true });
      }
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
await server.stop();
console.log(`Pictures are in ${folder}`);
