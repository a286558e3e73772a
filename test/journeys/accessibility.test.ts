import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, note, picture } from '../support/customer.ts';
import { answerWith, cutAfter, swallow } from '../support/fault-proxy.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';

const OTHER = { id: 'other', label: 'Something else' };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('axe finds nothing', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  /** Looks at the screen as it is now. */
  async function look({ page }: Customer, screen: string): Promise<string[]> {
    await page.evaluate(async () => {
      const root = document.querySelector('help-ticket-widget')!.shadowRoot!;
      // Half transparent while it comes in, text has no contrast worth measuring.
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      // axe knows nothing of the top layer, and takes the launcher for something that lies over the panel.
      root.querySelector('button')!.style.visibility = root.querySelector('dialog[open]') ? 'hidden' : '';
    });
    const axe = new AxeBuilder({ page })
      .include('help-ticket-widget')
      .withTags(TAGS)
      // Takes links of the panel that are scrolled out of view for skip links, and looks for their targets outside the shadow root.
      .disableRules('skip-link')
      .setLegacyMode();
    const { violations, passes } = await axe.analyze();
    assert.ok(passes.length > 0);
    return violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  async function sender(options: Parameters<typeof Customer.arrive>[2] = {}): Promise<Customer> {
    // Its files go with the ticket, so that one answer decides about both.
    const form = centre.site.addFile('form.json', 'application/json', JSON.stringify({ topics: [OTHER] }));
    const customer = await Customer.arrive(browser, centre.page({ data: { 'form-url': form } }), options);
    await customer.open();
    // Larger than what the network holds on its way: it can be cut off.
    await customer.goToReview({ files: [picture('receipt.png', 10_000_000), note('notes.txt')] });
    await customer.send();
    return customer;
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`on any step, empty, with errors and filled, in ${colorScheme}`, async () => {
      const found: string[] = [];
      await using customer = await Customer.arrive(browser, centre.page(), { colorScheme });
      await customer.launcher.waitFor();
      found.push(...(await look(customer, 'launcher')));
      await customer.open();
      found.push(...(await look(customer, 'country')));
      await customer.continue();
      found.push(...(await look(customer, 'country with errors')));
      await customer.chooseCountry('BR');
      await customer.continue();
      await customer.continue();
      found.push(...(await look(customer, 'contact with errors')));
      await customer.giveContact({ email: 'maria@gmial.com', phone: '11 98765-4321' });
      found.push(...(await look(customer, 'contact')));
      await customer.continue();
      await customer.continue();
      found.push(...(await look(customer, 'topic with errors')));
      await customer.chooseTopic('Deposits', 'My crypto deposit has not arrived');
      await customer.continue();
      found.push(...(await look(customer, 'fields with errors')));
      await customer.chooseTopic('Something else');
      await customer.continue();
      found.push(...(await look(customer, 'details')));
      await customer.continue();
      found.push(...(await look(customer, 'details with errors')));
      await customer.describe('My deposit is missing.');
      await customer.attach(picture('receipt.png'), note('empty.txt', ''));
      found.push(...(await look(customer, 'details with files')));
      await customer.continue();
      await customer.seesHeading(customer.names.review);
      found.push(...(await look(customer, 'review')));
      assert.deepEqual(found, []);
    });

    it(`on any ending, in ${colorScheme}`, async () => {
      const found: string[] = [];
      const { fault, arrived } = swallow();
      centre.network.next(fault);
      await using customer = await sender({ colorScheme });
      await arrived;
      found.push(...(await look(customer, 'sending')));
      await customer.press(customer.button('Cancel'));
      await customer.send();
      await customer.number();
      found.push(...(await look(customer, 'receipt')));
      await customer.page.reload();
      await customer.open();
      await customer.panel.getByRole('heading', { name: /^You created/ }).waitFor();
      found.push(...(await look(customer, 'an earlier ticket')));
      await customer.press(customer.button(customer.names.another));
      await customer.goToReview({ description: 'Another one.' });
      await customer.send();
      await customer.seesHeading(customer.names.errors);
      found.push(...(await look(customer, 'a likely twin')));
      assert.deepEqual(found, []);
    });
  }

  it('on any failure', async () => {
    const found: string[] = [];
    const problem = 'application/problem+json';
    const rejected = JSON.stringify({ errors: [{ pointer: '#/attachments/1', code: 'attachment-type' }] });
    const duplicate = JSON.stringify({ type: '/problems/duplicate', id: 'HT-7F3K9Q' });
    const pending = JSON.stringify({ status: 'verification-pending' });
    centre.network.always(answerWith(403, problem, '{}'));
    await using customer = await sender();
    await customer.sees('Your ticket was not sent');
    found.push(...(await look(customer, 'refused')));

    centre.network.always(cutAfter(60_000));
    await customer.press(customer.button('Try again'));
    await customer.sees('The files may be too large');
    found.push(...(await look(customer, 'too large')));

    centre.network.always(answerWith(502, 'text/html', ''));
    await customer.press(customer.button('Try again'));
    await customer.sees('We could not confirm that your ticket arrived');
    found.push(...(await look(customer, 'unconfirmed')));

    centre.network.always(answerWith(415, problem, rejected));
    await customer.press(customer.button('Try again'));
    await customer.seesHeading(customer.names.errors);
    found.push(...(await look(customer, 'a file refused')));

    centre.network.always(answerWith(409, problem, duplicate));
    await customer.press(customer.button('Remove notes.txt'));
    await customer.continue();
    await customer.send();
    await customer.seesHeading(customer.names.twin);
    found.push(...(await look(customer, 'sent before')));

    for (const [what, fault, said] of [
      ['limited', answerWith(429, problem, '{}', { 'Retry-After': '600' }), /You can send again at/],
      ['to be confirmed', answerWith(202, 'application/json', pending), 'Confirm your email'],
    ] as const) {
      centre.network.always(fault);
      await using other = await sender();
      await other.sees(said);
      found.push(...(await look(other, what)));
    }
    assert.deepEqual(found, []);
  });
});
