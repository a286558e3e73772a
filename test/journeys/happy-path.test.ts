import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { Customer, note, picture } from '../support/customer.ts';
import { type HelpCentre, openHelpCentre } from '../support/help-centre.ts';
import { ticketsOf } from '../support/ticket-records.ts';
import { until } from '../support/until.ts';
import type { Language } from '../support/visible-names.ts';

/** What a customer of each language says, and what she gets to read. */
interface Telling {
  readonly language: Language;
  readonly country: string;
  readonly topic: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly choice?: readonly [label: string, value: string];
  readonly description: string;
  /** What goes out. */
  readonly sent: Readonly<Record<string, unknown>>;
  /** What stands on review. */
  readonly reviewed: readonly string[];
  readonly subject: string;
  readonly mailed: readonly RegExp[];
}

const TELLINGS: readonly Telling[] = [
  {
    language: 'en',
    country: 'MX',
    topic: ['Deposits', 'My bank transfer has not arrived'],
    fields: { Amount: '1,250.50', 'Date of the transfer': '2026-11-20' },
    choice: ['Currency', 'US dollar (USD)'],
    description: 'I sent it on Friday, and my balance has not changed.',
    sent: { amount: '1250.50', currency: 'USD', date: '2026-11-20' },
    reviewed: ['Mexico', 'Deposits › My bank transfer has not arrived', '1,250.50', 'US dollar (USD)', 'Nov 20, 2026'],
    subject: 'We have received your support ticket',
    mailed: [/Country of residence: Mexico/, /US dollar \(USD\)/, /1,250\.50/],
  },
  {
    language: 'pt-BR',
    country: 'BR',
    topic: ['Depósitos', 'Meu depósito via Pix não caiu'],
    fields: { 'Valor em reais (BRL)': '1.250,50', 'Data da transferência': '2026-11-20' },
    description: 'Enviei na sexta-feira e meu saldo não mudou.',
    sent: { amount: '1250.50', date: '2026-11-20' },
    reviewed: ['Brasil', 'Depósitos › Meu depósito via Pix não caiu', '1.250,50', '20 de nov. de 2026'],
    subject: 'Recebemos seu ticket de suporte',
    mailed: [/País de residência: Brasil/, /Meu depósito via Pix não caiu/, /1\.250,50/],
  },
  {
    language: 'es-419',
    country: 'MX',
    topic: ['Depósitos', 'Mi depósito por SPEI no llegó'],
    fields: { 'Monto en pesos (MXN)': '1250.50', 'Fecha de la transferencia': '2026-11-20' },
    description: 'Lo envié el viernes y mi saldo no cambió. ¿Qué pasó?',
    sent: { amount: '1250.50', date: '2026-11-20' },
    reviewed: ['México', 'Depósitos › Mi depósito por SPEI no llegó', '20 nov 2026'],
    subject: 'Recibimos tu ticket de soporte',
    mailed: [/País de residencia: México/, /Mi depósito por SPEI no llegó/, /1,250\.50/],
  },
];

const FILES = [picture('comprobante ñ.png', 3000), note('notes.txt')];

