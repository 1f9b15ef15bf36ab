import AxeBuilder from '@axe-core/playwright';
import { allAwards, award, certifications, expect, open, row, test, unfoldAll } from './journey.ts';

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 360],
] as const) {
  test(`nothing stands in anybody's way, folded or open: ${colorScheme}, ${width} px`, async ({ page, address }) => {
    // With every note of every line open there are some 20,000 elements to look at.
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await open(page, certifications(address));
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await unfoldAll(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('at 360 px nothing scrolls sideways, folded or open', async ({ page, address }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, certifications(address));
  const overflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await unfoldAll(page);
  expect(await overflow()).toBe(0);
});

test('nothing is asked of anywhere else, and the browser has nothing to complain about', async ({ page, address }) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== address) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await open(page, certifications(address));
  await unfoldAll(page);
  await page.getByRole('button', { name: /^Next change/ }).click();
  await expect(page).toHaveURL(/day=2004-11-19/);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('without an API behind it the page does all of it', async ({ page, plain }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, certifications(plain));
  await page.getByRole('button', { name: /^Next change/ }).click();
  await expect(row(page, 'ip-telephony-design-specialist')).toContainText('expired');
  await row(page, 'ccna').click();
  await expect(award(page, 'ccna').locator('.line').first()).toBeVisible();
  expect(asked.filter((path) => path !== '/certifications/' && !path.startsWith('/_app/'))).toEqual(['/settings.json']);
});

test('a server that sets another today moves the page there, and says so', async ({ page, plain }) => {
  await page.route('**/settings.json', (route) => route.fulfill({ json: { today: '2005-05-14' } }));
  await open(page, certifications(plain));
  await expect(page.getByLabel('Day shown')).toHaveValue('2005-05-14');
  await expect(page.getByText('Today is 14 May 2005, set by this server (STANDING_TODAY).')).toBeVisible();
  await expect(row(page, 'ccie')).toContainText('expired');
});

for (const body of ['{"today":null}', '{"today":"2005-02-30"}', '{"today":"1999-01-01"}', '[]', 'no JSON', '']) {
  test(`settings that read ${body === '' ? 'nothing' : body} change nothing`, async ({ page, plain }) => {
    await page.route('**/settings.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
    const answered = page.waitForResponse('**/settings.json');
    await open(page, certifications(plain));
    await answered;
    await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-15');
    await expect(page.getByText('Today is 15 September 2004, the demo')).toBeVisible();
    await expect(page.getByRole('alert')).toBeEmpty();
  });
}

test('a day that was chosen before the settings arrive stays', async ({ page, plain }) => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/settings.json', async (route) => {
    await held;
    await route.fulfill({ json: { today: '2005-05-14' } });
  });
  await open(page, certifications(plain, '?day=2004-06-01'));
  answer();
  await expect(page.getByText('Today is 14 May 2005')).toBeVisible();
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-06-01');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page reads as it was prerendered, with awards, dates and reasons', async ({ page, plain }) => {
    await page.goto(certifications(plain));
    await expect(page.getByText('15 September 2004. To choose another day, the page needs JavaScript.')).toBeVisible();
    await expect(page.getByLabel('Day shown')).toBeHidden();
    for (const certification of allAwards) await expect(row(page, certification)).toBeVisible();
    await expect(row(page, 'firewall-specialist')).toContainText('until 10 February 2006');
    await row(page, 'firewall-specialist').click();
    await award(page, 'firewall-specialist').locator('.line > details > summary').first().click();
    await expect(award(page, 'firewall-specialist').locator('.note').first()).toContainText('in our words');
  });
});

test('the keyboard alone does it: skip, open a verdict, its citation, move the day, back to today', async ({
  page,
  address,
}) => {
  await open(page, certifications(address));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the awards' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByText(/rules are assumed/)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Individual')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(row(page, 'ip-telephony-design-specialist')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const citation = award(page, 'ip-telephony-design-specialist').locator('.line > details > summary').first();
  await expect(citation).toBeFocused();
  await page.keyboard.press('Space');
  await expect(award(page, 'ip-telephony-design-specialist').locator('.note').first()).toBeVisible();
  const outline = await citation.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('solid');
  await page.getByRole('button', { name: 'A day on' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-16');
  await expect(page.getByRole('button', { name: 'A day on' })).toBeFocused();
  await page.keyboard.press('t');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-15');
});

test('print unfolds the reasons and leaves the controls out', async ({ page, address }) => {
  await open(page, certifications(address));
  const reason = award(page, 'ccna').locator('.line').first();
  await expect(reason).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(reason).toBeVisible();
  await expect(award(page, 'ccsp').getByText('was passed on 8 December 2003')).toBeVisible();
  await expect(page.getByLabel('Day shown')).toBeHidden();
  await expect(page.getByText('needs JavaScript')).toBeHidden();
  await expect(page.getByText('data as of 15 September 2004')).toBeVisible();
});

test('headings follow each other in order, and the landmarks are there', async ({ page, address }) => {
  await open(page, certifications(address));
  await unfoldAll(page);
  const levels = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  for (const landmark of ['banner', 'main', 'contentinfo'] as const)
    await expect(page.getByRole(landmark)).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('no tie to Cisco');
  await expect(page.getByRole('banner')).toContainText('invented record');
});
