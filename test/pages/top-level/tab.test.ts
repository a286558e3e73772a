import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';
import { Customer, note } from '../../support/customer.ts';
import { type HelpCentre, openHelpCentre } from '../../support/help-centre.ts';
import { until } from '../../support/until.ts';
import { type Origins, startOrigins } from '../origins.ts';

/** What only Chromium’s tools can do to a tab. */
describe('hostile pages: a tab of their own', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    const options = {
      // An http page that is no localhost; and a memory of pages, which Playwright turns off.
      args: ['--host-resolver-rules=MAP shop.example 127.0.0.1'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      isWhole: true,
    };
    [browser, centre] = await Promise.all([launchChromium(options), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  const stubOf = ({ backend }: Origins) => ({ endpoint: `${backend}/tickets/tab`, 'form-url': `${backend}/form.json` });
  const isQuiet = ({ consoleErrors, exceptions }: Customer) =>
    assert.deepEqual({ consoleErrors, exceptions }, { consoleErrors: [], exceptions: [] });

  it('page 22: a policy of nothing but the widget, its backend and pictures: a ticket with a file, and no report', async () => {
    await using customer = await Customer.arrive(browser, undefined, {
      before: () => {
        const reports: string[] = [];
        Object.assign(window, { reports });
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
          reports.push(violatedDirective),
        );
      },
    });
    await customer.page.goto(centre.page());
    await customer.create({ files: [note('receipt.txt')] });
    assert.deepEqual(await customer.page.evaluate('reports'), []);
    isQuiet(customer);
  });

  it('page 28: a sandboxed frame without an origin: the flow passes, the draft is in memory', async () => {
    await using customer = await Customer.arrive(browser, undefined);
    const { page } = customer;
    await using origins = await startOrigins();
    // The reference backend takes nothing from an origin that is none; this one does.
    const address = centre.page({ data: stubOf(origins) });
    await page.route('**/sandbox', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe sandbox="allow-scripts" width="900" height="700" src="${address}"></iframe>`,
      }),
    );
    await page.goto(`${centre.site.origin}/sandbox`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: customer.names.launcher, exact: true }).click();
    const panel = frame.getByRole('dialog');
    const goOn = () => panel.getByRole('button', { name: customer.names.continue }).click();
    await panel.getByRole('combobox', { name: customer.names.country }).selectOption('BR');
    await goOn();
    await panel.getByRole('textbox', { name: customer.names.email }).fill('frame@example.com');
    await panel.getByRole('textbox', { name: customer.names.name }).fill('Maria');
    await goOn();
    await panel.getByRole('radio', { name: /^Account access/ }).click();
    await goOn();
    await panel.getByRole('textbox', { name: customer.names.description }).fill('From a frame.');
    await goOn();
    await panel.getByRole('button', { name: customer.names.send }).click();
    await panel
      .getByText(/Ticket created|not sent/)
      .first()
      .waitFor();
    assert.deepEqual(customer.exceptions, []);
  });

  it('page 37: the page that comes back from the browser’s memory has the form as it was, and sends', async () => {
    await using customer = await Customer.arrive(browser, undefined, {
      before: () => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
    });
    const { page } = customer;
    await page.goto(centre.page());
    await customer.open();
    await customer.goToReview({ description: 'Before I went away.' });
    await page.goto(centre.page());
    // Nothing is loaded again.
    await page.goBack({ waitUntil: 'commit' });
    assert.equal(await page.evaluate('persisted'), true, 'kept in memory');
    await customer.seesHeading(customer.names.review);
    await customer.sees('Before I went away.');
    await customer.send();
    await customer.number();
    assert.deepEqual(customer.exceptions, []);
  });

  it('page 42: over a fullscreen element the panel shows; on paper nothing does; colours of the system, too', async () => {
    await using customer = await Customer.arrive(browser, centre.page({ content: '<video controls></video>' }));
    const { page } = customer;
    await page.emulateMedia({ media: 'print' });
    await customer.launcher.waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: 'screen', forcedColors: 'active', reducedMotion: 'reduce' });
    await customer.launcher.waitFor();
    await page.evaluate(() => document.querySelector('main')!.requestFullscreen());
    await page.evaluate(() => document.querySelector('help-ticket-widget')!.show());
    await customer.goToReview();
    await customer.send();
    await customer.number();
    isQuiet(customer);
  });

  it('page 43: an http page without a secure context', async () => {
    await using origins = await startOrigins();
    const address = centre.page({ data: stubOf(origins) });
    await using customer = await Customer.arrive(browser, address.replace('127.0.0.1', 'shop.example'));
    assert.equal(await customer.page.evaluate('isSecureContext'), false);
    await customer.create({ topic: ['Account access'], files: [note('receipt.txt')] });
    await customer.press(customer.button(customer.names.copyNumber));
    await until(async () => /copied/i.test(await customer.panel.innerText()), 'a word about copying');
    isQuiet(customer);
  });
});
