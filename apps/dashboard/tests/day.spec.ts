import { award, certifications, expect, open, row, test } from './journey.ts';

test('the page opens on the program day, and says which setting that is', async ({ page, address }) => {
  await open(page, certifications(address));
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-15');
  await expect(page.getByText('Today is 15 September 2004')).toContainText('STANDING_TODAY');
  await expect(page.getByText('data as of 15 September 2004')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Today' })).toBeDisabled();
  expect(new URL(page.url()).search).toBe('');
});

test('a step of the day moves every verdict, the sentence on top and the address', async ({ page, address }) => {
  await open(page, certifications(address, '?day=2004-11-18'));
  await expect(row(page, 'ip-telephony-design-specialist')).toContainText('active');
  await expect(row(page, 'ip-telephony-design-specialist')).toContainText('1 day left');
  await page.getByRole('button', { name: 'A day on' }).click();
  await expect(row(page, 'ip-telephony-design-specialist')).toContainText('expired');
  await expect(page.getByText('On 19 November 2004 four awards are active')).toBeVisible();
  await expect(page.getByText('Looking ahead')).toBeVisible();
  await expect(page).toHaveURL(/day=2004-11-19/);
  await page.getByRole('button', { name: 'A month back' }).click();
  await expect(row(page, 'ip-telephony-design-specialist')).toContainText('31 days left');
  await page.getByRole('button', { name: 'A month on' }).click();
  await page.getByRole('button', { name: 'A day back' }).click();
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-11-18');
});

test('the next change leads from one change of the record to the next', async ({ page, address }) => {
  await open(page, certifications(address, '?day=2004-05-13'));
  const next = page.getByRole('button', { name: /^Next change/ });
  await expect(next).toContainText('14 May 2004');
  await next.click();
  await expect(row(page, 'ccie')).toContainText('suspended');
  await expect(row(page, 'ccie')).toContainText('1 year to recertify');
  await expect(next).toContainText('19 May 2004');
  await page.getByRole('button', { name: 'Show 12 June 2004' }).click();
  await expect(page.getByLabel('Day shown')).toHaveValue('2004-06-12');
});

test('on an earlier day nothing is known of what came later', async ({ page, address }) => {
  await open(page, certifications(address, '?day=2004-02-09&open=record'));
  await expect(row(page, 'firewall-specialist')).toContainText('in progress');
  await expect(award(page, 'vpn-specialist')).toContainText('642-511');
  await expect(page.getByText('Looking back')).toBeVisible();
  const result = page.getByRole('row', { name: /10 February 2004.*642-521/ });
  await expect(result).toContainText('Not known yet on the day shown.');
});

for (const [text, reason] of [
  ['2001-02-29', 'is no day of the calendar'],
  ['soon', 'is no day of the calendar'],
  ['', 'The date is not complete.'],
  ['2002-12-31', 'before the first edition'],
  ['2200-01-01', 'not a date of the calendar'],
  ['<img src=x onerror=alert(1)>', 'is no day of the calendar'],
] as const) {
  test(`a link with the day "${text}" is refused in words, and nothing is lost`, async ({ page, address }) => {
    await open(page, certifications(address, `?day=${encodeURIComponent(text)}&open=ccna`));
    await expect(page.getByRole('alert')).toContainText(reason);
    await expect(page.getByRole('alert')).toContainText('The page still shows 15 September 2004.');
    await expect(award(page, 'ccna')).toHaveAttribute('open');
    await page.getByRole('button', { name: 'A day on' }).click();
    await expect(page.getByRole('alert')).toBeEmpty();
    await expect(page.getByLabel('Day shown')).toHaveValue('2004-09-16');
  });
}

test('a day that is typed is taken by Enter, or by leaving the field; one too early is refused', async ({
  page,
  address,
}) => {
  await open(page, certifications(address));
  const field = page.getByLabel('Day shown');
  await field.focus();
  await field.pressSequentially('12012004');
  await expect(page.getByText('On 15 September 2004')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('On 1 December 2004')).toBeVisible();
  await expect(page).toHaveURL(/day=2004-12-01/);
  await field.blur();
  await field.focus();
  await field.pressSequentially('01021999');
  await field.blur();
  await expect(page.getByRole('alert')).toContainText('before the first edition');
  await expect(page.getByRole('alert')).toContainText('The page still shows 1 December 2004.');
  await expect(field).toHaveValue('2004-12-01');
  await field.focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('On 1 January 2004')).toBeVisible();
  await expect(page.getByRole('alert')).toBeEmpty();
});
