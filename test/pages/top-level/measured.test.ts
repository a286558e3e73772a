import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { Customer } from '../../support/customer.ts';
import { type HelpCentre, openHelpCentre } from '../../support/help-centre.ts';

interface Held {
  readonly nodes: number;
  readonly listeners: number;
}

/** What is alive in the page once everything that can be collected is. */
async function held(devtools: CDPSession): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

async function toolsFor(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  return devtools;
}

/** Shifts of the layout, and how long the longest answers to a press took, in milliseconds. Before the page’s own scripts. */
function observe(): void {
  const seen = { shift: 0, delays: [] as number[] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    // What follows a press within half a second is no shift (Layout Instability, "had recent input").
    for (const entry of list.getEntries() as LayoutShift[]) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[])
      if (entry.interactionId) seen.delays.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

declare global {
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
  }
  interface PerformanceEventTiming {
    readonly interactionId: number;
  }
  interface PerformanceObserverInit {
    durationThreshold?: number;
  }
}

describe('a guest on the page, measured', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  it('asks for nothing but the script before intent, and shifts nothing, also when it opens and closes', async () => {
    await using customer = await Customer.arrive(browser, undefined, { before: observe });
    const { page } = customer;
    await page.goto(centre.page({ content: '<p>Text</p>'.repeat(50) }));
    await customer.launcher.waitFor();
    await page.mouse.move(100, 100);
    await page.mouse.wheel(0, 300);
    await page.getByText('How deposits work').first().click();
    const [, ...requests] = customer.requests.map((address) => address.replace(/.*\//, ''));
    assert.deepEqual(requests, ['help-ticket-widget.js']);
    assert.deepEqual(await customer.stored(), { local: {}, session: {} });
    assert.deepEqual(await page.context().cookies(), []);
    await customer.open();
    await customer.press(customer.button(customer.names.close));
    await customer.panel.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate('seen.shift'), 0);
  });

  it('leaves nothing after 50 rounds of open and close', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const { page } = customer;
    const devtools = await toolsFor(page);
    const round = () =>
      page.evaluate(async () => {
        const element = document.querySelector('help-ticket-widget')!;
        const heard = (name: string) => new Promise((resolve) => addEventListener(name, resolve, { once: true }));
        const opened = heard('help-ticket-open');
        element.show();
        await opened;
        const closed = heard('help-ticket-close');
        element.close();
        await closed;
        await element.updateComplete;
      });
    // What is loaded once is no leak.
    for (let time = 0; time < 3; time += 1) await round();
    const first = await held(devtools);
    for (let time = 0; time < 50; time += 1) await round();
    const last = await held(devtools);
    assert.ok(last.nodes <= first.nodes + 5, `nodes: ${first.nodes}, then ${last.nodes}`);
    assert.ok(last.listeners <= first.listeners, `listeners: ${first.listeners}, then ${last.listeners}`);
  });

  it('leaves nothing after it was added, opened and removed 20 times', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const { page } = customer;
    await customer.launcher.waitFor();
    const devtools = await toolsFor(page);
    const round = () =>
      page.evaluate(async () => {
        const element = document.querySelector('help-ticket-widget')!;
        const copy = element.cloneNode() as typeof element;
        element.remove();
        document.body.append(copy);
        const opened = new Promise((resolve) => addEventListener('help-ticket-open', resolve, { once: true }));
        copy.show();
        await opened;
        copy.close();
        await copy.updateComplete;
      });
    for (let time = 0; time < 3; time += 1) await round();
    const first = await held(devtools);
    for (let time = 0; time < 20; time += 1) await round();
    const last = await held(devtools);
    // One panel has some hundred nodes: twenty would show.
    assert.ok(last.nodes <= first.nodes + 50, `nodes: ${first.nodes}, then ${last.nodes}`);
    assert.ok(last.listeners <= first.listeners + 5, `listeners: ${first.listeners}, then ${last.listeners}`);
  });

  it('page 32: on a slow phone network a press is answered at once, and the form comes', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.launcher.waitFor();
    const devtools = await customer.slowDown();
    // The network alone: what the button does at once must not wait for it.
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const answered = await customer.page.evaluate(async () => {
      const button = document.querySelector('help-ticket-widget')!.shadowRoot!.querySelector('button')!;
      const start = performance.now();
      button.click();
      while (button.ariaBusy !== 'true') await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - start;
    });
    assert.ok(answered < 100, `${answered} ms`);
    await customer.panel.waitFor();
    assert.notEqual(await customer.launcher.getAttribute('aria-busy').catch(() => 'false'), 'true');
  });

  it('page 32: code that never comes gives way to the fallback contact', async () => {
    await using customer = await Customer.arrive(browser, undefined);
    const { page } = customer;
    await page.clock.install();
    await page.route('**/panel-*.js*', () => undefined);
    await page.goto(centre.page());
    await customer.press(customer.launcher);
    // Two attempts of ten seconds each.
    await page.clock.runFor(10_001);
    await page.clock.runFor(10_001);
    await page.getByRole('link', { name: 'help@example.com' }).waitFor();
    assert.deepEqual(customer.exceptions, []);
  });

  it('page 45: on 10,000 nodes, a busy page and a slow processor, our answers to a press add less than 200 ms', async () => {
    await using customer = await Customer.arrive(browser, undefined, { before: observe });
    const { page } = customer;
    await page.goto(centre.page({ content: '<p><b>Text</b></p>'.repeat(5000) }));
    await customer.launcher.waitFor();
    assert.equal(await page.evaluate('seen.shift'), 0);
    const devtools = await toolsFor(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    page.setDefaultTimeout(30_000);
    await page.evaluate(() => {
      setInterval(() => {
        const end = performance.now() + 200;
        while (performance.now() < end);
      }, 600);
    });
    await customer.create();
    const delays = await page.evaluate<number[]>('seen.delays');
    const sorted = delays.sort((one, other) => one - other);
    const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
    // 200 ms are the page's own task, in whose middle a press may come.
    assert.ok(p95 < 400, `p95 ${p95} ms of ${sorted.join()}`);
  });
});
