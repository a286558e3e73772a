import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, picture } from '../support/customer.ts';
import { cutAfter, type Fault } from '../support/fault-proxy.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';
import { ticketsOf } from '../support/ticket-records.ts';

const MB = 1_048_576;

describe('files that go up ahead of the ticket', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  /** Bytes that the page holds after it was asked to let go of what it does not need. */
  async function heapOf(devtools: CDPSession): Promise<number> {
    // Pieces of files that are read between the two commands are in the figure and not held: they are gone when it is asked again.
    return Math.min(await heapNow(devtools), await heapNow(devtools));
  }

  async function heapNow(devtools: CDPSession): Promise<number> {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize, ...more } = await devtools.send('Runtime.getHeapUsage');
    const { embedderHeapUsedSize = 0, backingStorageSize = 0 } = more as Record<string, number>;
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  }

  it('five of 10 MB on a slow connection, cut three times: none that had arrived goes again, and the page stays small', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const devtools = await customer.page.context().newCDPSession(customer.page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 20,
      downloadThroughput: -1,
      // 50 kB/s, two hundred times as fast.
      uploadThroughput: 10_000_000,
    });
    await customer.open();
    await customer.goToReview();
    await customer.press(customer.panel.getByRole('link', { name: 'Change Files' }));
    const before = await heapOf(devtools);

    const arrived: string[] = [];
    let posts = 0;
    const onUpload: Fault = async (exchange) => {
      posts += 1;
      if (posts === 2 || posts === 4 || posts === 6) return cutAfter(4 * MB)(exchange);
      let head = '';
      exchange.request.once('data', (chunk: Buffer) => (head = chunk.toString('latin1')));
      const said = await exchange.forward();
      if (said.status === 201) arrived.push(/filename="(.+?)"/.exec(head)?.[1] ?? 'no name');
      exchange.reply(said);
    };
    centre.network.onUpload(onUpload);

    const names = ['1', '2', '3', '4', '5'].map((name) => `photo-${name}.png`);
    await customer.attach(...names.map((name) => picture(name, 10 * MB)));
    await customer.continue();
    await customer.send();
    const grown: number[] = [];
    const receipt = customer.number();
    let isOver = false;
    void receipt.finally(() => (isOver = true));
    while (!isOver) grown.push((await heapOf(devtools)) - before);
    const number = await receipt;

    assert.deepEqual(arrived.sort(), names);
    assert.equal(posts, names.length + 3);
    const [ticket, ...more] = ticketsOf(centre.backend.dataDir, customer.email);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [ticket!.number, ticket!.files.map(({ name, size, isThere }) => [name, size, isThere])],
      [number, names.map((name) => [name, 10 * MB, true])],
    );
    const most = Math.max(...grown) / MB;
    assert.ok(most < 20, `the page has grown by ${most.toFixed(1)} MB`);
    assert.deepEqual(customer.exceptions, []);
    centre.network.onUpload(async ({ forward, reply }) => reply(await forward()));
  });
});
