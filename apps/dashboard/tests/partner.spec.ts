import { expect, line, open, standing, test } from './journey.ts';

test('the page opens on the program day with the answer first, then one row each, nearest date first', async ({
  page,
  address,
}) => {
  await open(page, address);
  await expect(page).toHaveTitle('Tarnholt Networks · Standing');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-15');
  await expect(page.getByText('data as of 15 September 2004')).toBeVisible();
  await expect(
    page.getByText('Silver is held until 14 March 2005, but would not be renewed today: one professional is missing.'),
  ).toBeVisible();
  const rows = page.getByRole('region', { name: /nearest date first/ }).locator('details > summary:has(h3)');
  await expect(rows).toHaveText([
    /in renewal\s+IP Telephony\s+not ready\s+renews 21 October 2004\s+1 of 4 places open: field engineer/,
    /held\s+Wireless LAN\s+not ready\s+renews 20 January 2005\s+1 of 3 places open: account manager/,
    /held\s+VPN\/Security\s+at risk\s+renews 10 February 2005\s+ready now; breaks 17 December 2004\. Keiko Tanabe: the award of Cisco VPN Specialist ends\./,
    /held\s+Silver\s+not ready\s+renews 14 March 2005\s+1 of 6 people missing: professional/,
  ]);
  await expect(page.getByText(/^\s*\d+ of its \d+ rules are assumed/)).toBeVisible();
});

