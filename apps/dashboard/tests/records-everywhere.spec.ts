import AxeBuilder from '@axe-core/playwright';
import { expect, open, test, unfoldAll } from './journey.ts';
import { choose, csv, everything, openRecords } from './records.ts';

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const) {
  test(`nothing stands in anybody's way on the page of one's own files: ${colorScheme}, ${width} px`, async ({
    page,
    address,
  }) => {
    test.setTimeout(180_000);
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const violations = async () => (await new AxeBuilder({ page }).analyze()).violations;
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await openRecords(page, address);
    expect(await violations()).toEqual([]);
    expect(await overflow()).toBe(0);
    await choose(page, ...everything);
    await page.locator('.controls').evaluateAll((all) => {
      for (const each of all as HTMLDetailsElement[]) each.open = true;
    });
    expect(await violations()).toEqual([]);
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: 'Forget all of it' }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Keep what is here' }).click();
    await page.getByRole('link', { name: 'See where the partner stands' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My company');
    expect(await violations()).toEqual([]);
    expect(await overflow()).toBe(0);
    await page.getByRole('button', { name: 'Show the demo' }).click();
    expect(await violations()).toEqual([]);
  });
}

test('the keyboard alone does it: choose, map, remove, save, forget', async ({ page, address }) => {
  // Listened for from the beginning, the browser's own dialog never opens.
  const choosing = page.waitForEvent('filechooser');
  await openRecords(page, address);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to your files' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const field = page.getByLabel('Choose files');
  await expect(field).toBeFocused();
  const outline = await page.locator('label[for=files]').evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles([csv('p.csv', 'no,name,from', 'I1,Ana,2003-01-01')]);
  const entry = page.getByRole('region', { name: 'p.csv' });
  await expect(entry).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(entry.getByLabel('It is about')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(entry.getByRole('button', { name: 'Remove p.csv' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(entry.getByText('Columns', { exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(entry.getByLabel('Individual')).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await expect(entry).toContainText('its one row counts');
  await page.getByRole('button', { name: 'Forget all of it' }).focus();
  await page.keyboard.press('Enter');
  // The dialog begins with what keeps things, and Escape keeps them too.
  await expect(page.getByRole('button', { name: 'Keep what is here' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(entry).toBeVisible();
  await page.getByRole('button', { name: 'Remove p.csv' }).focus();
  await page.keyboard.press('Enter');
  await expect(entry).toHaveCount(0);
});

test('print keeps the files, what does not fit and why, and leaves the controls out', async ({ page, address }) => {
  await openRecords(page, address);
  await choose(page, ...everything);
  await page.emulateMedia({ media: 'print' });
  const entry = page.getByRole('region', { name: 'people-2.csv' });
  await expect(entry).toContainText('1 of 3 rows counts');
  await expect(entry.getByRole('table')).toContainText('which the calendar does not have');
  for (const name of ['Choose files', 'It is about']) await expect(page.getByLabel(name).first()).toBeHidden();
  await expect(page.getByRole('button', { name: 'Save as a file' }).first()).toBeHidden();
});

test('headings follow each other in order on the page of one’s own files', async ({ page, address }) => {
  await openRecords(page, address);
  await choose(page, ...everything);
  await unfoldAll(page);
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what it needs, and the templates are there', async ({ page, plain }) => {
    await page.goto(`${plain}/records/`);
    await expect(page.getByText('To read files, the page needs JavaScript.')).toBeVisible();
    await expect(page.getByLabel('Choose files')).toBeHidden();
    await expect(page.getByRole('link', { name: 'people.csv' })).toBeVisible();
  });
});

test('a page that is loaded again, and has not changed, works as before', async ({ page, address }) => {
  await open(page, address);
  await page.reload();
  await expect(page.getByLabel('Day shown')).toBeEnabled();
  await open(page, address);
});

test('an address that no page has says so and leads back', async ({ page, address }) => {
  const response = await page.goto(`${address}/peple/`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Partner’s standing' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tarnholt Networks');
});
