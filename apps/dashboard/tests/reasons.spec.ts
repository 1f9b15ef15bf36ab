import { allAwards, award, certifications, expect, open, row, test } from './journey.ts';

test('every award says its status in a word beside a shape, and works out its date', async ({ page, address }) => {
  await open(page, certifications(address));
  await expect(page.locator('details[id^="award-"]')).toHaveCount(allAwards.length);
  const words: Readonly<Record<string, string>> = {
    ccie: 'suspended',
    ccda: 'expired',
    ccdp: 'in progress',
    ccna: 'active',
  };
  for (const [certification, word] of Object.entries(words)) {
    await expect(row(page, certification)).toContainText(word);
    await expect(row(page, certification).locator('svg')).toBeVisible();
  }
  await expect(row(page, 'firewall-specialist')).toContainText(
    'last exam 10 February 2004 + two years = until 10 February 2006',
  );
  await expect(row(page, 'ccna')).toContainText('on 1 May 2004 + three years = until 1 May 2007');
  await expect(row(page, 'firewall-specialist')).toContainText('rests on an assumed rule');
  await expect(row(page, 'ccna')).not.toContainText('rests on an assumed rule');
});

test('every award opens in place to its reasons, each with a citation that opens to a note', async ({
  page,
  address,
}) => {
  await open(page, certifications(address));
  for (const certification of allAwards) {
    await row(page, certification).click();
    const lines = award(page, certification).locator('.line');
    await expect(lines.first()).toBeVisible();
    const citations = award(page, certification).locator('.line > details > summary');
    const count = await citations.count();
    expect(count).toBeGreaterThan(0);
    const citation = citations.first();
    await expect(citation).toHaveText(/^(qa#\d+\.\d+|s\d+)/);
    await citation.click();
    const note = award(page, certification).locator('.note').first();
    await expect(note).toBeVisible();
    await expect(note).toContainText(/Stated|Sourced|Assumed/);
  }
});

test('a paragraph is told in our words, with how the edition reads it and why', async ({ page, address }) => {
  await open(page, certifications(address, '?open=ccna'));
  await award(page, 'ccna').getByText('qa#3.11').first().click();
  const note = award(page, 'ccna').locator('.note:visible');
  await expect(note).toContainText('section 3, question 11');
  await expect(note).toContainText('in our words');
  await note.getByText('Three additional years: from which day?').click();
  await expect(note).toContainText('Our reading');
  await expect(note).toContainText('On top of the current end');
});

test('the whole history of a recertified award stays', async ({ page, address }) => {
  await open(page, certifications(address, '?open=ccnp'));
  const periods = award(page, 'ccnp').locator('ol > li');
  await expect(periods).toHaveCount(2);
  await expect(periods.nth(0)).toContainText('22 January 2004 until 22 January 2007');
  await expect(periods.nth(0)).toContainText('recertified');
  await expect(periods.nth(1)).toContainText('2 March 2001 until 2 March 2004');
});

test('what is missing comes first, what is there is folded', async ({ page, address }) => {
  await open(page, certifications(address, '?open=ccsp'));
  const ccsp = award(page, 'ccsp');
  await expect(
    ccsp.getByText('642-531 (CSIDS: Cisco Secure Intrusion Detection System) must be passed.'),
  ).toBeVisible();
  const met = ccsp.getByText('642-501 (SECUR: Securing Cisco IOS Networks) was passed on 8 December 2003.');
  await expect(met).toBeHidden();
  await ccsp.getByText('Four parts are there').click();
  await expect(met).toBeVisible();
});

test('the record shows failed and unrecognized facts, and why they decide nothing', async ({ page, address }) => {
  await open(page, certifications(address));
  await page.getByText('two facts are not recognized').click();
  await expect(page.getByRole('row', { name: /13 January 2004/ })).toContainText('a failed exam changes nothing');
  await expect(page.getByRole('row', { name: /640-607/ })).toContainText('no edition of the program knows this exam');
  await expect(page.getByRole('row', { name: /sna-ip-specialist/ })).toContainText('no edition of the program knows');
});

test('the top says how many rules are assumed, and lists them', async ({ page, address }) => {
  await open(page, certifications(address));
  await page.getByText(/^\s*\d+ of its \d+ rules are assumed/).click();
  const edition = page.getByRole('region', { name: 'Edition of the program' });
  await expect(edition).toContainText('Cisco Firewall Specialist');
  await edition.getByText(/How the text is read where it leaves room/).click();
  await expect(edition).toContainText('On which calendar does a day begin and end?');
});

test('a link brings back the day and what was open', async ({ page, address, context }) => {
  await open(page, certifications(address));
  await page.getByRole('button', { name: 'A month on' }).click();
  await row(page, 'ccsp').click();
  await award(page, 'ccsp').getByText('Four parts are there').click();
  await award(page, 'ccsp').locator('.line > details > summary').first().click();
  await expect(page).toHaveURL(/day=2004-10-15&open=ccsp\+ccsp\.r\.met\+ccsp\.r\.note$/);
  const other = await context.newPage();
  await open(other, page.url());
  await expect(other.getByLabel('Day shown')).toHaveValue('2004-10-15');
  await expect(award(other, 'ccsp').getByText('was passed on 8 December 2003')).toBeVisible();
  await expect(award(other, 'ccsp').locator('.note').first()).toBeVisible();
  await expect(award(other, 'ccna').locator('.line').first()).toBeHidden();
});
