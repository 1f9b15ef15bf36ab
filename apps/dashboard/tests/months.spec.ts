import { expect, open, test } from './journey.ts';

test('a month that is pressed lists those whose awards end in it; pressed again, everybody', async ({
  page,
  address,
}) => {
  await open(page, address);
  const people = page.getByRole('region', { name: /^People/ });
  const rows = people.locator('tbody tr');
  const all = await rows.count();
  const december = page.getByRole('button', { name: /^December 2004: / });
  await expect(december).toHaveAttribute('aria-pressed', 'false');
  await december.click();
  await expect(december).toHaveAttribute('aria-pressed', 'true');
  const told = /^(\d+|\w+) individuals? of \d+: those with an award that ends in December 2004\.$/;
  await expect(people.getByRole('status').locator('span')).toHaveText(told);
  await expect(people.getByRole('row', { name: /Keiko Tanabe/ })).toBeVisible();
  await expect(people.getByRole('row', { name: /Tomasz Zieliński/ })).toHaveCount(0);
  expect(await rows.count()).toBeLessThan(all);
  await december.click();
  await expect(december).toHaveAttribute('aria-pressed', 'false');
  await expect(people.getByRole('status')).toBeEmpty();
  await expect(rows).toHaveCount(all);
});

test('the keyboard presses a month and lifts it, and another day that does not show the month lifts it too', async ({
  page,
  address,
}) => {
  await open(page, address);
  const rows = page.getByRole('region', { name: /^People/ }).locator('tbody tr');
  const all = await rows.count();
  const first = page.getByRole('button', { name: /^September 2004: / });
  await first.focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^October 2004: / })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^October 2004: / })).toHaveAttribute('aria-pressed', 'true');
  expect(await rows.count()).toBeLessThan(all);
  await page.getByRole('button', { name: 'Show everybody' }).focus();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(all);
  await page.getByRole('button', { name: /^December 2004: / }).click();
  await page.getByLabel('Day shown').fill('2005-02-01');
  await expect(page.getByRole('button', { name: 'Show everybody' })).toHaveCount(0);
});

test('a month in which nothing ends says so and lists nobody', async ({ page, address }) => {
  await open(page, address);
  await page
    .getByRole('button', { name: /: no awards end$/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: /^People/ }).getByRole('status')).toContainText('No individuals of');
});
