/** What a server does not take is said at the field, or at the file. */
import { expect } from '@open-wc/testing';
import { descriptionOf } from '../support/accessible-tree.js';
import { createHelpDesk, created, problem } from '../support/help-desk.js';
import { retryAtOnce } from '../support/recorder.js';
import { until } from '../support/until.js';
import { cleanUp, MARIA, mount, type Written } from '../support/widget-driver.js';

const rejected = (...errors: { pointer: string; code?: string; detail?: string }[]) => problem(422, { errors });
const png = (name: string, size = 2000) => new File([new Uint8Array(size)], name, { type: 'image/png' });

describe('answers that the server rejects', () => {
  const desk = createHelpDesk();
  beforeEach(retryAtOnce);
  afterEach(cleanUp);

  for (const { pointer, step, field, role = 'textbox' } of [
    { pointer: '#/country', step: 'country', field: 'Country of residence', role: 'combobox' },
    { pointer: '#/contact/email', step: 'contact', field: 'Email' },
    { pointer: '#/contact/name', step: 'contact', field: 'Full name' },
    { pointer: '#/contact/phone', step: 'contact', field: 'Phone (optional)' },
    { pointer: '/contact/email', step: 'contact', field: 'Email' },
    { pointer: '#/fields/amount', step: 'topic', field: 'Amount' },
    { pointer: '#/description', step: 'details', field: 'Describe the problem' },
  ]) {
    it(`${pointer}: back on the step "${step}", the message at the field and in the summary`, async () => {
      desk.answer(() => rejected({ pointer, code: 'not-known-to-the-widget', detail: 'The help desk says no.' }));
      const topic: Written['topic'] = ['Deposits', 'Pix'];
      const customer = await mount().writeUpTo('topic', { phone: '+55 11 91234-5678' });
      await customer.chooseTopic(...topic);
      await customer.enter('Amount', '12');
      await customer.tick('From my own account');
      await customer.continue();
      await customer.describe(MARIA.description);
      await customer.continue();
      await customer.send();
      await until(() => customer.errors().length, 'the error summary');
      expect(customer.step()).to.equal(step);
      expect(customer.errors()).to.deep.equal(['The help desk says no.']);
      expect(customer.hasFocus(customer.summary()), 'the focus').to.be.true;
      const control = await customer.find(role, field);
      expect(control.ariaInvalid).to.equal('true');
      expect(descriptionOf(control)).to.include('The help desk says no.');
    });
  }

  it('an answer for the topic as a whole leads to the topic step', async () => {
    desk.answer(() => rejected({ pointer: '#/topic', code: 'required' }));
    const customer = await mount().sendTicket();
    await until(() => customer.errors().length, 'the error summary');
    expect(customer.step()).to.equal('topic');
    expect(customer.errors()).to.have.length(1);
  });

  it('several: the first step concerned, then the next one', async () => {
    desk.answer(() =>
      rejected(
        { pointer: '#/description', code: 'x', detail: 'Tell us more.' },
        { pointer: '#/contact/email', code: 'x', detail: 'No such address.' },
      ),
    );
    const customer = await mount().sendTicket();
    await until(() => customer.errors().length, 'the error summary');
    expect(customer.step()).to.equal('contact');
    expect(customer.errors()).to.deep.equal(['No such address.']);
    await customer.enterContact({ email: 'maria.souza@example.com' });
    await customer.continue();
    await until(() => customer.step() === 'details', 'the other step');
    expect(customer.text()).to.include('Tell us more.');
    await customer.describe('Much more.');
    await customer.continue();
    expect(customer.heading()).to.equal('Check your answers');
    desk.answer(() => created());
    await customer.send();
    await customer.headed('Ticket created');
    expect(desk.keys[1], 'nothing was created: another key').not.to.equal(desk.keys[0]);
  });

  it('codes that the widget knows are said in its own words', async () => {
    desk.answer(() =>
      rejected({ pointer: '#/contact/email', code: 'email-format', detail: 'value is not a valid email' }),
    );
    const customer = await mount().sendTicket();
    await until(() => customer.errors().length, 'the error summary');
    expect(customer.errors()).to.deep.equal(['Enter your email address, like name@example.com']);
  });

  it('something that stands nowhere is said on review, with everything kept', async () => {
    desk.answer(() => rejected({ pointer: '#/somewhere/else', code: 'x', detail: 'Not today.' }));
    const customer = await mount().sendTicket();
    await until(() => customer.text().includes('Not today.'), 'the message');
    expect(customer.heading()).to.equal('Check your answers');
    desk.answer(() => created());
    await customer.press(/^(Send ticket|Try again)$/);
    await customer.headed('Ticket created');
  });

  it('422 without any errors could not be sent, and says so', async () => {
    desk.answer(() => problem(422));
    const customer = await mount().sendTicket();
    await customer.find('group', 'Your ticket was not sent');
    expect(customer.query('button', 'Copy what I wrote')).to.exist;
  });

  for (const [status, rule] of [
    [413, /too large/],
    [415, /of a kind that we do not accept/],
  ] as const) {
    it(`${status} with a pointer: the file is named with the rule that it breaks, and the others stay`, async () => {
      desk.answer(() => problem(status, { errors: [{ pointer: '#/attachments/1' }] }));
      const customer = await mount().writeUpTo('details');
      await customer.describe(MARIA.description);
      await customer.attach(png('one.png'), png('two.png'), png('three.png'));
      await customer.continue();
      await customer.send();
      await until(() => customer.errors().length, 'the error summary');
      expect(customer.step()).to.equal('details');
      expect(customer.errors()).to.have.length(1);
      expect(customer.errors()[0]).to.include('two.png').and.match(rule);
      expect(customer.all('button', /^Remove /)).to.have.length(3);
      await customer.press('Remove two.png');
      await customer.continue();
      desk.answer(() => created());
      await customer.send();
      await customer.headed('Ticket created');
      expect(desk.arrivals.at(-1)!.files.map(({ name }) => name)).to.deep.equal(['one.png', 'three.png']);
    });
  }

  it('413 without a word more names the largest file', async () => {
    desk.answer(() => problem(413));
    const customer = await mount().writeUpTo('details');
    await customer.describe(MARIA.description);
    await customer.attach(png('small.png', 100), png('large.png', 9000));
    await customer.continue();
    await customer.send();
    await until(() => customer.errors().length, 'the error summary');
    expect(customer.errors()[0]).to.include('large.png');
  });

  it('a connection that breaks twice while files go up: they may be too large, the largest is named', async () => {
    const customer = await mount({ transport: () => Promise.resolve({ kind: 'interrupted' }) }).writeUpTo('details');
    await customer.describe(MARIA.description);
    await customer.attach(png('small.png', 100), png('large.png', 9000));
    await customer.continue();
    await customer.send();
    await until(() => customer.query('button', 'Copy what I wrote'), 'the failure');
    expect(customer.text()).to.include('The files may be too large').and.include('large.png');
  });
});
