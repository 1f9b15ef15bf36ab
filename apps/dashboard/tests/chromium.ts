/** The browser that is there, with nothing in it that phones home. */
export const chromiumOptions = {
  executablePath: process.env['STANDING_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
