import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, note, picture } from '../support/customer.ts';
import { answerWith } from '../support/fault-proxy.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';
import { ticketsOf } from '../support/ticket-records.ts';

describe('what is wrong is said in a sentence, nothing is lost, and nothing thrown into the page', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  const filesOf = ({ email }: Customer) =>
    ticketsOf(centre.backend.dataDir, email)[0]!.files.map(({ name, isThere }) => [name, isThere]);

  async function atDetails(data: Readonly<Record<string, string>> = {}): Promise<Customer> {
    const customer = await Customer.arrive(browser, centre.page({ data }));
    await customer.open();
    await customer.chooseCountry('BR');
    await customer.continue();
    await customer.giveContact();
    await customer.continue();
    await customer.chooseTopic('Something else');
    await customer.continue();
    await customer.describe('My deposit is missing.');
    return customer;
  }

  it('unknown values of attributes: each is named, with what is used instead', async () => {
    const data = {
      placement: 'top-left',
      theme: 'purple',
      draft: 'forever',
      'duplicate-window': 'long',
      'page-info': 'everything',
      'fallback-url': 'javascript:alert(1)',
      accent: 'no-colour;}',
    };
    await using customer = await Customer.arrive(browser, centre.page({ data }));
    await customer.create();
    const { accent: _accent, ...named } = data;
    for (const [name, value] of Object.entries(named)) {
      const warnings = customer.warnings.filter((text) => text.includes(`${name}="${value}"`));
      assert.equal(warnings.length, 1, `one warning about ${name} among ${customer.warnings.join('\n')}`);
    }
    assert.deepEqual([customer.exceptions, customer.consoleErrors], [[], []]);
  });

  it('an endpoint that is no address: the other way is shown, and the error says why', async () => {
    await using customer = await Customer.arrive(browser, centre.page({ data: { endpoint: 'https://' } }));
    await customer.press(customer.launcher);
    await customer.page.getByRole('link', { name: 'help@example.com' }).waitFor();
    assert.ok(customer.consoleErrors.some((text) => text.includes('endpoint')));
    assert.deepEqual(customer.exceptions, []);
  });

  for (const [what, type, text, said] of [
    ['with a wrong type', 'application/json', '{"topics":[{"id":"a","label":7}]}', /topics\.0\.label/],
    ['that is no JSON', 'text/html', '<!doctype html><h1>Not found</h1>', /form\.json/],
  ] as const) {
    it(`a form definition ${what}: the problem is named, and the default form works`, async () => {
      const url = centre.site.addFile('form.json', type, text);
      await using customer = await Customer.arrive(browser, centre.page({ data: { 'form-url': url } }));
      await customer.open();
      await customer.chooseCountry('BR');
      await customer.continue();
      await customer.giveContact();
      await customer.continue();
      for (const label of ['Account', 'Payments', 'Technical problem', 'Something else'])
        await customer.panel.getByRole('radio', { name: label }).waitFor();
      const warnings = customer.warnings.filter((warning) => warning.startsWith('help-ticket-widget'));
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!, said);
      assert.deepEqual(customer.exceptions, []);
    });
  }

  it('files that break a rule: each is named with its rule, and the good one stays', async () => {
    await using customer = await atDetails();
    await customer.attach(
      note('good.txt'),
      note('empty.txt', ''),
      picture('huge.png', 11 * 1_048_576),
      note('program.exe', 'MZ'),
    );
    await customer.sees('empty.txt is empty. Choose another file');
    await customer.sees('huge.png is larger than 10 MB');
    await customer.sees('program.exe is of a kind that we do not accept. Choose: images, PDF, TXT');
    await customer.button('Remove good.txt').waitFor();
    assert.equal(await customer.button('Remove huge.png').count(), 0);
    assert.equal(await customer.field(customer.names.description).inputValue(), 'My deposit is missing.');

    await customer.attach(...[1, 2, 3, 4, 5].map((count) => note(`${count}.txt`)));
    await customer.sees(/5\.txt.+only 5 files/);
    await customer.continue();
    await customer.send();
    await customer.number();
    assert.deepEqual(
      filesOf(customer),
      ['good.txt', '1.txt', '2.txt', '3.txt', '4.txt'].map((name) => [name, true]),
    );
    assert.deepEqual([customer.exceptions, customer.consoleErrors], [[], []]);
  });

  it('x.png that is HTML: the server sees through it, the file is named, and the others stay', async () => {
    await using customer = await atDetails();
    const html = '<!doctype html><script>alert(1)</script>';
    await customer.attach(note('good.txt'), note('x.png', html), picture('receipt.png'));
    await customer.continue();
    await customer.send();
    await customer.seesHeading(customer.names.errors);
    const [problem, ...others] = await customer.problems.allInnerTexts();
    assert.match(problem ?? '', /^x\.png is of a kind that we do not accept/);
    assert.deepEqual(others, []);
    for (const name of ['good.txt', 'x.png', 'receipt.png']) await customer.button(`Remove ${name}`).waitFor();
    assert.deepEqual(ticketsOf(centre.backend.dataDir, customer.email), []);

    await customer.press(customer.button('Remove x.png'));
    await customer.continue();
    await customer.send();
    await customer.number();
    assert.deepEqual(filesOf(customer), [
      ['good.txt', true],
      ['receipt.png', true],
    ]);
    assert.deepEqual(customer.exceptions, []);
  });

  it('11 MB against a limit of 10 that the widget does not know: the server’s 413 names the file', async () => {
    const loose = centre.site.addFile(
      'form.json',
      'application/json',
      JSON.stringify({
        topics: [{ id: 'other', label: 'Something else' }],
        attachments: { maxFiles: 5, maxFileBytes: 20 * 1_048_576, accept: ['image/*', '.pdf', '.txt'] },
      }),
    );
    await using customer = await atDetails({ 'form-url': loose });
    await customer.attach(note('good.txt'), picture('huge.png', 11 * 1_048_576));
    await customer.continue();
    await customer.send();
    await customer.seesHeading(customer.names.errors);
    const [problem = ''] = await customer.problems.allInnerTexts();
    assert.match(problem, /^huge\.png/);
    assert.doesNotMatch(problem, /20 MB/, 'it is not larger than what the widget takes');
    await customer.press(customer.button('Remove huge.png'));
    await customer.continue();
    await customer.send();
    await customer.number();
    assert.deepEqual(filesOf(customer), [['good.txt', true]]);
  });

  it('an HTML error page instead of JSON: nothing of it is shown, and nothing is lost', async () => {
    centre.network.always(answerWith(404, 'text/html', '<!doctype html><h1>Not Found</h1>'));
    await using customer = await atDetails();
    await customer.attach(note('good.txt'));
    await customer.continue();
    await customer.send();
    await customer.sees('Your ticket was not sent');
    const panel = await customer.panel.innerText();
    for (const text of ['My deposit is missing.', 'good.txt']) assert.ok(panel.includes(text), text);
    assert.equal(panel.includes('Not Found'), false);
    centre.network.next();
    await customer.press(customer.button('Try again'));
    await customer.number();
    assert.deepEqual(filesOf(customer), [['good.txt', true]]);
    assert.deepEqual(customer.exceptions, []);
  });

  it('nothing at all: every field says what it needs, and no step is left', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.open();
    const problems = async (...texts: string[]) => {
      await customer.continue();
      await customer.seesHeading(customer.names.errors);
      assert.deepEqual(await customer.problems.allInnerTexts(), texts);
    };
    await problems('Choose your country of residence');
    await customer.chooseCountry('BR');
    await customer.continue();
    await problems('Enter your email address, like name@example.com', 'Enter your full name');
    await customer.giveContact({ email: 'joão@exemplo.com' });
    await customer.continue();
    await problems('Choose what your ticket is about');
    await customer.chooseTopic('Deposits');
    await problems('Choose what it is exactly');
    await customer.chooseTopic('My crypto deposit has not arrived');
    await customer.continue();
    assert.equal(await customer.problems.count(), 3);
    assert.deepEqual(customer.exceptions, []);
  });
});
