import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, open, test, unfoldAll } from './journey.ts';

const banner = (page: Page): Locator => page.getByRole('region', { name: 'What is imagined' });
const panel = (page: Page): Locator => page.getByRole('region', { name: 'The cell in focus' });
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Who fills which job role' });

/** The cell of somebody, by the column's place: three job roles a specialization, in the edition's order. */
function cell(page: Page, name: string, column: number): Locator {
  return grid(page).getByRole('row', { name }).getByRole('gridcell').nth(column);
}

const TELEPHONY_FIELD = 5;
const WIRELESS_ACCOUNT = 9;
const TELEPHONY_SYSTEMS = 4;

async function openAllocation(page: Page, address: string): Promise<void> {
  await open(page, `${address}/allocation/`);
}

test('people stand down and job roles across, with headcounts in the heads and what everybody uses', async ({
  page,
  address,
}) => {
  await openAllocation(page, address);
  await expect(grid(page).getByRole('columnheader', { name: /IP Telephony not ready, 3 of 4/ })).toBeVisible();
  await expect(grid(page).getByRole('columnheader', { name: 'Field engineer 1/2' })).toBeVisible();
  await expect(grid(page).getByRole('rowheader', { name: /Mara Lindqvist/ })).toContainText('2 of 2 job roles used');
  await expect(cell(page, 'Mara Lindqvist', TELEPHONY_SYSTEMS)).toHaveText('pinned');
  await expect(cell(page, 'Tomasz', TELEPHONY_FIELD)).toHaveText('could');
  await expect(cell(page, 'Petr', TELEPHONY_FIELD)).toHaveText('cannot');
});

test('a click puts somebody on a job role: imagined until it is dropped, and the head follows', async ({
  page,
  address,
}) => {
  await openAllocation(page, address);
  await cell(page, 'Tomasz', TELEPHONY_FIELD).click();
  await expect(cell(page, 'Tomasz', TELEPHONY_FIELD)).toHaveText('allocated, imagined');
  await expect(banner(page)).toContainText('One more specialization is met'.toLowerCase());
  await expect(grid(page).getByRole('columnheader', { name: /IP Telephony ready, 4 of 4/ })).toBeVisible();
  await cell(page, 'Tomasz', TELEPHONY_FIELD).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(cell(page, 'Tomasz', TELEPHONY_FIELD)).toHaveText('could');
});

test('qa#2.11: what a limit forbids says so at once, with the limit, and offers the swap', async ({
  page,
  address,
}) => {
  await openAllocation(page, address);
  await cell(page, 'Hana', WIRELESS_ACCOUNT).click();
  await expect(panel(page)).toContainText(
    'Hana Novotná as account manager in Wireless LAN: could fill it, but fills as many job roles as one individual may.',
  );
  await expect(panel(page)).toContainText('qa#2.11');
  await expect(banner(page)).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Swap: off field engineer in Wireless LAN' }).click();
  await expect(cell(page, 'Hana', WIRELESS_ACCOUNT)).toHaveText('allocated, imagined');
  await expect(cell(page, 'Hana', WIRELESS_ACCOUNT + 2)).toHaveText('could');
  await expect(banner(page)).toBeVisible();
});

test('who cannot has the reason on focus, and a pin stays', async ({ page, address }) => {
  await openAllocation(page, address);
  await cell(page, 'Petr', TELEPHONY_FIELD).click();
  await expect(panel(page)).toContainText('Petr Dvořák as field engineer in IP Telephony: cannot fill it.');
  await panel(page).getByText('Why', { exact: true }).click();
  await expect(panel(page).locator('.line')).not.toHaveCount(1);
  await cell(page, 'Mara', TELEPHONY_SYSTEMS).click();
  await expect(panel(page)).toContainText('is pinned');
  await expect(banner(page)).toHaveCount(0);
});

test('the best allocation shows the difference first; one move or all are accepted', async ({ page, address }) => {
  await openAllocation(page, address);
  await page.getByRole('button', { name: 'Compare with the best allocation' }).click();
  const best = page.getByRole('region', { name: 'The best allocation' });
  await expect(best).toContainText('IP Telephony, IP Telephony Express and SMB would be ready');
  await expect(best).toContainText('Tomasz Zieliński as field engineer in IP Telephony');
  await expect(banner(page)).toHaveCount(0);
  await best.getByRole('button', { name: 'Accept Tomasz Zieliński as field engineer in IP Telephony' }).click();
  await expect(banner(page)).toContainText('one more specialization is met');
  await banner(page).getByRole('button', { name: 'Drop' }).click();
  await best.getByRole('button', { name: 'Accept all' }).click();
  await expect(best).toContainText('Nothing would be gained');
});

test('rows and columns filter', async ({ page, address }) => {
  await openAllocation(page, address);
  await page.getByLabel('Find a name').fill('hana');
  await expect(grid(page).getByRole('rowheader')).toHaveCount(1);
  await page.getByLabel('Find a name').fill('');
  await page.getByLabel('Specializations').selectOption('Wireless LAN');
  await expect(grid(page).getByRole('columnheader', { name: /Field engineer/ })).toHaveCount(1);
  await page.getByLabel('People').selectOption('who could fill a place');
  await expect(grid(page).getByRole('rowheader')).toHaveText([/Hana/]);
});

test('the arrow keys alone go everywhere, and Enter allocates', async ({ page, address }) => {
  await openAllocation(page, address);
  await page.getByLabel('Specializations').focus();
  await page.keyboard.press('Tab');
  const focused = page.locator('td:focus');
  await expect(focused).toHaveAttribute('aria-colindex', '2');
  await page.keyboard.press('Control+End');
  await expect(focused).toHaveAttribute('aria-colindex', '19');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-colindex', '3');
  await page.keyboard.press('Control+Home');
  const name = page.locator('tr:has(td:focus)');
  for (let row = 0; !(await name.textContent())?.includes('Tomasz') && row < 40; row += 1)
    await page.keyboard.press('ArrowDown');
  for (let column = 0; column < TELEPHONY_FIELD; column += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('allocated, imagined');
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('button', { name: 'Imagine without' })).toBeFocused();
});

test('500 people: only the rows in sight are there, and the keys reach the last', async ({ page, address }) => {
  await open(page, `${address}/records/`);
  const people = Array.from({ length: 500 }, (_, index) => `P${String(index).padStart(3, '0')}`);
  const text = `individual,affiliated from\n${people.map((id) => `${id},2003-12-01`).join('\n')}\n`;
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Allocation' }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '502');
  expect(await grid(page).getByRole('rowheader').count()).toBeLessThan(60);
  await grid(page).getByRole('gridcell').first().click();
  await page.keyboard.press('Control+End');
  await expect(page.locator('tr:has(td:focus)')).toContainText('P499');
  await page.keyboard.press('PageUp');
  await expect(page.locator('td:focus')).toBeInViewport();
  expect(await grid(page).getByRole('rowheader').count()).toBeLessThan(60);
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`the allocation stands in nobody's way: ${colorScheme}, ${width} px`, async ({ page, address }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await openAllocation(page, address);
    await cell(page, 'Tomasz', TELEPHONY_FIELD).click();
    await cell(page, 'Hana', WIRELESS_ACCOUNT).click();
    await page.getByRole('button', { name: 'Compare with the best allocation' }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await unfoldAll(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    expect(complaints).toEqual([]);
  });
}
