import AxeBuilder from '@axe-core/playwright';
import { expect, line, open, standing, test, unfoldAll } from './journey.ts';

test('nothing leaves: no request but for the page, its parts and its settings', async ({ page, plain }) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  await open(page, plain);
  await unfoldAll(page);
  await page.getByRole('button', { name: /^Next change/ }).click();
  await expect(page).toHaveURL(/day=2004-10-21/);
  const ours = asked.filter((url) => {
    const { origin, pathname } = new URL(url);
    return origin === plain && (pathname === '/' || pathname.startsWith('/_app/'));
  });
  expect(asked.filter((url) => !ours.includes(url))).toEqual([`${plain}/settings.json`]);
  expect(complaints).toEqual([]);
});

test('a server that sets another today moves the rows there', async ({ page, plain }) => {
  await page.route('**/settings.json', (route) => route.fulfill({ json: { today: '2004-12-01' } }));
  await open(page, plain);
  await expect(line(page, 'vpn-security')).toContainText('in renewal');
  await expect(page.getByText('Today is 1 December 2004, set by this server (STANDING_TODAY).')).toBeVisible();
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const) {
  test(`nothing stands in anybody's way on the partner's page: ${colorScheme}, ${width} px`, async ({
    page,
    address,
  }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await open(page, address);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await unfoldAll(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('at 360 px the partner’s page does not scroll sideways, folded or open', async ({ page, address }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, address);
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await unfoldAll(page);
  expect(await overflow()).toBe(0);
});

test('the keyboard opens a row, its citation, and moves the day', async ({ page, address }) => {
  await open(page, address);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the standing' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(line(page, 'ip-telephony')).toBeFocused();
  await page.keyboard.press('Enter');
  // What the row offers to try stands before its reasons.
  const citation = standing(page, 'ip-telephony').locator('details:has(> .note) > summary').first();
  const isFocused = () => citation.evaluate((node) => node === document.activeElement);
  for (let steps = 0; steps < 10 && !(await isFocused()); steps += 1) await page.keyboard.press('Tab');
  await expect(citation).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(standing(page, 'ip-telephony').locator('.note').first()).toBeVisible();
  await page.getByRole('button', { name: 'A day on' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-15');
});

test('print unfolds what is held, with places and reasons, and leaves the controls out', async ({ page, address }) => {
  await open(page, address);
  await page.emulateMedia({ media: 'print' });
  await expect(standing(page, 'wireless-lan').getByRole('table')).toBeVisible();
  await expect(standing(page, 'level.silver').locator('.line').first()).toBeVisible();
  await expect(page.getByLabel('Day shown')).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the partner’s page reads as it was prerendered', async ({ page, plain }) => {
    await page.goto(plain);
    await expect(page.getByText('Silver is held until 14 March 2005')).toBeVisible();
    await line(page, 'wireless-lan').click();
    await expect(standing(page, 'wireless-lan').getByRole('table')).toContainText('Hana Novotná');
    await page.getByRole('link', { name: 'My certifications' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mara Lindqvist');
  });
});

test('headings follow each other in order', async ({ page, address }) => {
  await open(page, address);
  await unfoldAll(page);
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});
