import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, picture, type Story } from '../support/customer.ts';
import { answerWith, holdAnswer, loseAnswer } from '../support/fault-proxy.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';
import { ticketsOf } from '../support/ticket-records.ts';
import { until } from '../support/until.ts';

const QUEUE = 'Send when I’m back online';
const WAITS = 'It will be sent when you open this site with a connection.';

describe('a ticket that waits for a connection', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  const keysSince = (from: number) => new Set(centre.network.posts.slice(from).map(({ key }) => key));

  async function queue(customer: Customer): Promise<void> {
    await customer.press(customer.button(QUEUE));
    await customer.seesHeading('Not sent yet');
    await customer.sees(WAITS);
  }

  /** There is no connection yet. */
  async function queuedOffline(story: Partial<Story> = {}): Promise<Customer> {
    const customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview(story);
    await customer.page.context().setOffline(true);
    await customer.send();
    await customer.sees('Your ticket was not sent');
    await queue(customer);
    return customer;
  }

  /** She is gone when the connection is back. */
  async function leaveQueued(story: Partial<Story> = {}): Promise<Customer> {
    const customer = await queuedOffline(story);
    await customer.page.close();
    await customer.page.context().setOffline(false);
    return customer;
  }

  /** The ticket is there once, with its mail, and the customer is told its number. */
  async function checkReceipt(customer: Customer, fileCount = 0): Promise<void> {
    await customer.open();
    const number = await customer.number();
    const tickets = ticketsOf(centre.backend.dataDir, customer.email);
    assert.deepEqual(
      tickets.map((ticket) => [ticket.number, ticket.mails, ticket.files.length]),
      [[number, ['confirmation'], fileCount]],
    );
    assert.equal((await centre.backend.mailTo(customer.email)).length, 1);
    assert.deepEqual(customer.exceptions, []);
  }

  it('with two photos: offline, queued, tab closed, backend restarted, online, another page', async () => {
    const from = centre.network.posts.length;
    const files = [picture('one.png', 40_000), picture('two.png', 50_000)];
    await using customer = await queuedOffline({ files });
    await customer.page.close();
    await centre.backend.kill();
    await centre.restart();
    await customer.page.context().setOffline(false);

    const later = await Customer.arrive(browser, centre.page(), { besides: customer });
    await later.launcher.waitFor();
    await centre.backend.mailTo(customer.email);
    assert.equal(await later.panel.isVisible(), false);
    await checkReceipt(later, 2);
    assert.equal(keysSince(from).size, 1);
  });

  it('that was accepted, its answer lost, and flushed six days later', async () => {
    const from = centre.network.posts.length;
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview();
    centre.network.always(loseAnswer);
    await customer.send();
    await customer.sees('We could not confirm that your ticket arrived');
    await queue(customer);
    await customer.page.close();
    centre.network.next();

    const later = await Customer.arrive(browser, centre.page(), {
      besides: customer,
      before: () => {
        const { now } = Date;
        Date.now = () => now() + 6 * 86_400_000;
      },
    });
    await later.launcher.waitFor();
    await later.page.waitForFunction(() =>
      document.querySelector('help-ticket-widget')?.shadowRoot?.querySelector('[data-waiting]'),
    );
    await checkReceipt(later);
    assert.equal(keysSince(from).size, 1);
  });

  it('whose page is closed before the answer, and that is refused after that, keeps its key', async () => {
    const from = centre.network.posts.length;
    await using customer = await leaveQueued();
    const { fault, arrived } = holdAnswer();
    centre.network.next(fault, answerWith(403, 'text/plain', 'Not now.'));
    const between = await Customer.arrive(browser, centre.page(), { besides: customer });
    await arrived;
    await between.page.close();

    const later = await Customer.arrive(browser, centre.page(), { besides: customer });
    await later.open();
    await later.press(later.button('Continue it'));
    await later.sees('We could not confirm that your ticket arrived');
    await later.press(later.button('Try again'));
    const number = await later.number();
    const tickets = ticketsOf(centre.backend.dataDir, customer.email);
    assert.deepEqual(
      tickets.map((ticket) => ticket.number),
      [number],
    );
    assert.equal(keysSince(from).size, 1);
  });

  it('goes out at once when the connection is back, while the panel shows that it waits', async () => {
    await using customer = await queuedOffline();
    await customer.page.context().setOffline(false);
    await customer.seesHeading(customer.names.receipt);
  });

  for (const moment of [0, 30, 100, 400])
    it(`is there with its files if the tab crashes ${moment} ms after it was taken back into the form`, async () => {
      const files = [picture('receipt.png', 1_000_000)];
      await using customer = await leaveQueued({ description: 'Not sent for a week.', files });
      const later = await Customer.arrive(browser, centre.page(), {
        besides: customer,
        before: () => {
          const { now } = Date;
          Date.now = () => now() + 8 * 86_400_000;
        },
      });
      await later.open();
      await later.press(later.button('Continue it'));
      // Nothing is waited for: the moment is what is tried.
      await later.page.waitForTimeout(moment);
      const look = await later.crash();
      const text = await until(async () => {
        // A draft opens by itself; from the outbox she takes it up once more.
        await look(`querySelector('[data-waiting]')?.click()`);
        await look(`querySelector('[aria-describedby^=waiting]')?.click()`);
        const shown = String(await look(`querySelector('dialog[open]')?.innerText`));
        return shown.includes(later.names.review) && shown;
      }, 'the ticket in the form');
      assert.match(text, /Not sent for a week\./);
      assert.match(text, /receipt\.png/);
      assert.doesNotMatch(text, /could not be kept/);
    });

  it('from two tabs is sent by one of them', async () => {
    const from = centre.network.posts.length;
    await using customer = await Customer.arrive(browser, centre.page());
    const other = await Customer.arrive(browser, centre.page(), { besides: customer });
    await customer.page.bringToFront();
    await customer.open();
    await customer.goToReview();
    await customer.page.context().setOffline(true);
    await customer.send();
    await customer.sees('Your ticket was not sent');
    await queue(customer);
    await customer.page.close();
    await other.page.context().setOffline(false);
    const tabs = await Promise.all([1, 2, 3].map(() => Customer.arrive(browser, centre.page(), { besides: other })));
    await centre.backend.mailTo(customer.email);
    await checkReceipt(tabs[0]!);
    assert.equal(keysSince(from).size, 1);
  });
});

