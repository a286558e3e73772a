import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { type BackendProcess, startBackend } from '../support/backend.ts';
import { launchChromium } from '../support/chromium.ts';
import { Customer } from '../support/customer.ts';
import { type TicketRecord, ticketsOf } from '../support/ticket-records.ts';
import { type AppSite, openAppSite } from './app-site.ts';
import { buildApps, type BuiltApps } from './built-apps.ts';
import { checkPage, COMPILERS } from './compilers.ts';

const ATTRIBUTES = ['endpoint', 'form-url', 'fallback-url', 'accent', 'placement'];

/** The slowest first. */
const APPS = ['angular', 'svelte', 'vue', 'solid', 'preact', 'react', 'react-server'];

const PAGES = {
  'script-tag': 'the script tag',
  'all-in-one': 'all in one file, which the policy knows by its hash alone',
  'tag-manager': 'a tag manager that keeps no attributes',
  'delayed-scripts': 'an old theme, and scripts that are delayed until somebody moves',
  'combined-scripts': 'an old theme, and all scripts in one file',
};

describe('the package, installed from its tarball', () => {
  let browser: Browser;
  let backend: BackendProcess;
  let apps: BuiltApps;
  let site: AppSite;
  before(async () => {
    apps = await buildApps(APPS);
    const env = { FORM_FILE: join(import.meta.dirname, 'apps/form.json') };
    [browser, backend, site] = await Promise.all([launchChromium(), startBackend({ env }), openAppSite(apps.folder)]);
  });
  after(() => Promise.all([browser.close(), backend.stop(), site[Symbol.asyncDispose](), apps[Symbol.asyncDispose]()]));

  const addressOf = (path: string, email: string) => {
    const { url } = backend;
    return site.address(path, { backend: url, endpoint: `${url}/tickets`, form: `${url}/form.json`, email });
  };

  /** Where `form` and `customer` are set, and `help-ticket-submitted` is heard, all by the page's own means. */
  async function sendTicket(path: string): Promise<void> {
    await using customer = await Customer.arrive(browser);
    const { page, panel, email } = customer;
    await page.goto(addressOf(path, email));
    await page.mouse.move(8, 8);
    await customer.launcher.waitFor();
    await page.getByRole('button', { name: 'Sign in' }).click();
    const attributes = await page.locator('help-ticket-widget').evaluate((widget) => widget.getAttributeNames());
    assert.deepEqual(
      attributes.filter((name) => !ATTRIBUTES.includes(name)),
      [],
    );

    await customer.open();
    await customer.chooseCountry('MX');
    await customer.continue();
    // The page has told who she is: nobody asks.
    await customer.chooseTopic('A card');
    await customer.continue();
    await customer.describe('It has not arrived.');
    await customer.continue();
    await panel.getByText(email).first().waitFor();
    await customer.send();
    const number = await customer.number();

    await page.getByRole('status').getByText(number).waitFor();
    const [ticket] = ticketsOf(backend.dataDir, email) as [TicketRecord];
    assert.equal(ticket.number, number);
    assert.deepEqual(ticket.content.topic, ['cards']);
    assert.deepEqual(ticket.content.contact, { email, name: 'Maria da Silva' });
    assert.deepEqual([customer.consoleErrors, customer.exceptions, customer.warnings], [[], [], []]);
  }

  for (const app of APPS) it(`sends a ticket from an app in ${app}`, () => sendTicket(`${app}/`));

  for (const [page, title] of Object.entries(PAGES))
    it(`sends a ticket from a page with ${title}`, () => sendTicket(`pages/${page}.html`));

  it('is in the HTML that React renders on a server, with the way on for those without scripts', async () => {
    const html = await (await fetch(addressOf('react-server/', 'maria@example.com'))).text();
    assert.match(html, /<help-ticket-widget endpoint="[^"]+"[^>]*><a href="mailto:help@example.com">Contact us<\/a>/);
    assert.doesNotMatch(html, /\[object/);
  });

  describe('has types for', { concurrency: 2 }, () => {
    for (const framework of Object.keys(COMPILERS)) {
      it(`${framework}: what is right compiles, and each line that is wrong does not`, async () => {
        const { found, expected } = await checkPage(apps.folder, framework);
        assert.ok(expected.length > 1);
        assert.deepEqual(found, expected);
      });
    }
  });
});
