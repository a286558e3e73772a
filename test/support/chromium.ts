import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowsers } from './browsers.ts';

/** Chromium under Playwright, for one file of journeys. Each customer gets a context of their own in it. */
export function launchChromium({ args = [], ...more }: LaunchOptions = {}): Promise<Browser> {
  const { chromium: executablePath } = findBrowsers();
  if (!executablePath) throw new Error('Journeys need Chromium. Set CHROME_PATH if it is installed.');
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', ...args],
    ...more,
  });
}
