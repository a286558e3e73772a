import { expect } from '@open-wc/testing';
import { http, HttpResponse } from 'msw';
import type { FormDefinitionInput } from '../../src/index.js';
import { createHelpDesk } from '../support/help-desk.js';
import { recordConsole } from '../support/recorder.js';
import { sampleForm } from '../support/sample-form.js';
import { until } from '../support/until.js';
import { cleanUp, FALLBACK, MARIA, mount } from '../support/widget-driver.js';

const DEFAULT_TOPICS = ['Account', 'Payments', 'Technical problem', 'Something else'];
const FORM_URL = 'https://support.example/form.json';

describe('form definition', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  for (const [what, form, path] of [
    ['a topic without label', { topics: [{ id: 'a' }] }, 'topics.0.label'],
    ['a number for a text', { topics: [{ id: 'a', label: 7 }] }, 'topics.0.label'],
    ['topics that are none', { topics: 'deposits' }, 'topics'],
    [
      'an unknown kind of field',
      { topics: [{ id: 'a', label: 'A', fields: [{ id: 'f', kind: 'colour', label: 'F' }] }] },
      'topics.0.fields.0.kind',
    ],
    [
      'a country that there is not',
      { topics: [{ id: 'a', label: 'A' }], countries: { only: ['Brazil'] } },
      'countries.only.0',
    ],
    [
      'a link that runs a script',
      { topics: [{ id: 'a', label: 'A' }], notices: [{ text: 'x', url: 'javascript:alert(1)' }] },
      'notices.0.url',
    ],
    ['a list', [], 'form'],
  ] as const) {
    it(`with ${what}: one warning that names ${path}, and the default form`, async () => {
      const warnings = recordConsole('warn');
      const customer = await mount({ form: form as unknown as FormDefinitionInput }).writeUpTo('topic');
      expect(customer.all('radio').map((radio) => radio.parentElement!.textContent.trim())).to.deep.equal(
        DEFAULT_TOPICS,
      );
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(path);
    });
  }

  for (const [what, answer] of [
    ['answers 404', () => new HttpResponse(null, { status: 404 })],
    ['is an HTML page', () => HttpResponse.html('<h1>Hello</h1>')],
    ['cannot be reached', () => HttpResponse.error()],
    ['has a wrong type in it', () => HttpResponse.json({ topics: [{ id: 'a', label: 5 }] })],
  ] as const) {
    it(`form-url that ${what}: one warning that names the address or the path, and the default form`, async () => {
      const warnings = recordConsole('warn');
      desk.worker.use(http.get(FORM_URL, answer));
      const customer = await mount({ form: undefined, attributes: { 'form-url': FORM_URL } }).writeUpTo('topic');
      expect(customer.query('radio', 'Technical problem')).to.exist;
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/form\.json|topics\.0\.label/);
    });
  }

  it('of a child script that is no JSON: the default form', async () => {
    const warnings = recordConsole('warn');
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = '{ topics: oops }';
    const customer = await mount({ form: undefined, content: [script] }).writeUpTo('topic');
    expect(customer.query('radio', 'Technical problem')).to.exist;
    expect(warnings).to.have.length(1);
  });

  it('none at all: the default form, and no warning', async () => {
    const warnings = recordConsole('warn');
    const customer = await mount({ form: undefined }).sendTicket({ topic: ['Payments'] });
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.topic).to.deep.equal(['payments']);
    expect(warnings).to.be.empty;
  });

  it('a long list of topics comes after the panel is on the screen, what is chosen at once', async () => {
    const topics = Array.from({ length: 2000 }, (_, index) => ({ id: `t-${index}`, label: `Topic ${index}` }));
    const known = { country: 'BR', email: MARIA.email, name: MARIA.name, phone: MARIA.phone };
    const customer = mount({ form: { topics }, customer: known });
    const offered = () => [...customer.root.querySelectorAll('option')].map(({ text }) => text);
    const atFirst = new Promise<string[]>((resolve) => {
      customer.element.addEventListener('help-ticket-open', () => resolve(offered()), { once: true });
    });
    customer.element.show({ topic: 't-1500' });
    expect(await atFirst).to.deep.equal(['Choose one', 'Topic 1500']);
    await until(() => offered().length === 2001, 'all topics');
    expect(customer.root.querySelector('select')!.value).to.equal('t-1500');
  });

  it('topics of another country are not offered', async () => {
    const customer = await mount().writeUpTo('topic', { country: 'MX' });
    await customer.chooseTopic('Deposits');
    await customer.find('radio', 'Crypto');
    expect(customer.query('radio', 'Pix')).not.to.exist;
  });

  it('a change of country that makes the topic impossible leads through the topic again, and keeps the rest', async () => {
    const customer = await mount().writeUpTo('topic');
    await customer.chooseTopic('Deposits', 'Pix');
    await customer.enter('Amount', '12');
    await customer.tick('From my own account');
    await customer.continue();
    await customer.describe(MARIA.description);
    await customer.continue();
    await customer.change('Country of residence');
    await customer.chooseCountry('MX');
    await customer.continue();
    expect(customer.step()).to.equal('topic');
    expect(await customer.isChosen('Deposits')).to.be.true;
    await customer.chooseTopic('Crypto');
    await customer.continue();
    expect(customer.heading()).to.equal('Check your answers');
    expect(Object.values(customer.rows())).to.include(MARIA.description).and.to.include('Mexico');
    await customer.send();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket).to.deep.include({ country: 'MX', topic: ['deposits', 'crypto'], fields: {} });
  });

  it('showWhen: a field shows when its condition is met, and is neither asked for nor sent otherwise', async () => {
    const customer = await mount().writeUpTo('topic');
    await customer.chooseTopic('Deposits', 'Pix');
    await customer.find('textbox', 'Whose account');
    await customer.enter('Whose account', 'My sister’s');
    await customer.tick('From my own account');
    await until(() => !customer.query('textbox', 'Whose account'), 'the field to go');
    await customer.enter('Amount', '12');
    await customer.continue();
    await customer.describe(MARIA.description);
    await customer.continue();
    expect(Object.values(customer.rows()).join()).not.to.include('sister');
    await customer.send();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.fields).to.deep.equal({ amount: '12', own: true });
  });

  it('every kind of field can be filled in, is shown on review and sent', async () => {
    const options = [
      { value: 'x', label: 'The X' },
      { value: 'y', label: 'The Y' },
    ];
    const kinds = ['text', 'textarea', 'number', 'date', 'select', 'radio', 'checkbox', 'email', 'url'] as const;
    const fields = kinds.map((kind) => ({
      id: kind,
      kind,
      label: `My ${kind}`,
      required: true,
      ...((kind === 'select' || kind === 'radio') && { options }),
    }));
    const customer = await mount({ form: { topics: [{ id: 'all', label: 'All of them', fields }] } }).writeUpTo(
      'topic',
    );
    await customer.chooseTopic('All of them');
    await customer.continue();
    expect(customer.errors()).to.have.length(kinds.length);
    for (const [kind, value] of Object.entries({
      text: 'Some text',
      textarea: 'Two\nlines',
      number: '0.00012345',
      date: '2026-11-20',
      email: 'a@b.example',
      url: 'https://b.example/x',
    })) {
      await customer.enter(`My ${kind}`, value);
    }
    await customer.chooseTopic('The X');
    const radio = await customer.find('radio', 'The Y');
    radio.click();
    await customer.tick('My checkbox');
    const select = await customer.find<HTMLSelectElement>('combobox', 'My select');
    select.selectedIndex = [...select.options].findIndex(({ text }) => text.trim() === 'The X');
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await customer.settled();
    await customer.continue();
    await customer.describe(MARIA.description);
    await customer.continue();
    const shown = Object.values(customer.rows()).join(' | ');
    for (const value of [
      'Some text',
      '0.00012345',
      'Nov 20, 2026',
      'The X',
      'The Y',
      'Yes',
      'a@b.example',
      'https://b.example/x',
    ])
      expect(shown).to.include(value);
    await customer.send();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.fields).to.deep.equal({
      text: 'Some text',
      textarea: 'Two\nlines',
      number: '0.00012345',
      date: '2026-11-20',
      select: 'x',
      radio: 'y',
      checkbox: true,
      email: 'a@b.example',
      url: 'https://b.example/x',
    });
  });

  it('more than 8 topics are a select, up to 8 radios', async () => {
    const topics = [...Array(9).keys()].map((n) => ({ id: `t${String(n)}`, label: `Topic ${String(n)}` }));
    const many = await mount({ form: { topics } }).writeUpTo('topic');
    expect(many.query('combobox', 'What is your ticket about?')).to.exist;
    await many.sendTicket({ topic: ['Topic 8'] });
    await many.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.topic).to.deep.equal(['t8']);
    await cleanUp();
    const few = await mount({ form: { topics: topics.slice(1) } }).writeUpTo('topic');
    expect(few.all('radio')).to.have.length(8);
  });

  it('three levels deep', async () => {
    const customer = await mount().sendTicket({ topic: ['Security', 'Codes', 'No code arrives'] });
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.topic).to.deep.equal(['security', 'codes', 'no-code']);
  });

  it('a branch that is not gone to its end asks for the rest', async () => {
    const customer = await mount().writeUpTo('topic');
    await customer.chooseTopic('Security', 'Codes');
    await customer.continue();
    expect(customer.step()).to.equal('topic');
    expect(customer.errors()).to.have.length(1);
    await customer.follow(customer.errors()[0]!);
    expect(customer.focusedName()).to.equal('No code arrives');
  });

  it('contact.phone: required, or hidden', async () => {
    const customer = await mount({ form: { ...sampleForm, contact: { phone: 'required' } } }).writeUpTo('contact');
    await customer.enterContact({ email: MARIA.email, name: MARIA.name });
    await customer.continue();
    expect(customer.errors()).to.have.length(1);
    await customer.enter('Phone', '+55 11 91234-5678');
    await customer.continue();
    expect(customer.step()).to.equal('topic');
    await cleanUp();
    const other = await mount({ form: { ...sampleForm, contact: { phone: 'hidden' } } }).writeUpTo('contact');
    expect(other.query('textbox', /^Phone/)).not.to.exist;
  });

  it('countries.only: no others, and "My country is not listed" leads to the fallback contact', async () => {
    const customer = await mount({ form: { ...sampleForm, countries: { only: ['BR', 'MX'] } } }).open();
    const select = await customer.find<HTMLSelectElement>('combobox', 'Country of residence');
    await until(() => select.options.length > 2, 'the countries');
    expect([...select.options].map(({ value }) => value).filter(Boolean)).to.deep.equal(['BR', 'MX']);
    expect((await customer.find<HTMLAnchorElement>('link', 'My country is not listed')).href).to.equal(FALLBACK);
  });

  it('countries.likely come first', async () => {
    const customer = await mount({ form: { ...sampleForm, countries: { likely: ['UY', 'AR'] } } }).open();
    const select = await customer.find<HTMLSelectElement>('combobox', 'Country of residence');
    await until(() => select.options.length > 200, 'the countries');
    const values = [...select.options].map(({ value }) => value).filter(Boolean);
    expect(values.slice(0, 2)).to.deep.equal(['UY', 'AR']);
    expect(new Set(values).size, 'each once').to.equal(values.length);
  });

  it('consent: the last thing on review, unticked, and required', async () => {
    const customer = await mount({
      form: { ...sampleForm, consent: { label: 'I agree to the terms', url: 'https://shop.example/terms' } },
    }).writeUpTo('review');
    const box = await customer.find<HTMLInputElement>('checkbox', 'I agree to the terms');
    expect(box.checked).to.be.false;
    await customer.send();
    expect(customer.errors()).to.have.length(1);
    expect(desk.arrivals).to.be.empty;
    await customer.tick('I agree to the terms');
    await customer.send();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.consent).to.be.true;
  });

  it('a link to more says what about: of a notice, and of the consent', async () => {
    const url = 'https://shop.example/terms';
    const customer = await mount({
      form: {
        ...sampleForm,
        notices: [{ text: 'Deposits are slow today.', url }],
        consent: { label: 'I agree.', url },
      },
    }).open();
    expect(customer.query('link', 'Read more Deposits are slow today.')).to.exist;
    await customer.writeUpTo('review');
    expect(customer.query('link', 'Read more I agree.')).to.exist;
  });

  it('formToken goes with the ticket', async () => {
    const customer = await mount({ form: { ...sampleForm, formToken: 'signed' } }).sendTicket();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.formToken).to.equal('signed');
  });
});
