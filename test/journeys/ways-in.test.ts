import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, FileChooser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, note } from '../support/customer.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';
import { ticketsOf } from '../support/ticket-records.ts';
import { until } from '../support/until.ts';
import type { Language } from '../support/visible-names.ts';

describe('ways into the form and through it', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  const ticketOf = ({ email }: Customer) => ticketsOf(centre.backend.dataDir, email)[0]!.content;

  describe('the demo’s article, under its own strict policy', () => {
    const sayings: Readonly<Record<Language, { question: string; no: string; topic: string; description: string }>> = {
      en: { question: 'Did this article help you?', no: 'No', topic: 'Something else', description: 'No, it did not.' },
      'pt-BR': {
        question: 'Este artigo ajudou você?',
        no: 'Não',
        topic: 'Outro assunto',
        description: 'Não, não ajudou.',
      },
      'es-419': {
        question: '¿Te sirvió este artículo?',
        no: 'No',
        topic: 'Otro tema',
        description: 'No, no me sirvió.',
      },
    };
    for (const [language, { question, no, topic, description }] of Object.entries(sayings)) {
      it(`“${question}” “${no}” opens the form, which knows the article`, async () => {
        const options = { language: language as Language };
        const address = `${centre.backend.url}/?lang=${language}`;
        await using customer = await Customer.arrive(browser, address, options);
        const { page } = customer;
        const title = await page.getByRole('heading', { level: 1 }).innerText();
        await page.getByRole('heading', { name: question }).waitFor();
        await page.getByRole('button', { name: no, exact: true }).click();
        await customer.panel.waitFor();
        await customer.goToReview({ topic: [topic], description });
        await customer.send();
        const number = await customer.number();
        const [mail] = await centre.backend.mailTo(customer.email);
        assert.ok(mail!.subject.startsWith(`[${number}]`));
        assert.deepEqual(ticketOf(customer).page, { url: `${centre.backend.url}/`, title });
        assert.equal(ticketOf(customer).locale, language);
        assert.deepEqual([customer.consoleErrors, customer.exceptions, customer.warnings], [[], [], []]);
      });
    }

    it('a signed-in customer skips what the page knows, and sees it on review', async () => {
      await using customer = await Customer.arrive(browser, `${centre.backend.url}/?lang=en&customer=yes`);
      await customer.launcher.waitFor();
      await until(
        () => customer.page.evaluate(() => document.querySelector('help-ticket-widget')?.customer?.email),
        'the customer',
      );
      await customer.open();
      await customer.sees('Step 1 of 3');
      await customer.chooseTopic('Something else');
      await customer.continue();
      await customer.describe('Signed in.');
      await customer.continue();
      const known = await customer.page.evaluate(() => ({ ...document.querySelector('help-ticket-widget')!.customer }));
      const review = await customer.panel.innerText();
      for (const value of [known.name, known.email]) assert.ok(value && review.includes(value), `${value} on review`);
      const { session } = await customer.stored();
      assert.equal(JSON.stringify(session).includes(known.email!), false, 'the draft holds nothing of it');
      await customer.send();
      await customer.number();
      assert.equal(ticketsOf(centre.backend.dataDir, known.email)[0]!.content.contact.name, known.name);
    });

    it('the plain page is one article, one script tag, and a link to a topic', async () => {
      await using customer = await Customer.arrive(browser, `${centre.backend.url}/plain.html`);
      await customer.launcher.waitFor();
      await customer.page.getByRole('link', { name: 'Open a ticket' }).click();
      await customer.panel.waitFor();
      await customer.chooseCountry('BR');
      await customer.continue();
      await customer.giveContact();
      await customer.continue();
      const { panel } = customer;
      assert.equal(await panel.getByRole('radio', { name: 'My bank transfer has not arrived' }).isChecked(), true);
      await panel.getByLabel('Amount').fill('100');
      await panel.getByRole('combobox', { name: 'Currency' }).selectOption('BRL');
      await panel.getByLabel('Date of the transfer').fill('2026-11-20');
      await customer.continue();
      await customer.describe('It left on Friday.');
      await customer.continue();
      await customer.seesHeading(customer.names.errors);
      await customer.attach(note('receipt.txt'));
      await customer.continue();
      await customer.send();
      await customer.number();
      assert.deepEqual(ticketOf(customer).topic, ['deposits', 'bank-deposit']);
      assert.deepEqual([customer.consoleErrors, customer.exceptions, customer.warnings], [[], [], []]);
    });
  });

  it('a link in a mail opens the form at its topic, and so does one on the page', async () => {
    const content =
      '<p><a href="#help-ticket/withdrawals">Withdrawals</a> <button data-help-ticket-open>Write to us</button></p>';
    await using customer = await Customer.arrive(browser, `${centre.page({ content })}#help-ticket/deposits`);
    await customer.panel.waitFor();
    const seeTopic = async (label: string) => {
      await customer.chooseCountry('BR');
      await customer.continue();
      await customer.giveContact();
      await customer.continue();
      assert.equal(await customer.panel.getByRole('radio', { name: new RegExp(`^${label}`) }).isChecked(), true);
    };
    await seeTopic('Deposits');

    await using other = await Customer.arrive(browser, centre.page({ content }));
    await other.launcher.waitFor();
    await other.page.getByRole('link', { name: 'Withdrawals' }).click();
    await other.panel.waitFor();
    assert.equal(await other.page.evaluate(() => history.length), 2, 'blank, the page, and no entry of the widget');
    await other.press(other.button(other.names.close));
    await other.page.getByRole('button', { name: 'Write to us' }).click();
    await other.panel.waitFor();
    await other.page.keyboard.press('Escape');
    await other.panel.waitFor({ state: 'hidden' });
    const focused = await other.page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, 'Write to us', 'the focus returns to what opened it');
  });

  it('the page opens it with what it knows, and fills empty answers only', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.launcher.waitFor();
    await customer.page.evaluate(() => {
      const widget = document.querySelector('help-ticket-widget')!;
      widget.show({
        topic: 'other',
        description: 'From the page.',
        page: { url: 'https://example.com/a?b=c', title: 'A' },
      });
    });
    await customer.panel.waitFor();
    await customer.chooseCountry('BR');
    await customer.continue();
    await customer.giveContact();
    await customer.continue();
    await customer.continue();
    assert.equal(await customer.field(customer.names.description).inputValue(), 'From the page.');
    await customer.describe('My own words.');
    await customer.page.evaluate(() => document.querySelector('help-ticket-widget')!.show({ description: 'Again.' }));
    assert.equal(await customer.field(customer.names.description).inputValue(), 'My own words.');
    await customer.continue();
    await customer.send();
    await customer.number();
    assert.deepEqual(ticketOf(customer).page, { url: 'https://example.com/a', title: 'A' });
    assert.equal(ticketOf(customer).description, 'My own words.');
  });

  it('the keyboard alone leads from the start of the page to the receipt', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    const { page, names } = customer;
    await customer.launcher.waitFor();
    const keyboard = page.keyboard;
    // Heard from the start: asked for together with the key that opens it, it may be too late for a slow machine.
    const choosers: FileChooser[] = [];
    page.on('filechooser', (chooser) => choosers.push(chooser));

    /** Presses Tab until the control with this role and name has the focus. */
    const tabTo = async (role: 'button' | 'textbox' | 'combobox' | 'radio' | 'checkbox', name: string | RegExp) => {
      const target = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
      for (let count = 0; count < 30; count += 1) {
        await keyboard.press('Tab');
        if ((await target.count()) > 0) return;
      }
      assert.fail(`Tab never reaches ${String(name)}`);
    };
    const headingHasFocus = async (name: string) => {
      await customer.heading(name).and(page.locator(':focus')).waitFor();
    };

    await tabTo('button', names.launcher);
    await keyboard.press('Enter');
    await headingHasFocus('Where do you live?');
    await tabTo('combobox', names.country);
    await keyboard.type('Braz');
    await tabTo('button', names.continue);
    await keyboard.press('Enter');

    await headingHasFocus('How can we reach you?');
    await tabTo('button', names.continue);
    await keyboard.press('Space');
    await customer.panel.getByRole('group', { name: names.errors }).and(page.locator(':focus')).waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await customer.field(names.email).and(page.locator(':focus')).waitFor();
    await keyboard.type(customer.email);
    await tabTo('textbox', names.name);
    await keyboard.type('Maria da Silva');
    await keyboard.press('Enter');

    await headingHasFocus(names.topic);
    await keyboard.press('Tab');
    await keyboard.press('ArrowUp');
    await customer.panel
      .getByRole('radio', { name: 'Something else', exact: true })
      .and(page.locator(':checked'))
      .waitFor();
    await keyboard.press('Enter');

    await headingHasFocus('Tell us what happened');
    await tabTo('textbox', names.description);
    await keyboard.type('Written without a mouse.');
    await tabTo('button', names.chooseFiles);
    await keyboard.press('Enter');
    const chooser = await until(() => choosers[0], 'the system’s window of files');
    await chooser.setFiles(await customer.saved(note('wrong.txt'), note('receipt.txt')));
    await tabTo('button', 'Remove wrong.txt');
    await keyboard.press('Enter');
    await customer.button('Remove receipt.txt').and(page.locator(':focus')).waitFor();
    await tabTo('button', names.continue);
    await keyboard.press('Enter');

    await headingHasFocus(names.review);
    await tabTo('button', names.send);
    await keyboard.press('Enter');
    await headingHasFocus(names.receipt);
    const number = await customer.number();
    assert.equal(ticketsOf(centre.backend.dataDir, customer.email)[0]!.number, number);
    await tabTo('button', names.close);
    await keyboard.press('Escape');
    await customer.panel.waitFor({ state: 'hidden' });
    await customer.launcher.and(page.locator(':focus')).waitFor();
  });

  it('the platform’s Back goes one step back, and from the first step closes', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    await customer.goToReview();
    const length = await customer.page.evaluate(() => history.length);
    const goBack = () =>
      customer.panel.evaluate((dialog: HTMLDialogElement) =>
        dialog.dispatchEvent(new Event('cancel', { cancelable: true })),
      );
    for (const heading of [
      'Tell us what happened',
      customer.names.topic,
      'How can we reach you?',
      'Where do you live?',
    ]) {
      await goBack();
      await customer.seesHeading(heading);
    }
    await goBack();
    await customer.panel.waitFor({ state: 'hidden' });
    assert.equal(await customer.page.evaluate(() => history.length), length);
    await customer.open();
    await customer.seesHeading('Where do you live?');
    for (let step = 0; step < 4; step += 1) await customer.continue();
    await customer.seesHeading(customer.names.review);
    await customer.sees('My deposit of Friday is not in my account.');
  });
});