describe('from the help button to the confirmation mail', () => {
  let browser: Browser;
  let centre: HelpCentre;
  before(async () => {
    [browser, centre] = await Promise.all([launchChromium(), openHelpCentre()]);
  });
  after(() => Promise.all([browser.close(), centre[Symbol.asyncDispose]()]));

  /** Every step, as this customer goes through it. Returns the number. */
  async function goThrough(customer: Customer, telling: Telling, address: string): Promise<string> {
    const { names, panel, email } = customer;
    await customer.open();
    await customer.chooseCountry(telling.country);
    await customer.continue();
    await customer.giveContact({ name: 'Sofía Hernández', phone: '55 1234 5678' });
    await customer.continue();
    await panel.getByRole('group', { name: names.topic, exact: true }).waitFor();
    await customer.chooseTopic(...telling.topic);
    for (const [label, value] of Object.entries(telling.fields))
      await panel.getByLabel(label, { exact: true }).fill(value);
    const [label, value] = telling.choice ?? [];
    if (label && value) await panel.getByRole('combobox', { name: label, exact: true }).selectOption({ label: value });
    await customer.continue();
    await customer.describe(telling.description);
    await customer.attach(...FILES);
    await customer.continue();
    await customer.seesHeading(names.review);
    const review = await panel.innerText();
    const page = new URL(address);
    const said = ['Sofía Hernández', '55 1234 5678', email, telling.description, ...FILES.map(({ name }) => name)];
    for (const text of [...said, ...telling.reviewed, page.origin + page.pathname])
      assert.ok(review.includes(text), `"${text}" on review: ${review}`);
    assert.equal(review.includes('secret'), false, 'the query of the page stays here');
    await panel.getByRole('link', { name: `${names.change} ${names.email}` }).waitFor();
    await customer.send();
    return customer.number();
  }

  async function checkEndings(customer: Customer, telling: Telling, number: string, address: string): Promise<void> {
    const { email, names } = customer;
    const receipt = await customer.panel.innerText();
    assert.ok(receipt.includes(email));
    for (const name of [names.copyNumber, names.saveCopy, names.another]) await customer.button(name).waitFor();

    const [mail] = await centre.backend.mailTo(email);
    assert.equal(mail!.subject, `[${number}] ${telling.subject}`);
    for (const fact of [new RegExp(number), ...telling.mailed]) assert.match(mail!.text, fact);
    assert.equal(mail!.headers['content-language'], telling.language);

    const tickets = ticketsOf(centre.backend.dataDir, email);
    assert.deepEqual(
      tickets.map((ticket) => [ticket.number, ticket.mails]),
      [[number, ['confirmation']]],
    );
    const [{ content, files }] = tickets as [(typeof tickets)[0]];
    assert.deepEqual(content.fields, telling.sent);
    assert.equal(content.locale, telling.language);
    const page = new URL(address);
    assert.deepEqual(content.page, { url: page.origin + page.pathname, title: 'How deposits work' });
    assert.deepEqual(
      files,
      FILES.map(({ name, content: { length } }) => ({ name, size: length, isThere: true })),
    );
  }

  for (const telling of TELLINGS) {
    it(`works in ${telling.language}, on another origin's page under a strict policy`, async () => {
      const address = `${centre.page({ lang: telling.language })}?session=secret`;
      await using customer = await Customer.arrive(browser, address, { language: telling.language });
      const number = await goThrough(customer, telling, address);
      await checkEndings(customer, telling, number, address);

      const { local, session } = await customer.stored();
      const [ledger = '', salt = '', ...others] = Object.keys(local).sort();
      assert.match(ledger, /^help-ticket-widget:1:ledger:[0-9a-f-]{36}$/);
      assert.equal(salt, 'help-ticket-widget:1:salt');
      assert.deepEqual([others, session], [[], {}], 'nothing else is stored');
      for (const secret of [customer.email, 'Sofía', '1234', telling.description])
        assert.equal(JSON.stringify(local).includes(secret), false, `${secret} is stored`);

      await customer.press(customer.button(customer.names.close).last());
      await customer.panel.waitFor({ state: 'hidden' });
      assert.deepEqual([customer.consoleErrors, customer.exceptions, customer.warnings], [[], [], []]);
    });
  }

  for (const telling of TELLINGS) {
    it(`works in ${telling.language} on a slow phone with a slow network`, async () => {
      const address = centre.page({ lang: telling.language });
      const phone = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
      await using customer = await Customer.arrive(browser, undefined, { language: telling.language, ...phone });
      await customer.slowDown();
      await customer.page.goto(address);
      await customer.launcher.waitFor();
      const feedback = customer.page.evaluate(measureFeedback);
      const number = await goThrough(customer, telling, address);
      await checkEndings(customer, telling, number, address);
      const { delay, isOpenAlready } = await feedback;
      assert.ok(delay < 500, `the launcher answers a tap after ${Math.round(delay)} ms`);
      assert.equal(isOpenAlready, false, 'the tap was answered before the form was there');
      const { width } = (await customer.panel.boundingBox())!;
      assert.equal(width, 360);
      assert.deepEqual([customer.consoleErrors, customer.exceptions], [[], []]);
    });
  }

  it('costs one request before anybody wants help, and stores nothing', async () => {
    await using customer = await Customer.arrive(browser, centre.page());
    await customer.launcher.waitFor();
    await customer.page.waitForLoadState('networkidle');
    assert.deepEqual(customer.requests.slice(1), [`${centre.network.url}/cdn/help-ticket-widget.js`]);
    assert.deepEqual(await customer.stored(), { local: {}, session: {} });
    assert.deepEqual(await customer.page.context().cookies(), []);

    await customer.launcher.hover();
    await until(() => customer.requests.some((url) => url.endsWith('/form.json')), 'the form');
    assert.match(customer.requests[2] ?? '', /\/cdn\/panel-[\w-]{8}\.js$/);
    assert.equal(customer.requests.length, 4, 'English comes with the panel');
    await customer.open();
    await until(() => customer.requests.length > 4, 'the hints');
    assert.match(customer.requests[4] ?? '', /\/cdn\/advice-[\w-]{8}\.js$/);
    await customer.press(customer.button(customer.names.close));
    assert.deepEqual(await customer.stored(), { local: {}, session: {} }, 'opening is not writing');
    assert.equal(customer.requests.length, 5);
  });

  it('lets a customer copy the number and keep a copy', async () => {
    await using customer = await Customer.arrive(browser, centre.page(), { permissions: ['clipboard-read'] });
    const number = await customer.create({ description: 'Kept for later.' });
    await customer.press(customer.button(customer.names.copyNumber));
    await customer.panel.getByRole('status').getByText('Copied').waitFor();
    assert.equal(await customer.page.evaluate(() => navigator.clipboard.readText()), number);

    const [download] = await Promise.all([
      customer.page.waitForEvent('download'),
      customer.press(customer.button(customer.names.saveCopy)),
    ]);
    assert.equal(download.suggestedFilename(), `${number}.txt`);
    const text = await new Response((await download.createReadStream()) as never).text();
    for (const part of [number, customer.email, 'Kept for later.']) assert.ok(text.includes(part), part);
    assert.deepEqual(customer.consoleErrors, []);
  });
});

/** How long after a press the launcher says that it has heard, and whether the panel was there by then. */
function measureFeedback(): Promise<{ delay: number; isOpenAlready: boolean }> {
  const root = document.querySelector('help-ticket-widget')!.shadowRoot!;
  const launcher = root.querySelector('button')!;
  let pressedAt = 0;
  launcher.addEventListener('click', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
  return new Promise((resolve) => {
    const look = () => {
      const isHeard = pressedAt > 0 && launcher.ariaBusy === 'true';
      const isOpenAlready = root.querySelector('dialog') !== null;
      if (isHeard || isOpenAlready) resolve({ delay: performance.now() - pressedAt, isOpenAlready });
      else requestAnimationFrame(look);
    };
    look();
  });
}
