import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startRealServer } from './real-server.ts';
import { serveBuild } from './static-server.ts';

type Places = {
  /** Where the server that users run answers; with STANDING_JOURNEYS=static the plain files instead. */
  readonly address: string;
  /** Where the built files are served by a plain static server, with no API behind them. */
  readonly plain: string;
};

export const test = base.extend<object, Places>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are needed from this pattern.
    async ({}, use) => {
      const server = process.env['STANDING_JOURNEYS'] === 'static' ? await serveBuild() : await startRealServer();
      await use(server.address);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  plain: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const server = await serveBuild();
      await use(server.address);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

export { expect };

/** The address of the individual's page, from that of the server. */
export function certifications(address: string, search = ''): string {
  return `${address}/certifications/${search}`;
}

/** Opens a page and waits until it answers to keys and clicks. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByLabel('Day shown')).toBeEnabled();
}

export async function unfoldAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** A row of the partner's page by its key: a specialization's id, `level.` and a level's. */
export function standing(page: Page, key: string): Locator {
  return page.locator(`[id="row-${key}"]`);
}

/** The line of such a row that one reads without opening anything. */
export function line(page: Page, key: string): Locator {
  return standing(page, key).locator(':scope > summary');
}

export function award(page: Page, certification: string): Locator {
  return page.locator(`#award-${certification}`);
}

/** The line that one reads without opening anything. */
export function row(page: Page, certification: string): Locator {
  return award(page, certification).locator(':scope > summary');
}

export const allAwards = [
  'ip-telephony-design-specialist',
  'ccie',
  'firewall-specialist',
  'vpn-specialist',
  'ccnp',
  'ccna',
  'ccdp',
  'ccip',
  'ccsp',
  'ip-telephony-support-specialist',
  'ip-telephony-operations-specialist',
  'ip-telephony-express-specialist',
  'ccda',
] as const;