for (const [key, place, reason] of [
  ['ip-telephony', 'Field engineer', 'Tomasz Zieliński could fill the place and is free.'],
  ['wireless-lan', 'Account manager', 'Hana Novotná could fill the place but already fills two job roles.'],
  ['vpn-security', 'Systems engineer', 'Cisco Firewall Specialist until 10 February 2006'],
  ['level.silver', 'Professional', 'Nobody else at the partner could count for it today.'],
] as const) {
  test(`${key} opens in place to its places, its reasons with a citation, its dates and edition`, async ({
    page,
    address,
  }) => {
    await open(page, address);
    await line(page, key).click();
    const table = standing(page, key).getByRole('table');
    await expect(table).toContainText(place);
    await expect(table).toContainText(reason);
    const citation = standing(page, key).locator('.line > details > summary').first();
    await expect(citation).toHaveText(/^(qa#\d+\.\d+|s\d+)/);
    await citation.click();
    await expect(standing(page, key).locator('.note').first()).toContainText(/Stated|Sourced|Assumed/);
    await expect(standing(page, key)).toContainText('Edition 2003-11-04, in force from 4 November 2003');
    await expect(standing(page, key)).toContainText(/Approved on .* renews on/);
  });
}

test('a row says who is used up, what is possible, the bottleneck, and which allocations do not count', async ({
  page,
  address,
}) => {
  await open(page, `${address}/?open=wireless-lan+ip-telephony`);
  const wireless = standing(page, 'wireless-lan');
  await expect(wireless.getByRole('row', { name: /Systems engineer/ })).toContainText('2 of 2 job roles used');
  await expect(wireless).toContainText('Not possible as things stand');
  await expect(wireless).toContainText('The bottleneck: account manager, systems engineer and field engineer');
  await expect(wireless).toContainText('only Hana Novotná could fill any of them, two places at most.');
  const telephony = standing(page, 'ip-telephony');
  await expect(telephony).toContainText('1 of 2 job roles used');
  await expect(telephony).toContainText('Possible: with nobody allocated elsewhere');
  await expect(telephony).toContainText('Nobody has to fill it until 1 November 2004.');
  await expect(telephony).toContainText('A renewal was submitted on 2 September 2004 and is not decided yet.');
  await expect(telephony).toContainText('Luis Ferrer as field engineer: does not meet what the job role asks for');
});

test('what is not held is folded, and opens like the rest', async ({ page, address }) => {
  await open(page, address);
  await expect(line(page, 'level.gold')).toBeHidden();
  await page.getByText('Five levels and specializations of this edition').click();
  await expect(line(page, 'level.premier')).toContainText('ready');
  await line(page, 'level.gold').click();
  await expect(standing(page, 'level.gold').getByRole('table')).toContainText('Professional');
});

test('the day moves the sentence, the rows, the people and the months', async ({ page, address }) => {
  await open(page, `${address}/?day=2004-08-10`);
  await expect(page.getByText('Silver is held until 14 March 2005, and would be renewed today.')).toBeVisible();
  await expect(line(page, 'wireless-lan')).toContainText('ready now; breaks 20 August 2004. ');
  await page.getByLabel('Day shown').fill('2005-01-19');
  await expect(line(page, 'vpn-security')).toContainText('not ready');
  await page.getByLabel('Day shown').fill('2005-02-10');
  await expect(line(page, 'vpn-security')).toContainText('lapsed');
  await expect(line(page, 'vpn-security')).toContainText('lapsed 10 February 2005');
  await page.getByRole('button', { name: 'A day back' }).click();
  await expect(line(page, 'vpn-security')).toContainText('in renewal');
  await expect(page).toHaveURL(/day=2005-02-09/);
  await expect(page.getByRole('img')).toHaveAccessibleName(/^From February 2005 to January 2006/);
  await expect(page.getByRole('row', { name: /Daniel Okoro/ })).toHaveCount(0);
  await expect(page.getByText(/^Known, but not with the partner on this day:.*Daniel Okoro/)).toBeVisible();
});

test('next change leads to the next date that matters to the standing', async ({ page, address }) => {
  await open(page, address);
  const next = page.getByRole('button', { name: /^Next change/ });
  await expect(next).toContainText('21 October 2004');
  await next.click();
  await expect(line(page, 'ip-telephony')).toContainText('was due 21 October 2004');
  await expect(line(page, 'ip-telephony')).toContainText('in renewal');
});

test('people stand with their awards, what they fill and their next expiry; the months as picture and table', async ({
  page,
  address,
}) => {
  await open(page, address);
  const people = page.getByRole('region', { name: /^People/ });
  const mara = people.getByRole('row', { name: /Mara Lindqvist/ });
  await expect(mara).toContainText('2 of 2 job roles used');
  await expect(mara).toContainText('systems engineer in VPN/Security and systems engineer in IP Telephony');
  await expect(mara).toContainText('19 November 2004');
  await expect(mara).toContainText('CCIE suspended since 14 May 2004');
  await expect(people.getByRole('row', { name: /Tomasz Zieliński/ })).toContainText('0 of 2 job roles used');
  await expect(people).toContainText('Mikael Strand');
  await expect(page.getByRole('img')).toHaveAccessibleName(/13 awards end; a place rests on seven of them/);
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('row', { name: /^December 2004/ })).toContainText(
    '17 December 2004: Keiko Tanabe, Cisco VPN Specialist (a place rests on it)',
  );
});

test('a link brings back the day and what was open', async ({ page, address, context }) => {
  await open(page, address);
  await page.getByRole('button', { name: 'A month on' }).click();
  await line(page, 'level.silver').click();
  await standing(page, 'level.silver').locator('.line > details > summary').first().click();
  await expect(page).toHaveURL(/day=2004-10-15&open=level\.silver\+level\.silver\.r\.note$/);
  const other = await context.newPage();
  await open(other, page.url());
  await expect(other.getByLabel('Day shown')).toHaveValue('2004-10-15');
  await expect(standing(other, 'level.silver').locator('.note').first()).toBeVisible();
  await expect(standing(other, 'ip-telephony').getByRole('table')).toBeHidden();
});

test('the two pages lead to each other, and the day goes along', async ({ page, address }) => {
  await open(page, address);
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(pages.getByRole('link', { name: 'Partner’s standing' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'A day on' }).click();
  await pages.getByRole('link', { name: 'My certifications' }).click();
  await expect(page).toHaveURL(/\/certifications\/\?day=2004-09-16$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mara Lindqvist');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-16');
  await expect(pages.getByRole('link', { name: 'My certifications' })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tarnholt Networks');
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-16');
});
