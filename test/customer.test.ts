import { expect } from '@open-wc/testing';
import { createHelpDesk, created, problem } from './support/help-desk.js';
import { retryAtOnce } from './support/recorder.js';
import { sampleForm } from './support/sample-form.js';
import { until } from './support/until.js';
import { cleanUp, MARIA, mount } from './support/widget-driver.js';

const { email, name, country } = MARIA;

describe('what the page knows of the customer', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  it('skips the steps that it answers, counts the others, and shows all on review', async () => {
    const customer = await mount({ customer: { email, name, country, phone: '+55 11 91234-5678' } }).open();
    expect(customer.step()).to.equal('topic');
    expect(customer.text()).to.include('Step 1 of 3');
    expect(customer.query('button', 'Back')).not.to.exist;
    await customer.writeUpTo('review');
    expect(customer.text()).to.include('Step 3 of 3');
    expect(customer.rows()).to.include({
      'Country of residence': 'Brazil',
      Email: email,
      'Full name': name,
      Phone: '+55 11 91234-5678',
    });
    await customer.send();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.contact).to.deep.equal({ email, name, phone: '+55 11 91234-5678' });
  });

  it('shows a step that it answers in part, filled in', async () => {
    const customer = await mount({ customer: { email } }).writeUpTo('contact');
    expect(await customer.valueOf('Email')).to.equal(email);
    expect(await customer.valueOf('Full name')).to.equal('');
  });

  it('shows a step whose answer is not right', async () => {
    const customer = await mount({ customer: { email: 'maria(at)example.com', name, country } }).open();
    expect(customer.step()).to.equal('contact');
  });

  it('can be changed from review', async () => {
    const customer = await mount({ customer: { email, name, country } }).writeUpTo('review');
    await customer.change('Email');
    expect(customer.step()).to.equal('contact');
    await customer.enterContact({ email: 'other@example.com' });
    await customer.continue();
    expect(customer.heading()).to.equal('Check your answers');
    expect(customer.rows()['Email']).to.equal('other@example.com');
  });

  it('may come after the panel was opened, and fills what is empty', async () => {
    const customer = await mount().writeUpTo('contact');
    await customer.enterContact({ name: 'M. Souza' });
    customer.element.customer = { email, name };
    await until(() => (customer.query('textbox', 'Email') as HTMLInputElement).value === email, 'the address');
    expect(await customer.valueOf('Full name')).to.equal('M. Souza');
  });

  it('is not drafted', async () => {
    const customer = await mount({ customer: { email, name, country, token: 'top-secret' } }).writeUpTo('details');
    await customer.describe('Half a sentence');
    await until(() => JSON.stringify({ ...sessionStorage }).includes('Half a sentence'), 'a draft');
    const stored = JSON.stringify({ ...sessionStorage, ...localStorage });
    expect(stored).not.to.include(email).and.not.to.include(name).and.not.to.include('top-secret');
  });

  it('a single country skips the country step', async () => {
    const customer = await mount({ form: { ...sampleForm, countries: { only: ['MX'] } } }).open();
    expect(customer.step()).to.equal('contact');
    await customer.writeUpTo('review');
    expect(customer.rows()['Country of residence']).to.equal('Mexico');
  });

  it('a preselected country does not', async () => {
    const customer = await mount({ form: { ...sampleForm, countries: { preselect: 'MX' } } }).open();
    expect(customer.step()).to.equal('country');
    const select = await customer.find<HTMLSelectElement>('combobox', 'Country of residence');
    await until(() => select.value === 'MX', 'the preselected country');
  });

  describe('token', () => {
    it('goes out as Bearer', async () => {
      const customer = await mount({ customer: { token: 'abc' } }).sendTicket();
      await customer.headed('Ticket created');
      expect(desk.arrivals[0]!.authorization).to.equal('Bearer abc');
    });

    it('is asked for before each attempt, and once more after 401, under the same key', async () => {
      retryAtOnce();
      const tokens = ['old', 'new'];
      let asked = 0;
      desk.answer(
        () => problem(401),
        () => created(),
      );
      const customer = await mount({ customer: { token: () => Promise.resolve(tokens[asked++]!) } }).sendTicket();
      await customer.headed('Ticket created');
      expect(desk.arrivals.map(({ authorization }) => authorization)).to.deep.equal(['Bearer old', 'Bearer new']);
      expect(new Set(desk.keys).size).to.equal(1);
    });

    it('refused twice is the end: could not be sent, with the fallback contact, nothing lost', async () => {
      desk.answer(() => problem(401));
      const customer = await mount({ customer: { token: 'abc' } }).sendTicket();
      await until(() => customer.query('group', 'Your ticket was not sent'), 'the failure');
      expect(desk.arrivals).to.have.length(2);
      expect(customer.query('link', 'Contact us another way')).to.exist;
      expect(customer.query('button', 'Copy what I wrote')).to.exist;
      expect(Object.values(customer.rows())).to.include(MARIA.description);
    });

    it('is not sent where there is none', async () => {
      const customer = await mount().sendTicket();
      await customer.headed('Ticket created');
      expect(desk.arrivals[0]!.authorization).to.equal(null);
    });
  });
});
