import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, line, open, standing, test, unfoldAll } from './journey.ts';

const banner = (page: Page): Locator => page.getByRole('region', { name: 'What is imagined' });
const ahead = (page: Page, key: string): Locator => page.locator(`[id="ahead-${key}"]`);

async function openForecast(page: Page, address: string): Promise<void> {
  await open(page, `${address}/forecast/`);
}

test('one time axis shows terms, breaks and awards, and a table beneath says the same', async ({ page, address }) => {
  await openForecast(page, address);
  await expect(page.getByRole('img')).toHaveAccessibleName(
    'A time axis with four terms and 32 awards of 18 individuals; VPN/Security on 17 December 2004 would break.',
  );
  await expect(page.getByRole('img')).toContainText('breaks 17 December 2004');
  await expect(ahead(page, 'vpn-security')).toContainText('at risk, breaks 17 December 2004');
  await expect(ahead(page, 'vpn-security')).toContainText('Keiko Tanabe: the award of Cisco VPN Specialist ends.');
  await expect(ahead(page, 'vpn-security')).toContainText('Renewal window: 12 November 2004');
  await expect(page.getByRole('row', { name: /^Noor Bakker/ })).toContainText('CCDA until 30 October 2004');
  await expect(page.getByRole('row', { name: /^1 November 2004/ })).toContainText(
    'Daniel Okoro: the affiliation ends.',
  );
});

test('a repair opens a what-if in which it holds', async ({ page, address }) => {
  await openForecast(page, address);
  const repair = 'Put Mara Lindqvist on field engineer of VPN/Security before 17 December 2004.';
  await page.getByRole('button', { name: `What if? ${repair}` }).click();
  await expect(banner(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('imagined');
});

test('a place that nobody can fill has a repair too: somebody new, with what the place asks for', async ({
  page,
  address,
}) => {
  await open(page, `${address}/forecast/#if=leaves,2004-09-15,CSCO10000005`);
  await expect(ahead(page, 'wireless-lan')).toContainText('not ready today');
  await ahead(page, 'wireless-lan')
    .getByRole('button', { name: /join before 20 January 2005/ })
    .click();
  await expect(banner(page)).toContainText('Somebody new (3) fills field engineer in Wireless LAN');
  await expect(ahead(page, 'wireless-lan')).toContainText('breaks 15 September 2005');
});

test('what falls if somebody leaves opens a what-if', async ({ page, address }) => {
  await openForecast(page, address);
  const losses = page.getByRole('region', { name: 'If somebody leaves' });
  await expect(losses).toContainText(
    'If Mara Lindqvist leaves, nothing falls; VPN/Security stays met if others take its places.',
  );
  await losses.getByRole('button', { name: 'What if Mara Lindqvist leaves?' }).click();
  await expect(banner(page)).toContainText('Mara Lindqvist leaves');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Partner’s standing' }).click();
  await expect(line(page, 'vpn-security')).toContainText('not ready');
});

test('the day on the axis moves by keys, and all follows', async ({ page, address }) => {
  await openForecast(page, address);
  await page.getByRole('slider', { name: 'Drag the day' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-16');
  await expect(page).toHaveURL(/day=2004-09-16/);
  for (const [key, day] of [
    ['PageUp', /^2004-1/],
    ['Home', '2004-03-01'],
    ['End', '2006-08-31'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByLabel('Day shown')).toHaveValue(day);
  }
  await page.getByLabel('Day shown').fill('2004-09-16');
  await page.getByRole('button', { name: '21 October 2004', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-10-21');
});

test('the line itself is dragged, the page says which day it stands on, and all follows when it is let go', async ({
  page,
  address,
}) => {
  await openForecast(page, address);
  const picture = page.getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  const line = await page.locator('line.day').boundingBox();
  if (box === null || line === null) throw new Error('The picture is not there.');
  const y = box.y + 120;
  await page.mouse.move(line.x + line.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 40, y, { steps: 4 });
  await expect(page.getByRole('figure')).toContainText('31 August 2006');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-15');
  await page.mouse.up();
  await expect(page.getByLabel('Day shown')).toHaveValue('2006-08-31');
});

test('the partner’s page has the cheapest repair beside it, and a row has its own', async ({ page, address }) => {
  await open(page, address);
  const cheapest = page.getByRole('region', { name: 'Cheapest repair' });
  await expect(cheapest).toContainText('IP Telephony');
  await line(page, 'vpn-security').click();
  await expect(standing(page, 'vpn-security')).toContainText(
    'Put Mara Lindqvist on field engineer of VPN/Security before 17 December 2004.',
  );
  await cheapest.getByRole('button').click();
  await expect(banner(page)).toContainText('one more specialization is met');
  await expect(line(page, 'ip-telephony')).toContainText('imagined');
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`the forecast stands in nobody's way: ${colorScheme}, ${width} px`, async ({ page, address }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await openForecast(page, address);
    await unfoldAll(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    expect(complaints).toEqual([]);
  });
}
