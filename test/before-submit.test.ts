import { expect } from '@open-wc/testing';
import { createHelpDesk, created, problem } from './support/help-desk.js';
import { recordEvents, retryAtOnce } from './support/recorder.js';
import { until } from './support/until.js';
import { cleanUp, MARIA, mount } from './support/widget-driver.js';

describe('help-ticket-before-submit', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  it('shows the page the ticket as it will be posted', async () => {
    const customer = mount();
    let seen: unknown;
    customer.element.addEventListener('help-ticket-before-submit', ({ detail }) => (seen = detail.ticket));
    await customer.sendTicket();
    await customer.headed('Ticket created');
    expect(seen).to.deep.equal(desk.arrivals[0]!.ticket);
  });

  it('adds the page’s fields to the ticket', async () => {
    const customer = mount();
    customer.element.addEventListener('help-ticket-before-submit', ({ detail }) => {
      detail.fields['order'] = '1234';
      detail.fields['is-pro'] = true;
    });
    await customer.sendTicket();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.fields).to.deep.equal({ order: '1234', 'is-pro': true });
  });

  it('waits for what the page is waiting for', async () => {
    const customer = mount();
    let finish!: () => void;
    customer.element.addEventListener('help-ticket-before-submit', ({ detail }) => {
      detail.waitUntil(new Promise<void>((resolve) => (finish = resolve)).then(() => (detail.fields['late'] = 'yes')));
    });
    await customer.sendTicket();
    await until(() => customer.status().includes('Sending…'), 'word that it is being sent');
    expect(desk.arrivals).to.be.empty;
    finish();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.fields).to.deep.equal({ late: 'yes' });
  });

  it('cancelled returns to review, with nothing posted and nothing failed', async () => {
    const events = recordEvents('help-ticket-failed');
    const customer = mount();
    const cancel = (event: Event) => event.preventDefault();
    customer.element.addEventListener('help-ticket-before-submit', cancel);
    await customer.sendTicket();
    await customer.find('button', 'Send ticket');
    expect(customer.heading()).to.equal('Check your answers');
    expect(Object.values(customer.rows())).to.include(MARIA.description);
    expect(desk.arrivals).to.be.empty;
    expect(events).to.be.empty;
    expect(Object.keys(localStorage).filter((key) => key.includes('ledger'))).to.be.empty;
    customer.element.removeEventListener('help-ticket-before-submit', cancel);
    await customer.send();
    await customer.headed('Ticket created');
  });

  it('returns to review if what the page waits for fails', async () => {
    const customer = mount();
    customer.element.addEventListener(
      'help-ticket-before-submit',
      ({ detail }) => detail.waitUntil(Promise.reject(new Error('No'))),
      {
        once: true,
      },
    );
    await customer.sendTicket();
    await customer.find('button', 'Send ticket');
    expect(desk.arrivals).to.be.empty;
  });

  it('comes once for each frozen ticket, not for its retries', async () => {
    retryAtOnce();
    const events = recordEvents('help-ticket-before-submit');
    desk.answer(
      () => problem(500),
      () => problem(500),
      () => created(),
    );
    const customer = await mount().sendTicket();
    await customer.headed('Ticket created');
    expect(desk.arrivals).to.have.length(3);
    expect(events).to.have.length(1);
    expect(new Set(desk.arrivals.map(({ json }) => json)).size).to.equal(1);
  });

  it('does not come again for "Try again" of the same words', async () => {
    retryAtOnce();
    const events = recordEvents('help-ticket-before-submit');
    desk.answer(() => problem(500));
    const customer = await mount().sendTicket();
    await customer.find('button', 'Try again');
    desk.answer(() => created());
    await customer.press('Try again');
    await customer.headed('Ticket created');
    expect(events).to.have.length(1);
    expect(new Set(desk.keys).size).to.equal(1);
  });

  it('cannot be used to change the ticket itself', async () => {
    const customer = mount();
    customer.element.addEventListener('help-ticket-before-submit', ({ detail }) => {
      (detail.ticket as { description: string }).description = 'Not what I wrote';
    });
    await customer.sendTicket();
    await customer.headed('Ticket created');
    expect(desk.arrivals[0]!.ticket.description).to.equal(MARIA.description);
  });

  it('a listener that throws does not stop the customer', async () => {
    const customer = mount();
    // The browser reports an error of a listener on the window; Mocha would take it for a failure.
    const handler = window.onerror;
    window.onerror = () => true;
    customer.element.addEventListener('help-ticket-before-submit', () => {
      throw new Error('Of the page');
    });
    await customer.sendTicket();
    await customer.headed('Ticket created');
    window.onerror = handler;
  });
});
