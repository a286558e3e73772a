import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { type BackendProcess, startBackend } from '../support/backend.ts';
import { launchChromium } from '../support/chromium.ts';
import { startHostSite } from '../support/host-site.ts';
import { arrivedMails, ticketsOf } from '../support/ticket-records.ts';
import { prepare, Tab } from './tab.ts';
import { startWire, type Wire } from './wire.ts';

/** Few steps, and nothing on them that takes time. */
const FORM = {
  countries: { only: ['BR'] },
  contact: { phone: 'hidden' as const },
  topics: [{ id: 'other', label: 'Something else' }],
  attachments: { accept: ['image/*'] },
};

/** Where the stories of one customer after the other happen: a browser that nobody else uses. */
export interface Scene {
  readonly stage: Stage;
  readonly context: BrowserContext;
  readonly tabs: [Tab, Tab];
  openTab(): Promise<Tab>;
}

/** The backend, a site with the widget on it, and the wire between them. */
export interface Stage extends AsyncDisposable {
  readonly backend: BackendProcess;
  readonly wire: Wire;
  openScene(): Promise<Scene>;
  /** Exactly one mail has arrived about each ticket. */
  checkMails(): Promise<void>;
  /** Ends the backend as a loss of power does, and starts it again on the same data. */
  killBackend(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'help-ticket-'));
  const form = join(folder, 'form.json');
  await writeFile(form, JSON.stringify(FORM));
  const env = { FORM_FILE: form, DATA_DIR: join(folder, 'data') };
  const [first, site, browser] = await Promise.all([startBackend({ env }), startHostSite(), launchChromium()]);
  const wire = await startWire(first.url);
  const address = site.add({ cdn: first.url, data: { endpoint: wire.url, 'fallback-url': 'mailto:help@example.com' } });
  let backend = first;
  const stage: Stage = {
    get backend() {
      return backend;
    },
    wire,
    async openScene() {
      const context = await browser.newContext({
        locale: 'en',
        reducedMotion: 'reduce',
        viewport: { width: 300, height: 300 },
      });
      await prepare(context, { endpoint: wire.url, form: FORM });
      const openTab = () => Tab.open(context, address);
      return { stage, context, tabs: [await openTab(), await openTab()], openTab };
    },
    async checkMails() {
      const tickets = Map.groupBy(ticketsOf(backend.dataDir), ({ content }) => String(content.contact.email));
      const expected = new Map([...tickets].map(([email, { length }]) => [email, length]));
      assert.deepEqual(await arrivedMails(backend.dataDir), expected);
    },
    async killBackend() {
      await backend.kill();
      backend = await startBackend({ env: { ...env, PORT: new URL(first.url).port } });
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await Promise.all([site[Symbol.asyncDispose](), wire[Symbol.asyncDispose](), backend.stop()]);
      await rm(folder, { recursive: true });
    },
  };
  return stage;
}
