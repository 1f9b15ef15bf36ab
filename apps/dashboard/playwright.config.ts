import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './tests/chromium.ts';

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  reporter: 'line',
  use: { launchOptions: chromiumOptions, locale: 'en-US', timezoneId: 'Asia/Tokyo' },
});
