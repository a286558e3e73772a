import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, note, picture } from '../support/customer.ts';
import { holdAnswer, swallow } from '../support/fault-proxy.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';
import { type TicketRecord, ticketsOf } from '../support/ticket-records.ts';
import { until } from '../support/until.ts';

describe('one press of Send makes one ticket', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  function checkOne({ email }: Customer, number: string, { dataDir } = centre.backend): TicketRecord {
    const tickets = ticketsOf(dataDir, email);
    assert.deepEqual(
      tickets.map((ticket) => [ticket.number, ticket.mails]),
      [[number, ['confirmation']]],
    );
    return tickets[0]!;
  }

  async function atReview(story: Parameters<Customer['goToReview']>[0] = {}): Promise<Customer> {
    const customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview(story);
    return customer;
  }

  const keysSince = (from: number) => centre.network.posts.slice(from).map(({ key }) => key);

  it('however often it is pressed', async () => {
    for (const press of [
      (customer: Customer) => customer.button(customer.names.send).dblclick(),
      (customer: Customer) => customer.button(customer.names.send).click({ clickCount: 10 }),
      async (customer: Customer) => {
        await customer.button(customer.names.send).focus();
        for (let count = 0; count < 10; count += 1) await customer.page.keyboard.press('Enter');
      },
      // As fast as it gets: ten in one task.
      (customer: Customer) =>
        customer.button(customer.names.send).evaluate((button: HTMLElement) => {
          for (let count = 0; count < 10; count += 1) button.click();
        }),
    ]) {
      const from = centre.network.posts.length;
      const { fault, arrived, release } = holdAnswer();
      centre.network.next(fault);
      await using customer = await atReview({ files: [note('receipt.txt')] });
      await press(customer);
      await arrived;
      release();
      checkOne(customer, await customer.number());
      assert.equal(keysSince(from).length, 1);
      assert.equal((await centre.backend.mailTo(customer.email)).length, 1);
    }
  });

  it('when the page is reloaded before the answer: it reopens by itself, and the key stays', async () => {
    const from = centre.network.posts.length;
    const { fault, arrived } = holdAnswer();
    centre.network.next(fault);
    await using customer = await atReview({ description: 'Reloaded too soon.', phone: '11 98765-4321' });
    await customer.send();
    await arrived;
    await customer.page.reload();
    await customer.sees('We could not confirm that your ticket arrived');
    for (const text of ['Reloaded too soon.', '11 98765-4321', 'Maria da Silva']) await customer.sees(text);
    await customer.press(customer.button('Try again'));
    checkOne(customer, await customer.number());
    const keys = keysSince(from);
    assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
  });

  it('when the page is reloaded before the ticket arrives', async () => {
    const from = centre.network.posts.length;
    const { fault, arrived } = swallow();
    centre.network.next(fault);
    await using customer = await atReview();
    await customer.send();
    await arrived;
    await customer.page.reload();
    await customer.sees('We could not confirm that your ticket arrived');
    await customer.press(customer.button('Try again'));
    checkOne(customer, await customer.number());
    const keys = keysSince(from);
    assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
  });

  it('when the page is reloaded while files go up: they come back and go again', async () => {
    const from = centre.network.posts.length;
    const { fault, arrived } = holdAnswer();
    centre.network.next(fault);
    await using customer = await atReview({ files: [picture('receipt.png', 5000)] });
    await customer.waitUntilFilesAreKept();
    await customer.send();
    await arrived;
    await customer.page.reload();
    await customer.sees('We could not confirm that your ticket arrived');
    await customer.sees('receipt.png');
    await customer.press(customer.button('Try again'));
    assert.equal(checkOne(customer, await customer.number()).files.length, 1);
    const keys = keysSince(from);
    assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
  });

  it('when files are lost with a reload: they are missed, and not sent as another ticket', async () => {
    const from = centre.network.posts.length;
    const { fault, arrived } = holdAnswer();
    centre.network.next(fault);
    await using customer = await atReview({ files: [picture('receipt.png', 5000)] });
    await customer.waitUntilFilesAreKept();
    await customer.send();
    await arrived;
    await customer.page.evaluate(() => void indexedDB.deleteDatabase('help-ticket-widget'));
    await customer.page.reload();
    await customer.sees('We could not confirm that your ticket arrived');
    await customer.press(customer.panel.getByRole('link', { name: 'Change Files' }));
    await customer.sees('These files could not be kept. Choose them again: receipt.png');
    await customer.continue();
    await customer.press(customer.panel.getByRole('button', { name: /^(Send ticket|Try again)$/ }));
    await customer.seesHeading(customer.names.twin);
    const [ticket] = ticketsOf(centre.backend.dataDir, customer.email);
    await customer.sees(/earlier version was .*sent/);
    await customer.sees(ticket!.number);
    assert.equal(checkOne(customer, ticket!.number).files.length, 1);
    assert.equal(new Set(keysSince(from)).size, 1);
  });

  it('when two tabs send the same', async () => {
    const from = centre.network.posts.length;
    const { fault, arrived, release } = holdAnswer();
    centre.network.next(fault);
    await using one = await atReview();
    const two = await Customer.arrive(browser, one.page.url(), { besides: one });
    await two.open();
    await two.goToReview();
    await one.page.bringToFront();
    await one.send();
    await arrived;
    await two.page.bringToFront();
    await two.send();
    await two.panel.getByRole('button', { name: 'Sending…' }).waitFor();
    release();
    const number = await one.number();
    // Whether the second one finds the receipt in the ledger or asks the server for it is a matter of milliseconds.
    await two.heading(two.names.twin).or(two.heading(two.names.receipt)).waitFor();
    await two.sees(number);
    checkOne(one, number);
    assert.equal(new Set(keysSince(from)).size, 1);
    assert.deepEqual([...one.exceptions, ...two.exceptions], []);
  });

  it('when a tab dies while it sends, and another one sends the same', async () => {
    const from = centre.network.posts.length;
    const { fault, arrived } = holdAnswer();
    centre.network.next(fault);
    await using one = await atReview();
    const two = await Customer.arrive(browser, one.page.url(), { besides: one });
    await one.page.bringToFront();
    await one.send();
    await arrived;
    await one.page.close();
    await two.open();
    await two.goToReview();
    await two.send();
    checkOne(two, await two.number());
    const keys = keysSince(from);
    assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
  });

  it('when the server dies right after it has stored the ticket', async () => {
    await using other = await openHelpCentre();
    await using customer = await Customer.arrive(browser, other.page());
    await customer.open();
    await customer.goToReview({ files: [picture('receipt.png', 200_000), note('notes.txt')] });
    const statuses: number[] = [];
    other.network.next(async ({ forward, cut }) => {
      statuses.push((await forward()).status);
      await other.backend.kill();
      await other.restart();
      cut();
    });
    await customer.send();
    const number = await customer.number();
    assert.deepEqual(statuses, [201]);
    const keys = other.network.posts.map(({ key }) => key);
    assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
    await other.backend.mailTo(customer.email);
    const { files } = checkOne(customer, number, other.backend);
    assert.deepEqual(
      files.map(({ name, size, isThere }) => [name, size, isThere]),
      [
        ['receipt.png', 200_000, true],
        ['notes.txt', 10, true],
      ],
    );
    const mails = (await other.backend.inbox()).filter(({ to }) => to === customer.email);
    assert.equal(mails.length, 1);
    assert.ok(mails[0]!.subject.includes(number));
  });

  describe('and what is not sent yet is not lost', () => {
    it('by closing and opening', async () => {
      await using customer = await atReview({ files: [note('receipt.txt')] });
      await customer.press(customer.button(customer.names.close));
      await customer.panel.waitFor({ state: 'hidden' });
      await customer.open();
      await customer.seesHeading(customer.names.review);
      await customer.sees('receipt.txt');
      await customer.page.keyboard.press('Escape');
      await customer.panel.waitFor({ state: 'hidden' });
      await customer.open();
      await customer.send();
      assert.equal(checkOne(customer, await customer.number()).files.length, 1);
    });

    it('by a reload: it reopens on the same step by itself, and says so', async () => {
      await using customer = await Customer.arrive(browser, centre.page());
      await customer.open();
      await customer.chooseCountry('BR');
      await customer.continue();
      await customer.giveContact({ phone: '11 98765-4321' });
      await customer.page.reload();
      await customer.panel.waitFor();
      assert.equal(await customer.field(customer.names.phone).inputValue(), '11 98765-4321');
      await customer.panel.getByRole('status').getByText('We kept what you wrote.').waitFor();
    });

    it('by a crash of the tab: what was typed and attached is back', async () => {
      await using customer = await atReview({ description: 'Typed before the crash.', files: [note('receipt.txt')] });
      // A draft is saved a moment after the last change.
      const isSaved = async () => JSON.stringify(await customer.stored()).includes(String.raw`\"step\":\"review\"`);
      await until(isSaved, 'the draft');
      const look = await customer.crash();
      const shown = await until(async () => {
        const text = String(await look(`querySelector('dialog')?.innerText`));
        return text.includes('receipt.txt') && text;
      }, 'the files of the draft');
      for (const text of [customer.names.review, 'Typed before the crash.', 'Maria da Silva', customer.email])
        assert.ok(shown.includes(text), text);
      await look(`querySelector('.primary').click()`);
      await until(
        async () => String(await look(`querySelector('dialog')?.innerText`)).includes(customer.names.receipt),
        'the receipt',
      );
      const [ticket, ...more] = ticketsOf(centre.backend.dataDir, customer.email);
      assert.deepEqual([ticket?.files.map(({ name }) => name), more], [['receipt.txt'], []]);
    });

    it('by a reload after closing: it stays closed, and opens where it was', async () => {
      await using customer = await atReview();
      await customer.press(customer.button(customer.names.close));
      await customer.page.reload();
      await customer.launcher.waitFor();
      assert.equal(await customer.panel.count(), 0);
      await customer.open();
      await customer.seesHeading(customer.names.review);
    });

    it('by an hour away: it is offered, and can be gone on with or deleted', async () => {
      await using customer = await atReview({ description: 'Written an hour ago.' });
      const address = customer.page.url();
      const elsewhere = centre.site.addFile('elsewhere.html', 'text/html', '<!doctype html><title>Elsewhere</title>');
      const comeBackLater = async (hours: number) => {
        await customer.page.goto(elsewhere);
        await customer.page.clock.setFixedTime(Date.now() + hours * 3_600_000);
        await customer.page.goto(address);
        await customer.launcher.waitFor();
        assert.equal(await customer.panel.count(), 0, 'it does not open by itself');
        await customer.open();
      };
      await comeBackLater(1);
      await customer.sees('You have an unsent ticket from 1 hour ago.');
      await customer.press(customer.button('Continue it'));
      await customer.sees('Written an hour ago.');

      await comeBackLater(4);
      await customer.sees(/You have an unsent ticket from \d hours ago/);
      await customer.press(customer.button('Delete draft'));
      await customer.panel.getByText('You have an unsent ticket').waitFor({ state: 'hidden' });
      assert.deepEqual((await customer.stored()).session, {});
    });

    it('by another tab: with draft="local" it is offered there, and each tab keeps its own', async () => {
      const address = centre.page({ data: { draft: 'local' } });
      await using one = await Customer.arrive(browser, address);
      await one.open();
      await one.goToReview({ description: 'Written in the first tab.' });
      const two = await Customer.arrive(browser, address, { besides: one });
      await two.open();
      await two.panel.getByRole('combobox', { name: two.names.country }).waitFor();
      await two.goToReview({ description: 'Written in the second tab.' });
      await one.page.reload();
      await one.sees('Written in the first tab.');
      await two.page.reload();
      await two.sees('Written in the second tab.');
      await one.page.close();
      const three = await Customer.arrive(browser, address, { besides: one });
      await three.open();
      await three.press(three.button('Continue it'));
      await three.sees('Written in the first tab.');
    });

    it('with draft="none" nothing is stored before Send', async () => {
      await using customer = await Customer.arrive(browser, centre.page({ data: { draft: 'none' } }));
      await customer.open();
      await customer.goToReview();
      await customer.page.reload();
      await customer.launcher.waitFor();
      assert.deepEqual(await customer.stored(), { local: {}, session: {} });
    });
  });
});
