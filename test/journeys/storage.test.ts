import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, note } from '../support/customer.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';

/** A row of the README's table of what is kept in the browser. */
interface Row {
  readonly name: string;
  readonly place: string;
  readonly pattern: RegExp;
}

async function readTable(): Promise<Row[]> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('## What it keeps in the browser');
  return [...section.split('\n## ')[0]!.matchAll(/^\| (Database )?(.*?)<br>in (.*?)(?:,.*?)? \|/gm)].map(
    ([, isDatabase, cell = '', place = '']) => {
      const names = [...cell.matchAll(/`(.+?)`/g)].map(([, name]) => name!);
      const name = names.join(' ');
      const words = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      const pattern = new RegExp(`^${isDatabase ? words : words.replaceAll(/‹.+?›/g, '.+')}$`);
      return { name, place: place.replaceAll('`', ''), pattern };
    },
  );
}

/** Everything in this origin's storage, as the README names it. */
async function storedIn({ page }: Customer): Promise<{ place: string; key: string }[]> {
  return page.evaluate(async () => {
    const found = [
      ...Object.keys(localStorage).map((key) => ({ place: 'localStorage', key })),
      ...Object.keys(sessionStorage).map((key) => ({ place: 'sessionStorage', key })),
      ...(document.cookie ? [{ place: 'cookie', key: document.cookie }] : []),
      ...(await caches.keys()).map((key) => ({ place: 'caches', key })),
    ];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const counting = database.transaction(store).objectStore(store).count();
        await new Promise((resolve) => (counting.onsuccess = resolve));
        if (counting.result > 0) found.push({ place: 'IndexedDB', key: `${name} ${store}` });
      }
      database.close();
    }
    return found;
  });
}

describe('what the browser keeps is what the README says', () => {
  let browser: Browser;
  let centre: HelpCentre;
  let table: Row[];
  before(async () => {
    [browser, centre, table] = await Promise.all([launchChromium(), openHelpCentre(), readTable()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  const DRAFT = 'help-ticket-widget:1:draft:‹widget›';
  const SHARED = 'help-ticket-widget:1:draft:‹widget›:‹random›';
  const LEDGER = 'help-ticket-widget:1:ledger:‹key›';
  const SALT = 'help-ticket-widget:1:salt';
  const FLAG = 'help-ticket-widget:1:outbox';
  const FILES = 'help-ticket-widget files';
  const DISMISSED = 'help-ticket-widget:1:dismissed';
  const OUTBOX = 'help-ticket-widget outbox';

  /** Names of the table's rows that hold something now. What has no row is an error, and so is a row too many. */
  async function checkStored(customer: Customer, ...names: string[]): Promise<void> {
    const deadline = Date.now() + 5000;
    for (;;) {
      const found = (await storedIn(customer)).map(({ place, key }) => {
        // The longest name fits closest.
        const rows = table.filter((row) => row.place === place && row.pattern.test(key));
        return rows.sort((a, b) => b.name.length - a.name.length)[0]?.name ?? `${key} in ${place}: not in the README`;
      });
      const isAsExpected = JSON.stringify([...new Set(found)].sort()) === JSON.stringify([...names].sort());
      // Drafts are saved a moment after the last key.
      if (isAsExpected || Date.now() > deadline) {
        assert.deepEqual([...new Set(found)].sort(), [...names].sort());
        return;
      }
      await customer.page.waitForTimeout(50);
    }
  }

  it('has a row for each', () => {
    assert.deepEqual(
      table.map(({ name }) => name).sort(),
      [DRAFT, SHARED, LEDGER, SALT, FLAG, DISMISSED, FILES, OUTBOX].sort(),
    );
  });

  it('nothing before writing, a draft while writing, digests after sending', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.seesHeading('Where do you live?');
    await checkStored(customer);
    await customer.goToReview({ files: [note('receipt.txt')] });
    await checkStored(customer, DRAFT, FILES);
    await customer.send();
    await customer.number();
    await checkStored(customer, LEDGER, SALT);
    const [entry = ''] = Object.entries((await customer.stored()).local).flatMap(([key, text]) =>
      key.includes(':ledger:') ? [text] : [],
    );
    for (const words of [customer.email, 'Maria', 'deposit', 'receipt.txt'])
      assert.equal(entry.includes(words), false, `the ledger holds “${words}”`);
  });

  it('a copy with draft="local", and nothing of it after "Delete draft"', async () => {
    await using customer = await Customer.arrive(browser, centre.page({ data: { draft: 'local' } }));
    await customer.open();
    await customer.goToReview({ files: [note('receipt.txt')] });
    await checkStored(customer, DRAFT, SHARED, FILES);
    await customer.page.evaluate(() => document.querySelector('help-ticket-widget')!.reset());
    await checkStored(customer);
  });

  it('that the launcher is hidden, once the customer has done so', async () => {
    await using customer = await Customer.arrive(browser, centre.page({ data: { dismissible: '' } }));
    await customer.launcher.hover();
    const cross = customer.page.getByRole('button', { name: 'Hide this button' });
    await cross.waitFor();
    await checkStored(customer);
    await cross.click();
    await checkStored(customer, DISMISSED);
    await customer.page.reload();
    await customer.page.waitForFunction(() => customElements.get('help-ticket-widget'));
    assert.equal(await customer.launcher.isVisible(), false);
  });

  it('the ticket and a flag while it waits for a connection, and neither once it is cancelled', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview({ files: [note('receipt.txt')] });
    await customer.page.context().setOffline(true);
    await customer.send();
    await customer.sees('Your ticket was not sent');
    await customer.press(customer.button('Send when I’m back online'));
    await customer.seesHeading('Not sent yet');
    await checkStored(customer, LEDGER, SALT, FLAG, OUTBOX);
    await customer.press(customer.button('Cancel'));
    await checkStored(customer, SALT);
  });
});
