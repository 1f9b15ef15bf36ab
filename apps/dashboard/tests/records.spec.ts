import { readFile } from 'node:fs/promises';
import { expect, line, open, row, standing, test } from './journey.ts';
import { all, choose, company, csv, drop, openRecords } from './records.ts';

const file = (name: string) => ({ name });

test('one’s own files become the standing on every page, and the demo is a button away', async ({ page, address }) => {
  await openRecords(page, address, '?day=2004-03-01');
  await expect(page.getByRole('banner')).toContainText('invented record');
  await choose(page, ...all);
  for (const name of all.map((each) => each.name))
    await expect(page.getByRole('region', file(name))).toContainText(/all \d rows count|its one row counts/);
  await expect(page.getByRole('region', { name: 'What came together' })).toContainText(
    'Three individuals, three exam results, two approvals and one allocation.',
  );
  await page.getByLabel('Partner', { exact: true }).fill('Nordkabel');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await expect(page).toHaveTitle('Nordkabel · Standing');
  await expect(page.getByRole('banner')).toContainText('own record');
  await expect(page.getByText('Premier is held until 20 February 2005')).toBeVisible();
  await expect(page.getByText('data as of 20 February 2004')).toBeVisible();
  await line(page, 'vpn-security').click();
  await expect(standing(page, 'vpn-security').getByRole('row', { name: /Field engineer/ })).toContainText(
    /Ana Zielińska.*since 20 February 2004.*Cisco Firewall Specialist until 10 February 2006/s,
  );
  await page.getByRole('link', { name: 'Ana Zielińska' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ana Zielińska');
  await expect(row(page, 'firewall-specialist')).toContainText('until 10 February 2006');
  await page.getByLabel('Individual', { exact: true }).selectOption('Bo Lind');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bo Lind');
  await page.getByRole('button', { name: 'Show the demo' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mara Lindqvist');
  await expect(page.getByRole('banner')).toContainText('invented record');
  await page.getByRole('button', { name: 'Show your own record' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bo Lind');
});

test('nothing leaves: after the page has loaded no request is made, whatever one does with one’s files', async ({
  page,
  context,
  plain,
}) => {
  await openRecords(page, plain);
  await page.evaluate(() => document.fonts.ready);
  const asked: string[] = [];
  // What a page makes itself (`data:`, `blob:`) goes nowhere: only addresses with a host do.
  context.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) asked.push(`${request.method()} ${request.url()}`);
  });
  page.on('websocket', (socket) => asked.push(socket.url()));
  await choose(page, ...all);
  await choose(page, csv('odd.csv', 'who,code,when,how', 'I3,642-511,03/04/2004,pass'));
  await page.getByRole('region', file('odd.csv')).getByLabel('It is about').selectOption('Exam results');
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await line(page, 'vpn-security').click();
  await page.getByRole('button', { name: 'A month on' }).click();
  await page.getByRole('link', { name: 'Ana Zielińska' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ana Zielińska');
  await page.getByRole('link', { name: 'Own records' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).first().click();
  const path = await (await saving).path();
  await choose(page, { name: 'kept.json', mimeType: 'application/json', buffer: await readFile(path) });
  await expect(page.getByText('The record began with “kept.json”')).toBeVisible();
  const template = page.waitForEvent('download');
  await page.getByRole('link', { name: 'people.csv' }).click();
  await template;
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  // What is stored is none of it either.
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    expect.any(Number),
    '',
  ]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Ana');
  expect(page.url()).not.toMatch(/I1|Ana|csv/);
});

test('cut off from the network it works all the same', async ({ page, context, plain }) => {
  await openRecords(page, plain);
  await context.setOffline(true);
  await choose(page, ...all);
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My company');
  await page.getByRole('link', { name: 'Ana Zielińska' }).click();
  await expect(row(page, 'firewall-specialist')).toBeVisible();
});

test('a file with other column names asks what it is about, is mapped by hand, and then counts', async ({
  page,
  address,
}) => {
  await openRecords(page, address);
  await choose(
    page,
    company.people,
    csv('export.csv', 'who;code;when;how', 'I1;642-501;10.01.2004;P', 'I1;642-521;10.02.2004;P'),
  );
  const entry = page.getByRole('region', file('export.csv'));
  await expect(entry).toContainText('waits for your answer');
  await expect(entry).toContainText('What is this file about?');
  await entry.getByLabel('It is about').selectOption('Exam results');
  await expect(entry).toContainText('Which column is “Individual”, “Exam”, “Taken on” and “Pass or fail”?');
  await entry.getByLabel('Individual').selectOption('who (I1)');
  await entry.getByLabel('Exam').selectOption('code (642-501)');
  await entry.getByLabel('Taken on').selectOption('when (10.01.2004)');
  await entry.getByLabel('Pass or fail').selectOption('how (P)');
  await expect(entry).toContainText('in which order do day, month and year stand?');
  await expect(entry).toContainText('Two rows do not fit');
  await entry.getByLabel('Order of the date').selectOption('day, month, year');
  await expect(entry).toContainText('all 2 rows count');
  await expect(entry).toContainText('is read as day, month, year, as chosen');
  await page.getByRole('link', { name: 'See the certifications' }).click();
  await expect(page.getByText('Two exam results')).toBeVisible();
});

test('rows that do not fit stand with line and reason, and the rest counts', async ({ page, address }) => {
  await openRecords(page, address);
  await choose(
    page,
    csv(
      'people.csv',
      'individual,name,from,until',
      'I1,Ana,2003-01-01,',
      'I2,Bo,2003-02-30,',
      ',Cy,2003-01-01,',
      'I4,Dee,2003-05-01,2003-04-01',
      'I5,Eve',
    ),
    csv('results.csv', 'individual,exam,taken on,result', 'I1,642-521,2004-02-10,maybe', 'I7,9L0-1,2004-02-10,pass'),
    csv('allocations.csv', 'individual,specialization,job role', 'I9,SMB,Field engineer'),
  );
  const people = page.getByRole('region', file('people.csv'));
  await expect(people).toContainText('1 of 5 rows counts');
  const rows = people.getByRole('table', { name: /Four rows do not fit/ }).getByRole('row');
  await expect(rows).toHaveText([
    /Line/,
    /3\s*“from” says “2003-02-30”, which the calendar does not have\./,
    /4\s*“individual” is empty\./,
    /5\s*“until” says “2003-04-01”, which is before the beginning on 1 May 2003\./,
    /6\s*The row has 2 cells and the header 4\./,
  ]);
  await expect(page.getByRole('region', file('results.csv'))).toContainText('it takes “pass” or “fail”');
  const together = page.getByRole('region', { name: 'What came together' });
  await expect(together).toContainText('Two individuals, one exam result');
  await expect(together).toContainText('Known, but with no partner: I7.');
  await expect(together).toContainText('Line 2 of “allocations.csv” allocates I9, of whom no other file knows');
  await expect(together).toContainText(
    'No edition of the program knows the exam “9L0-1”: one fact with it decides nothing',
  );
});

test('a file of the same name takes the place of the earlier one, as that was mapped; a broken one does not', async ({
  page,
  address,
}) => {
  await openRecords(page, address);
  await choose(page, csv('p.csv', 'id no,called,from', 'I1,Ana,2003-01-01'));
  const entry = page.getByRole('region', file('p.csv'));
  await entry.getByLabel('It is about').selectOption('People');
  await entry.getByLabel('Individual').selectOption({ index: 1 });
  await entry.getByLabel('Name').selectOption({ index: 2 });
  await expect(entry).toContainText('its one row counts');
  await drop(page, csv('p.csv', 'id no,called,from', 'I1,Ana B.,2003-01-01', 'I2,Bo,2003-01-01'));
  await expect(entry).toContainText('all 2 rows count');
  await expect(page.getByRole('region', { name: 'What came together' })).toContainText('Two individuals');
  await drop(page, { name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from([80, 75, 3, 4, 0, 0]) });
  await expect(page.getByRole('alert').filter({ hasText: 'Not taken' })).toContainText('“p.csv” is a spreadsheet');
  await expect(entry).toContainText('all 2 rows count');
  await page.getByRole('button', { name: 'Remove p.csv' }).click();
  await expect(page.getByText('No file yet.')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('invented record');
});

test('the record is saved only when asked, and comes back from that file as it was', async ({ page, address }) => {
  await openRecords(page, address, '?day=2004-03-01');
  await choose(page, ...all);
  await expect(page.getByText('Not saved: reloading or closing this page forgets it.').first()).toBeVisible();
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My company');
  const before = await page.locator('main').textContent();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^standing-my-company-\d{4}-\d\d-\d\d\.json$/);
  await expect(page.getByText(`Saved as “${download.suggestedFilename()}”`)).toBeVisible();
  const buffer = await readFile(await download.path());
  // Nothing is lost by a reload now, and nothing is left.
  await openRecords(page, address, '?day=2004-03-01');
  await expect(page.getByText('No file yet.')).toBeVisible();
  await drop(page, { name: download.suggestedFilename(), mimeType: 'application/json', buffer });
  await expect(page.getByText('The record began with')).toBeVisible();
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My company');
  expect(await page.locator('main').textContent()).toBe(before);
  await expect(page.getByText('nothing has changed since')).toBeVisible();
});

test('what is not saved is asked about before it is lost', async ({ page, address }) => {
  await openRecords(page, address);
  await choose(page, ...all);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.evaluate(() => setTimeout(() => location.reload(), 0));
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(page.getByRole('region', file('people.csv'))).toBeVisible();
  const facts = { individuals: [], partners: [{ id: 'Other', affiliations: [] }] };
  const saved = JSON.stringify({ format: 'standing', version: 1, facts, names: {} });
  const other = { name: 'standing-other.json', mimeType: 'application/json', buffer: Buffer.from(saved) };
  await choose(page, other);
  await page.getByRole('dialog').getByRole('button', { name: 'Keep what is here' }).click();
  await expect(page.getByRole('region', file('people.csv'))).toBeVisible();
  await choose(page, other);
  await page.getByRole('dialog').getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByLabel('Partner', { exact: true })).toHaveValue('Other');
  await expect(page.getByRole('region', file('people.csv'))).toHaveCount(0);
  await page.getByRole('button', { name: 'Forget all of it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget all of it' }).click();
  await expect(page.getByRole('banner')).toContainText('invented record');
});

test('where the facts name several partners, one of them is chosen, and more files add to it', async ({
  page,
  address,
}) => {
  await openRecords(page, address, '?day=2004-03-01');
  const held = (specialization: string) => [{ specialization, approvedOn: '2004-02-20' }];
  const facts = {
    individuals: [{ id: 'I1', exams: [] }],
    partners: [
      { id: 'East', affiliations: [{ individual: 'I1', from: '2003-01-01' }], holdings: held('vpn-security') },
      { id: 'West', affiliations: [], holdings: held('smb') },
    ],
  };
  const saved = JSON.stringify({ format: 'standing', version: 1, facts, names: { I1: 'Ana' } });
  await choose(page, { name: 'two.json', mimeType: 'application/json', buffer: Buffer.from(saved) });
  await page.getByLabel('Partner', { exact: true }).selectOption('West');
  await choose(page, csv('people.csv', 'individual,name,from', 'I2,Bo,2003-01-01'));
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('West');
  await expect(line(page, 'smb')).toContainText('held');
  await expect(page.getByRole('region', { name: /^People/ })).toContainText('Bo');
  await page.goBack();
  await page.getByLabel('Partner', { exact: true }).selectOption('East');
  await page.getByRole('link', { name: 'Partner’s standing' }).click();
  await expect(line(page, 'vpn-security')).toContainText('held');
  await expect(page.getByRole('region', { name: /^People/ })).toContainText('Ana');
});

for (const [what, upload, why] of [
  ['a picture', { name: 'photo.csv', bytes: [0x89, 0x50, 0x4e, 0x47, 0, 1] }, 'is not a text file'],
  ['a spreadsheet', { name: 'book.xlsx', bytes: [0x50, 0x4b, 3, 4, 20, 0] }, 'is a spreadsheet or an archive'],
  ['an empty file', { name: 'none.csv', bytes: [] }, 'is empty'],
  ['an open quote', { name: 'quote.csv', bytes: [...Buffer.from('a,b\n1,"2\n3,4\n')] }, 'from line 2 on'],
  ['other JSON', { name: 'data.json', bytes: [...Buffer.from('{"a":1}')] }, 'not a file that was saved here'],
  ['broken JSON', { name: 'data.json', bytes: [...Buffer.from('{"a"')] }, 'not a file that was saved here'],
  [
    'saved facts that were tampered with',
    {
      name: 'standing-x.json',
      bytes: [
        ...Buffer.from('{"format":"standing","version":1,"facts":{"individuals":[{"id":1}],"partners":[]},"names":{}}'),
      ],
    },
    'are not as they were saved here',
  ],
] as const) {
  test(`${what} is answered in words, and what was there is kept`, async ({ page, address }) => {
    await openRecords(page, address);
    await choose(page, ...all);
    await drop(page, { name: upload.name, mimeType: '', buffer: Buffer.from(upload.bytes) });
    const isSaved = upload.name.endsWith('.json');
    if (isSaved) await page.getByRole('button', { name: 'Open it' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Not taken' })).toContainText(why);
    await expect(page.getByRole('region', file('people.csv'))).toContainText('all 3 rows count');
    await expect(page.getByRole('banner')).toContainText('own record');
  });
}

test('huge files are refused before they are read, and too many rows, columns or individuals in words', async ({
  page,
  address,
}) => {
  await openRecords(page, address);
  await choose(page, ...all);
  await choose(
    page,
    { name: 'huge.csv', mimeType: 'text/csv', buffer: Buffer.alloc(9 * 1024 * 1024, 'a') },
    csv('long.csv', 'individual,from', ...Array.from({ length: 100_001 }, (_, index) => `I${index},2003-01-01`)),
    csv('wide.csv', Array.from({ length: 201 }, (_, index) => `c${index}`).join(',')),
    csv('many.csv', 'individual,from', ...Array.from({ length: 20_001 }, (_, index) => `M${index},2003-01-01`)),
  );
  const alert = page.getByRole('alert').filter({ hasText: 'Not taken' });
  await expect(alert.getByRole('listitem')).toHaveText([
    /“huge\.csv” is larger than 8 MB/,
    /“long\.csv” has more than 100000 rows/,
    /“wide\.csv” has more than 200 columns/,
    /“many\.csv” was not taken.*at most 20000 entries/,
  ]);
  await expect(page.getByRole('region', file('people.csv'))).toContainText('all 3 rows count');
});

test('names and cells that look like a page’s code stay text', async ({ page, address }) => {
  await openRecords(page, address, '?day=2004-03-01');
  await choose(
    page,
    csv('<img src=x onerror=alert(1)>.csv', 'individual,name,from', 'I1,<b onclick=alert(1)>Ana</b>,2003-01-01'),
    csv('r.csv', 'individual,exam,taken on,result', '__proto__,constructor,2004-01-01,pass'),
  );
  await expect(page.getByRole('heading', { name: '<img src=x onerror=alert(1)>.csv' })).toBeVisible();
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await expect(page.getByRole('link', { name: '<b onclick=alert(1)>Ana</b>' })).toBeVisible();
});

test('files that are dropped on another page are read, and that page leads to them', async ({ page, address }) => {
  await open(page, address);
  await drop(page, company.people);
  await expect(page.getByRole('region', file('people.csv'))).toContainText('all 3 rows count');
  await expect(page).toHaveURL(/\/records\/$/);
});

test('an own record without people or holdings says what would fill the pages', async ({ page, address }) => {
  await openRecords(page, address, '?day=2004-03-01');
  await choose(page, csv('holdings.csv', 'specialization,approved on', 'VPN/Security,2005-02-20'));
  await page.getByRole('link', { name: 'See where the partner stands' }).click();
  await expect(page.getByText('Nothing is held on this day.')).toBeVisible();
  await expect(page.getByText('Nobody is with the partner on this day.')).toBeVisible();
  await page.getByRole('link', { name: 'My certifications' }).click();
  await expect(page.getByText('The record has no individual yet.')).toBeVisible();
});

test('each template is a file that comes back as it is', async ({ page, address }) => {
  await openRecords(page, address);
  const links = page.getByRole('region', { name: 'Templates' }).getByRole('link');
  await expect(links).toHaveCount(7);
  for (const link of await links.all()) {
    const downloading = page.waitForEvent('download');
    await link.click();
    const download = await downloading;
    const buffer = await readFile(await download.path());
    await choose(page, { name: download.suggestedFilename(), mimeType: 'text/csv', buffer });
    await expect(page.getByRole('region', file(download.suggestedFilename()))).toContainText('its one row counts');
  }
});
