import { type Browser, chromium } from '@playwright/test';

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

/** Lends a browser, which is closed again whatever happens. */
export async function withChromium<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(OPTIONS);
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
