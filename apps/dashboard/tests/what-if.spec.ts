import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { certifications, expect, line, open, test, unfoldAll } from './journey.ts';

function banner(page: Page): Locator {
  return page.getByRole('region', { name: 'What is imagined' });
}

async function imagineMara(page: Page, address: string): Promise<void> {
  await open(page, address);
  await page.getByRole('button', { name: 'What if Mara Lindqvist leaves?' }).click();
}

test('what if somebody leaves: a banner says what falls, the rows follow and say that they are imagined', async ({
  page,
  address,
}) => {
  await imagineMara(page, address);
  await expect(banner(page)).toContainText(/Imagined: Mara Lindqvist leaves · 1 of 1 specialization falls/);
  await expect(line(page, 'vpn-security')).toContainText('not ready');
  await expect(line(page, 'vpn-security')).toContainText('imagined');
  await expect(line(page, 'wireless-lan')).not.toContainText('imagined');
  const outline = await page.locator('#row-vpn-security').evaluate((row) => getComputedStyle(row).outlineStyle);
  expect(outline).toBe('dashed');
  await page.getByText(/^What differs: /).click();
  await expect(
    page.getByText('Tarnholt Networks: VPN/Security goes from held and ready to held and not ready, though possible.'),
  ).toBeVisible();
});

test('it stays from page to page and day to day, and comes back with its link, until it is dropped', async ({
  page,
  address,
  context,
}) => {
  await imagineMara(page, address);
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await pages.getByRole('link', { name: 'My certifications' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(banner(page)).toContainText('Mara Lindqvist leaves');
  await page.getByRole('button', { name: 'A day on' }).click();
  await expect(banner(page)).toContainText('Mara Lindqvist leaves on 15 September 2004');
  await expect(page).toHaveURL(/#if=leaves,2004-09-15,CSCO10000001$/);
  await page.getByLabel('Individual').selectOption({ label: 'Luis Ferrer' });
  await expect(page).toHaveURL(/#of=CSCO10000008&if=leaves,2004-09-15,CSCO10000001$/);
  const other = await context.newPage();
  await open(other, page.url());
  await expect(banner(other)).toContainText('Mara Lindqvist leaves');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Luis Ferrer');
  await page.getByLabel('Day shown').fill('2004-09-14');
  await expect(banner(page)).toContainText('begins on 15 September 2004');
  await pages.getByRole('link', { name: 'Partner’s standing' }).click();
  await expect(line(page, 'vpn-security')).not.toContainText('imagined');
  await banner(page).getByRole('button', { name: 'Drop' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/#/);
});

test('several things are imagined together, and the last is taken back', async ({ page, address }) => {
  await imagineMara(page, address);
  await page.getByRole('button', { name: 'What if Hana Novotná leaves?' }).click();
  await expect(banner(page)).toContainText('Mara Lindqvist leaves and Hana Novotná leaves');
  await banner(page).getByRole('button', { name: 'Take the last back' }).click();
  await expect(banner(page)).not.toContainText('Hana');
});

test('what somebody imagines to pass counts, and is marked on their page', async ({ page, address }) => {
  await open(
    page,
    certifications(address, '#of=CSCO10000008&if=passes,2004-09-15,CSCO10000008,unknown-ip-telephony-support'),
  );
  await expect(banner(page)).toContainText('Luis Ferrer passes');
  await expect(page.locator('#award-ip-telephony-support-specialist')).toContainText('imagined');
});

for (const [what, search, why] of [
  ['somebody unknown', 'leaves,2004-09-15,X99', 'X99'],
  ['no what-if', 'gibberish', 'cannot be read'],
  ['an unknown exam', 'passes,2004-09-15,CSCO10000008,1-1', '1-1'],
] as const) {
  test(`a link that imagines ${what} is refused, with the reason`, async ({ page, address }) => {
    await open(page, `${address}/#if=${search}`);
    await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible();
    await expect(banner(page)).toHaveCount(0);
    await page.getByRole('button', { name: 'Understood' }).click();
    await expect(page.getByText(why)).toHaveCount(0);
  });
}

test('another record has no room for what was imagined: it is dropped, and the page says so', async ({
  page,
  address,
}) => {
  await imagineMara(page, address);
  const text = 'individual,name,from\nX1,Ada,2003-01-01\n';
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Own records' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByRole('alert').filter({ hasText: 'What was imagined is dropped' })).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
});

test('the keyboard alone imagines and drops', async ({ page, address }) => {
  await open(page, address);
  await page.getByRole('button', { name: 'What if Mara Lindqvist leaves?' }).focus();
  await page.keyboard.press('Enter');
  await expect(banner(page)).toBeVisible();
  await banner(page).getByRole('button', { name: 'Drop' }).focus();
  await page.keyboard.press('Enter');
  await expect(banner(page)).toHaveCount(0);
  await expect(page.locator('main')).toBeFocused();
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`a what-if stands in nobody's way: ${colorScheme}, ${width} px`, async ({ page, address }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await imagineMara(page, address);
    await unfoldAll(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  });
}
