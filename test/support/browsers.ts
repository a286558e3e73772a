/** Finds the browsers that tests run in, or installs them where that is a matter of one command. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Browsers {
  chromium?: string;
  /** Chromium's engine without its windows, where each page costs a fraction of the time. It never shows a page from memory. */
  headlessShell?: string;
  firefox?: string;
  /** WebKit runs in GTK's MiniBrowser, driven by WebKitWebDriver, on a display: Xvfb's where there is none. */
  webkit?: { browser: string; driver: string; xvfb: string | undefined };
}

const ENGINES = ['chromium', 'firefox', 'webkit'] as const;

const DEBIAN_PACKAGES = {
  chromium: ['chromium'],
  headlessShell: ['chromium-headless-shell'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb', 'xauth'],
};

export function findBrowsers(): Browsers {
  const chromium =
    process.env.CHROME_PATH ??
    onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome') ??
    existing(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      `${process.env.PROGRAMFILES}/Google/Chrome/Application/chrome.exe`,
    );
  // Whoever names a browser wants that one in all tests.
  const headlessShell = process.env.CHROME_PATH ?? onPath('chromium-headless-shell');
  const firefox =
    process.env.FIREFOX_PATH ??
    onPath('firefox-esr', 'firefox') ??
    existing(
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      `${process.env.PROGRAMFILES}/Mozilla Firefox/firefox.exe`,
    );
  const webkit = findWebKit();
  return {
    ...(chromium && { chromium }),
    ...(headlessShell && { headlessShell }),
    ...(firefox && { firefox }),
    ...(webkit && { webkit }),
  };
}

function findWebKit(): Browsers['webkit'] {
  const driver = onPath('WebKitWebDriver');
  const browser = process.env.WEBKIT_PATH ?? globSync('/usr/{lib,lib/*,libexec,lib64}/webkit2gtk-4.1/MiniBrowser')[0];
  const xvfb = onPath('Xvfb');
  const hasDisplay = Boolean(process.env.DISPLAY ?? xvfb);
  return driver && browser && hasDisplay ? { browser, driver, xvfb } : undefined;
}

/**
 * All browsers that there are, after installing the missing ones on Debian as root. Says which engines are left out.
 *
 * @throws if there is no Chromium, or, with `CI=true`, if any of the three is missing.
 */
export function provideBrowsers(): Browsers {
  let browsers = findBrowsers();
  const wanted = missing(browsers, [...ENGINES, 'headlessShell']);
  if (wanted.length > 0 && canInstall()) {
    install(wanted.map((name) => DEBIAN_PACKAGES[name]));
    browsers = findBrowsers();
  }
  const leftOut = missing(browsers, ENGINES);
  if (leftOut.length === 0) return browsers;

  const packages = leftOut.flatMap((engine) => DEBIAN_PACKAGES[engine]).join(' ');
  const advice =
    `Set CHROME_PATH, FIREFOX_PATH or WEBKIT_PATH if it is installed; ` +
    `on Debian: apt-get install -y --no-install-recommends ${packages}`;
  if (process.env.CI === 'true')
    throw new Error(`CI tests in three engines; not found: ${leftOut.join(', ')}. ${advice}`);
  if (!browsers.chromium) throw new Error(`Tests need Chromium at least, and it was not found. ${advice}`);
  console.log(`Left out, because it was not found: ${leftOut.join(', ')}. ${advice}\n`);
  return browsers;
}

function missing<Name extends keyof Browsers>(browsers: Browsers, names: readonly Name[]): Name[] {
  return names.filter((name) => !browsers[name]);
}

function canInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** Each set for itself: one that there is not must not keep the others away. */
function install(sets: readonly string[][]): void {
  const aptGet = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  aptGet('update', '-qq');
  for (const packages of sets) {
    console.log(`Installing ${packages.join(' ')}`);
    aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
}

function onPath(...names: string[]): string | undefined {
  const folders = process.env.PATH?.split(delimiter) ?? [];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function existing(...paths: string[]): string | undefined {
  return paths.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next one
  }
}
