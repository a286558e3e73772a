import { expect } from '@open-wc/testing';
import { HelpTicketWidget } from '../src/index.js';
import { createHelpDesk } from './support/help-desk.js';
import { recordConsole, recordEvents, replace } from './support/recorder.js';
import { sampleForm } from './support/sample-form.js';
import { until } from './support/until.js';
import { cleanUp, drive, ENDPOINT, mount } from './support/widget-driver.js';

/** How many listeners were added since, and are still there. */
function countListeners(...targets: (Window | Document | HTMLElement)[]): () => number {
  const present = new Map<string, Set<unknown>>();
  const listenersOf = (index: number, type: string, capture: boolean) => {
    const name = `${index} ${type} ${capture}`;
    const set = present.get(name) ?? new Set();
    present.set(name, set);
    return set;
  };
  for (const [index, target] of targets.entries()) {
    const { addEventListener, removeEventListener } = target as Window;
    const isCapture = (options: boolean | EventListenerOptions = false) =>
      typeof options === 'object' ? !!options.capture : options;
    replace(target as Window, 'addEventListener', ((
      type: string,
      listener: EventListener,
      options?: AddEventListenerOptions,
    ) => {
      const set = listenersOf(index, type, isCapture(options));
      set.add(listener);
      options?.signal?.addEventListener('abort', () => set.delete(listener), { once: true });
      addEventListener.call(target, type, listener, options);
    }) as typeof addEventListener);
    replace(target as Window, 'removeEventListener', ((
      type: string,
      listener: EventListener,
      options?: EventListenerOptions,
    ) => {
      listenersOf(index, type, isCapture(options)).delete(listener);
      removeEventListener.call(target, type, listener, options);
    }) as typeof removeEventListener);
  }
  return () => [...present.values()].reduce((sum, { size }) => sum + size, 0);
}

describe('lifecycle', () => {
  const desk = createHelpDesk();
  afterEach(cleanUp);

  it('takes properties that were set before the element was defined', async () => {
    // An element of another document is upgraded when it comes into this one, like one that stood here before the script.
    const inert = document.implementation.createHTMLDocument();
    const early = inert.createElement('help-ticket-widget');
    Object.assign(early, {
      endpoint: ENDPOINT,
      form: sampleForm,
      label: 'Early',
      open: true,
      customer: { email: 'maria@example.com' },
    });
    expect(early).not.to.be.instanceOf(HelpTicketWidget);
    early.lang = 'en';
    document.body.append(early);
    expect(early).to.be.instanceOf(HelpTicketWidget);
    const customer = await drive(early).opened();
    expect(customer.element.label).to.equal('Early');
    await customer.writeUpTo('contact');
    expect(await customer.valueOf('Email')).to.equal('maria@example.com');
    await customer.close();
    await until(() => customer.query('button', 'Early'), 'the label');
    // The accessor, not a field of the early object, answers from now on.
    customer.element.label = 'Late';
    await until(() => customer.query('button', 'Late'), 'the new label');
  });

  it('may be defined twice', () => {
    const errors = recordConsole('error');
    expect(HelpTicketWidget.define()).to.be.true;
    expect(HelpTicketWidget.define()).to.be.true;
    expect(customElements.get('help-ticket-widget')).to.equal(HelpTicketWidget);
    expect(errors).to.be.empty;
  });

  it('says it, once, where the name belongs to somebody else', () => {
    const errors = recordConsole('error');
    replace(customElements, 'get', () => class extends HTMLElement {});
    expect(HelpTicketWidget.define()).to.be.false;
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('help-ticket-widget');
  });

  it('can be moved while it is open: modal as before, nothing lost, nothing said', async () => {
    const errors = recordConsole('error');
    const events = recordEvents('help-ticket-open', 'help-ticket-close');
    const customer = await mount().writeUpTo('details');
    await customer.describe('Half a sentence');
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(customer.element);
    await until(() => customer.root.querySelector('dialog')?.matches(':modal'), 'a modal dialog');
    // Closing it for that moment is an event that comes a task later.
    await new Promise((resolve) => setTimeout(resolve));
    await customer.settled();
    expect(customer.root.querySelector('dialog')!.matches(':modal')).to.be.true;
    expect(customer.element.open).to.be.true;
    expect(await customer.valueOf('Describe the problem')).to.equal('Half a sentence');
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    expect(events.map(({ type }) => type)).to.deep.equal(['help-ticket-open']);
    expect(errors).to.be.empty;
    elsewhere.remove();
  });

  it('can be moved while it is closed, and opened there', async () => {
    const customer = await mount().open();
    await customer.close();
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(customer.element);
    await customer.open();
    expect(customer.root.querySelector('dialog')!.matches(':modal')).to.be.true;
    elsewhere.remove();
  });

  it('can be removed while it opens, without a word', async () => {
    const errors = recordConsole('error');
    const customer = mount();
    customer.element.show();
    customer.element.remove();
    await customer.settled();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(errors).to.be.empty;
    document.body.append(customer.element);
    await customer.settled();
    expect(customer.query('link'), 'no fallback: nothing has failed').not.to.exist;
  });

  it('can be removed and added 100 times without leaving a listener behind', async () => {
    const customer = await mount().open();
    await customer.close();
    const { element } = customer;
    const listeners = countListeners(document, window, document.body);
    element.remove();
    const without = listeners();
    for (let time = 0; time < 100; time += 1) {
      document.body.append(element);
      element.remove();
    }
    expect(listeners()).to.equal(without);
    document.body.append(element);
    const events = recordEvents('help-ticket-open');
    await customer.open();
    expect(events).to.have.length(1);
    expect(customer.all('dialog')).to.have.length(1);
  });

  it('answers once to an opener after it was removed and added again', async () => {
    const customer = mount();
    for (let time = 0; time < 3; time += 1) {
      customer.element.remove();
      document.body.append(customer.element);
    }
    const events = recordEvents('help-ticket-open');
    await customer.open();
    expect(events).to.have.length(1);
  });

  it('stands twice on a page, each with its own answers, draft and endpoint', async () => {
    const first = mount({ attributes: { id: 'first', label: 'First' } });
    const second = mount({ attributes: { id: 'second', label: 'Second', placement: 'bottom-start' } });
    await first.writeUpTo('details');
    await first.describe('Of the first');
    await first.close();
    await second.writeUpTo('details');
    expect(await second.valueOf('Describe the problem')).to.equal('');
    await second.describe('Of the second');
    await second.close();
    await first.open();
    expect(await first.valueOf('Describe the problem')).to.equal('Of the first');
    await first.continue();
    await first.send();
    await first.headed('Ticket created');
    expect(desk.arrivals.map(({ ticket }) => ticket.description)).to.deep.equal(['Of the first']);
  });

  it('is cloned as an element of its own', async () => {
    const customer = await mount().open();
    await customer.close();
    const copy = customer.element.cloneNode(true) as HelpTicketWidget;
    document.body.append(copy);
    const other = drive(copy);
    await until(() => other.launcher, 'a launcher of its own');
    expect(other.panel).not.to.exist;
  });

  it('hides with the hidden attribute', async () => {
    const customer = mount();
    await customer.launched();
    customer.element.hidden = true;
    expect(customer.launcher).not.to.exist;
  });
});
