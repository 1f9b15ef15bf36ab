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

test('several things are imagined together, each in words with its own drop, and all are dropped at once', async ({
  page,
  address,
}) => {
  await imagineMara(page, address);
  await page.getByRole('button', { name: 'What if Hana Novotná leaves?' }).click();
  await page.getByRole('button', { name: 'What if Keiko Tanabe leaves?' }).click();
  await expect(banner(page)).toContainText(/Imagined: three things · .*specialization/);
  await expect(banner(page).getByRole('listitem')).toHaveText([
    /^Mara Lindqvist leaves/,
    /^Hana Novotná leaves/,
    /^Keiko Tanabe leaves/,
  ]);
  await banner(page).getByRole('button', { name: 'Drop Hana Novotná leaves' }).click();
  await expect(banner(page)).not.toContainText('Hana');
  await expect(banner(page)).toContainText('Imagined: two things');
  await expect(page).toHaveURL(/#if=leaves,2004-09-15,CSCO10000001;leaves,2004-09-15,CSCO10000013$/);
  await banner(page).getByRole('button', { name: 'Drop all' }).click();
  await expect(banner(page)).toHaveCount(0);
});

const form = (page: Page): Locator => page.getByRole('dialog', { name: 'What if' });

/** Opens the form, chooses by label, and imagines that. */
async function ask(page: Page, choices: Readonly<Record<string, string>>, on?: string): Promise<void> {
  await page.getByRole('button', { name: 'What if…' }).click();
  for (const [label, option] of Object.entries(choices)) await form(page).getByLabel(label).selectOption(option);
  if (on !== undefined) await form(page).getByLabel('From the day').fill(on);
  await form(page).getByRole('button', { name: 'Imagine it' }).click();
}

for (const [what, choices, said, kept] of [
  [
    'somebody passes an exam',
    { What: 'somebody passes an exam', Who: 'Luis Ferrer', Exam: '642-501' },
    'Luis Ferrer passes 642-501',
    'passes,2004-09-15,CSCO10000008,642-501',
  ],
  [
    'somebody accepts an agreement',
    { What: 'somebody accepts an agreement', Who: 'Mara Lindqvist' },
    'Mara Lindqvist accepts the Cisco Career Certifications Agreement',
    'accepts,2004-09-15,CSCO10000001,career-certifications',
  ],
  [
    'somebody leaves',
    { What: 'somebody leaves', Who: 'Mara Lindqvist' },
    'Mara Lindqvist leaves',
    'leaves,2004-09-15,',
  ],
  [
    'somebody known joins',
    { What: 'somebody known joins', Who: 'Owen Pritchard' },
    'Owen Pritchard joins Tarnholt Networks',
    'joins,2004-09-15,',
  ],
  [
    'somebody new joins',
    { What: 'somebody new joins', With: 'CCNP' },
    'Somebody new joins Tarnholt Networks, with CCNP · one more level is met',
    'hires,2004-09-15,new-1,award%3Accnp',
  ],
  [
    'the rules of another edition hold',
    { What: 'the rules of another edition hold', Edition: '2003-11-03' },
    'the edition 2003-11-03 still holds · 1 of 1 specialization falls',
    'edition,2004-09-15,2003-11-03',
  ],
] as const) {
  test(`the form imagines that ${what}, the banner says it, and a link brings it back`, async ({
    page,
    address,
    context,
  }) => {
    await open(page, `${address}/forecast/`);
    await ask(page, choices);
    await expect(form(page)).toHaveCount(0);
    await expect(banner(page)).toContainText(`Imagined: ${said}`);
    await expect(page).toHaveURL((url) => url.hash.includes(`if=${kept}`));
    const other = await context.newPage();
    await open(other, page.url());
    await expect(banner(other)).toContainText(`Imagined: ${said}`);
  });
}

test('what begins on a later day says so, and the page goes there', async ({ page, address }) => {
  await open(page, address);
  await ask(page, { What: 'somebody leaves', Who: 'Mara Lindqvist' }, '2004-11-20');
  await expect(banner(page)).toContainText('begins on 20 November 2004; on the day shown all is fact');
  await banner(page).getByRole('button', { name: 'Show 20 November 2004' }).click();
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-11-20');
  await expect(line(page, 'vpn-security')).toContainText('imagined');
});

test('what cannot be imagined says why in the form, which stays open', async ({ page, address }) => {
  await open(page, address);
  // His time with the partner is over by then.
  await ask(page, { What: 'somebody leaves', Who: 'Daniel Okoro' }, '2004-12-01');
  await expect(form(page).getByRole('alert')).toContainText('That cannot be imagined.');
  await expect(form(page).getByRole('alert')).toContainText('Daniel Okoro');
  await form(page).getByRole('button', { name: 'Close' }).click();
  await expect(form(page)).toHaveCount(0);
  await expect(banner(page)).toHaveCount(0);
});

test('somebody new has a page of their own, and goes with all that is imagined of them', async ({ page, address }) => {
  await open(page, address);
  await ask(page, { What: 'somebody new joins', With: 'CCNP' });
  await ask(page, { What: 'somebody passes an exam', Who: 'Somebody new', Exam: '642-501' });
  await page.getByRole('link', { name: 'Somebody new' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Somebody new');
  await expect(page.locator('#award-ccnp')).toContainText('imagined');
  await banner(page).getByRole('button', { name: 'Drop Somebody new joins Tarnholt Networks, with CCNP' }).click();
  await expect(banner(page)).toHaveCount(0);
});

test('the form works by keys alone, and gives the focus back', async ({ page, address }) => {
  await open(page, address);
  await page.getByRole('button', { name: 'What if…' }).focus();
  await page.keyboard.press('Enter');
  await expect(form(page).getByLabel('What')).toBeFocused();
  await page.keyboard.type('somebody leaves');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mara');
  await page.keyboard.press('Escape');
  await expect(form(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'What if…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('somebody leaves');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mara');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(banner(page)).toContainText('Imagined: Mara Lindqvist leaves');
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
    await page.getByRole('button', { name: 'What if Hana Novotná leaves?' }).click();
    await page.getByRole('button', { name: 'What if…' }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await unfoldAll(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  });
}
