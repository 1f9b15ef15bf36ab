import { expect, type Page } from '@playwright/test';

export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export function csv(name: string, ...lines: readonly string[]): Upload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

/** Opens the page for one's own files and waits until it answers, and until all of it has come. */
export async function openRecords(page: Page, address: string, search = ''): Promise<void> {
  await page.goto(`${address}/records/${search}`, { waitUntil: 'networkidle' });
  await expect(page.getByLabel('Day shown')).toBeEnabled();
}

/** Chooses files as the browser's own dialog does. */
export async function choose(page: Page, ...files: readonly Upload[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([...files]);
  await expect(page.getByRole('status').filter({ hasText: 'Reading' })).toHaveCount(0);
}

/** Drops files on the page, as from the file manager. */
export async function drop(page: Page, ...files: readonly Upload[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, type, bytes } of given) transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: [...buffer] })),
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** A small company: three people, one of whom holds what VPN/Security asks of a field engineer. */
export const company = {
  people: csv(
    'people.csv',
    'individual,name,affiliated from,affiliated until',
    'I1,Ana Zielińska,2003-01-01,',
    'I2,Bo Lind,2003-02-01,',
    'I3,Cy Okoro,2003-03-01,',
  ),
  results: csv(
    'results.csv',
    'individual,exam,taken on,result',
    'I1,642-501,2004-01-10,pass',
    'I1,642-521,2004-02-10,pass',
    'I2,642-511,2004-02-12,fail',
  ),
  awards: csv('awards.csv', 'individual,certification,valid from,valid until', 'I1,CCNA,2003-05-01,2006-05-01'),
  holdings: csv('holdings.csv', 'specialization,approved on', 'VPN/Security,2004-02-20', 'Premier,2004-02-20'),
  allocations: csv(
    'allocations.csv',
    'individual,specialization,job role,from',
    'I1,VPN/Security,Field engineer,2004-02-20',
  ),
} as const;

export const all: readonly Upload[] = Object.values(company);

/** Files that show everything that the page can say. */
export const everything: readonly Upload[] = [
  ...all,
  csv('people-2.csv', 'individual,name,from', 'I1,Ana,2003-02-30', ',Bo,x', 'I3,Cy Okoro,2003-03-01'),
  csv('odd.csv', 'who,code,when,how', 'I3,642-511,03/04/2004,pass'),
  csv('dates.csv', 'individual,exam,taken on,result,note', 'I3,642-511,03/04/2004,pass,', 'I8,9L0-1,04/03/2004,pass,'),
  csv('more.csv', 'individual,specialization,job role', 'I9,Foo,Bar'),
  { name: 'photo.csv', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0, 1]) },
];
