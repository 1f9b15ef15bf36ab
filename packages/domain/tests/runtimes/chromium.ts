import { chromium } from '@playwright/test';
import { bundle, inTime } from './bundle.ts';

const OPTIONS = {
  executablePath: process.env['STANDING_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The answers of a real Chromium, which is closed again whatever happens; the page is empty but for the script. */
export async function answersInChromium(requests: readonly unknown[]): Promise<readonly string[]> {
  const content = await bundle('answer.ts', { format: 'iife', globalName: 'standing', platform: 'browser' });
  const browser = await chromium.launch(OPTIONS);
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content });
    const answers = page.evaluate((asked) => {
      const { standing } = globalThis as unknown as { standing: { answer: (request: unknown) => string } };
      return asked.map(standing.answer);
    }, requests);
    return await inTime('Chromium', answers);
  } finally {
    await browser.close();
  }
}
