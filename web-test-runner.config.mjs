import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { startOrigins } from './test/pages/origins.ts';
import { serveSite } from './test/pages/site.ts';
import { findBrowsers } from './test/support/browsers.ts';
import { bundlePlugin } from './test/support/bundle-plugin.ts';
import { MEASURED } from './test/support/coverage.ts';
import { devtoolsPlugin } from './test/support/devtools-plugin.ts';
import { webdriverPlugin } from './test/support/webdriver-plugin.ts';
import { startWebKitDriver } from './test/support/webkit-driver.ts';

const { chromium, headlessShell, firefox, webkit } = findBrowsers();

const webkitPort = webkit && (await startWebKitDriver(webkit));

const chrome = () =>
  chromeLauncher({
    launchOptions: {
      executablePath: headlessShell ?? chromium,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--disable-sync',
        // Every frame of a movement is drawn by the processor.
        '--force-prefers-reduced-motion',
        '--no-first-run',
      ],
    },
    // Two test files run at once, and must not find what the other has stored.
    createPage: async ({ browser }) => openWindow({ context: await browser.createBrowserContext() }),
  });

const gecko = () =>
  puppeteerLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath: firefox,
      // Without a message to Puppeteer for each request a page of modules loads in half the time.
      networkEnabled: false,
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
    },
    createPage: openWindow,
    // Of several windows only one has the focus.
    concurrency: 1,
  });

function miniBrowser() {
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port: webkitPort,
    capabilities: {
      browserName: 'MiniBrowser',
      // WebKitWebDriver knows nothing of WebDriver BiDi.
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
    },
  });
  // Two at once would be two frames of one page, taking the focus from each other.
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = (config) => initialize({ ...config, concurrency: 1 });
  launcher.concurrency = 1;
  // A browser that has ended by itself between two test files must not end the run: the next one gets a new browser.
  const arrive = async (id, url) => {
    const start = async () => {
      await launcher.ensureManagerInitialized();
      await launcher.driverManager.startSession(id, url);
    };
    try {
      await start();
    } catch (error) {
      console.warn(`MiniBrowser is gone and is started again. ${error.message}`);
      await launcher.stop();
      launcher.driverManager = undefined;
      await start();
    }
  };
  // A navigation is never answered if anything else is asked before that: the tests of a page may be through before it has loaded, and
  // a heartbeat comes when it likes.
  launcher.setupHeartbeat = () => {};
  const arrivals = new Map();
  launcher.arrived = (id) => Promise.allSettled([arrivals.get(id)]);
  launcher.startSession = (id, url) => {
    arrivals.set(id, arrive(id, url));
    return arrivals.get(id);
  };
  const leave = launcher.stopSession.bind(launcher);
  launcher.stopSession = (id) => launcher.arrived(id).then(() => leave(id));
  return launcher;
}

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

/**
 * Chromium, and those of the others that are there. A launcher serves one run.
 *
 * @type {() => Record<string, BrowserLauncher> & { chromium: BrowserLauncher }}
 */
export const launchers = () => ({
  ...(webkit && { webkit: miniBrowser() }),
  ...(firefox && { firefox: gecko() }),
  // Last: alone, it is the one that knows what to do with two processors.
  chromium: chrome(),
});

/** What tests can ask their browser's driver for. */
export const commands = [devtoolsPlugin, webdriverPlugin];

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/{conformance,demo/backend,faults,journeys,model,package,pages/top-level}/**'],
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  browsers: Object.values(launchers()),
  // Three at once starve each other on two cores: WebKit then hangs for good now and then.
  concurrentBrowsers: 2,
  concurrency: 2,
  // The first test of a file loads the form from a hundred modules, while another browser does the same.
  testFramework: { config: { timeout: 20_000 } },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      define: { __PANEL_FILE__: '"panel.js"' },
    }),
    ...commands,
    await bundlePlugin(),
  ],
  middleware: [serveMockServiceWorker, serveSite(await startOrigins())],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverageConfig: {
    include: [MEASURED],
    reporters: ['text', 'json-summary'],
  },
};

/** In a background tab there is no focus and no animation frame, so that each test file has a window of its own. */
async function openWindow({ context }) {
  const page = await context.newPage({ type: 'window' });
  const setViewport = page.setViewport.bind(page);
  // The size is set by then: Firefox before 153 does not know the command for the orientation, which comes after it.
  page.setViewport = (size) => setViewport(size).catch(() => undefined);
  return page;
}

/** A service worker sees only what is below its own address, so msw's is served from the root. */
function serveMockServiceWorker(context, next) {
  if (context.path === '/mockServiceWorker.js') context.url = '/node_modules/msw/lib/mockServiceWorker.js';
  return next();
}