describe('the files of a draft', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  it('are there after a reload, and go with the ticket', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview({ files: [picture('receipt.png', 200_000)] });
    await customer.waitUntilFilesAreKept();
    await customer.page.reload();
    await customer.seesHeading(customer.names.review);
    await customer.sees('receipt.png');
    await customer.send();
    const number = await customer.number();
    const tickets = ticketsOf(centre.backend.dataDir, customer.email);
    assert.deepEqual(
      tickets.map((ticket) => [ticket.number, ticket.files.length]),
      [[number, 1]],
    );
  });

  it('can be read by nobody once the session has ended', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview({ files: [picture('receipt.png', 1000)] });
    await customer.waitUntilFilesAreKept();
    await customer.page.evaluate(() => sessionStorage.clear());
    const stored = await customer.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('help-ticket-widget');
        opening.onsuccess = () => resolve(opening.result);
      });
      const reading = database.transaction('files').objectStore('files').getAll() as IDBRequest<
        { bytes: ArrayBuffer }[]
      >;
      await new Promise((resolve) => (reading.onsuccess = resolve));
      return reading.result.map(({ bytes }) => new TextDecoder('latin1').decode(bytes));
    });
    assert.equal(stored.length, 1);
    assert.doesNotMatch(stored[0]!, /PNG|IHDR|receipt/);
  });
});
