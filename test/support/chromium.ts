import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowsers } from './browsers.ts';

interface Options extends LaunchOptions {
  /** With all that surrounds a page there: it takes longer. */
  isWhole?: boolean;
}

/** Chromium under Playwright, for one file of journeys. Each customer gets a context of their own in it. */
export function launchChromium({ isWhole = false, args = [], ...more }: Options = {}): Promise<Browser> {
  const { chromium: whole, headlessShell } = findBrowsers();
  const executablePath = isWhole ? whole : (headlessShell ?? whole);
  if (!executablePath) throw new Error('Journeys need Chromium. Set CHROME_PATH if it is installed.');
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', ...args],
    ...more,
  });
}
