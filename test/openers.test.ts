import { expect } from '@open-wc/testing';
import { nameOf } from './support/accessible-tree.js';
import { recordConsole } from './support/recorder.js';
import { until } from './support/until.js';
import { cleanUp, mount, type WidgetDriver } from './support/widget-driver.js';

const added = new Set<Element>();

function add<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = 'Open a ticket';
  document.body.append(element);
  added.add(element);
  return element;
}

async function topicOf(customer: WidgetDriver): Promise<string[]> {
  await customer.opened();
  await customer.writeUpTo('topic');
  return customer
    .all('radio')
    .filter((radio) => (radio as HTMLInputElement).checked)
    .map(nameOf);
}

describe('openers', () => {
  afterEach(async () => {
    for (const each of added) each.remove();
    added.clear();
    await cleanUp();
  });

  it('open when anything with data-help-ticket-open is clicked, or something in it', async () => {
    const customer = mount();
    const button = add('button', { 'data-help-ticket-open': '' });
    const icon = document.createElement('b');
    button.append(icon);
    icon.click();
    await customer.opened();
  });

  it('open at a topic that data-help-ticket-open names', async () => {
    const customer = mount();
    add('button', { 'data-help-ticket-open': 'deposits/crypto' }).click();
    expect(await topicOf(customer)).to.deep.equal(['Deposits', 'Crypto']);
  });

  it('open by a link to #help-ticket, which leaves the address alone', async () => {
    const customer = mount();
    const entries = history.length;
    add('a', { href: '#help-ticket' }).click();
    await customer.opened();
    expect(location.hash).to.equal('');
    expect(history.length).to.equal(entries);
  });

  it('open at a topic by a link to #help-ticket/deposits/crypto', async () => {
    const customer = mount();
    add('a', { href: '#help-ticket/deposits/crypto' }).click();
    expect(await topicOf(customer)).to.deep.equal(['Deposits', 'Crypto']);
  });

  it('open for an address that came with #help-ticket/card, as in a link from a mail', async () => {
    history.replaceState(null, '', '#help-ticket/card');
    expect(await topicOf(mount())).to.deep.equal(['Card']);
  });

  it('open when the address changes to #help-ticket', async () => {
    const customer = mount();
    location.hash = '#help-ticket/card';
    expect(await topicOf(customer)).to.deep.equal(['Card']);
  });

  it('leave other links and other fragments alone', async () => {
    const customer = mount();
    add('a', { href: '#help-tickets' }).click();
    add('a', { href: '#help' }).click();
    await customer.settled();
    expect(customer.element.open).not.to.be.ok;
    await until(() => location.hash === '#help', 'the page to follow its own link');
  });

  it('leave a link alone that the customer opens in another tab', async () => {
    const customer = mount();
    const link = add('a', { href: '#help-ticket' });
    let isPrevented: boolean | undefined;
    const look = (event: Event) => {
      isPrevented = event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener('click', look, { once: true });
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }));
    expect(isPrevented).to.be.false;
    await customer.settled();
    expect(customer.element.open).not.to.be.ok;
  });

  it('that come after the widget work too, also in another shadow root', async () => {
    const customer = mount();
    const host = add('div', {});
    const button = document.createElement('button');
    button.dataset['helpTicketOpen'] = 'card';
    host.attachShadow({ mode: 'open' }).append(button);
    button.click();
    expect(await topicOf(customer)).to.deep.equal(['Card']);
  });

  it('open one of two widgets', async () => {
    const first = mount({ attributes: { id: 'first' } });
    const second = mount({ attributes: { id: 'second' } });
    add('button', { 'data-help-ticket-open': '' }).click();
    await first.opened();
    expect(second.element.open).not.to.be.ok;
  });

  it('stop with the element', async () => {
    const errors = recordConsole('error');
    const customer = mount();
    customer.element.remove();
    add('button', { 'data-help-ticket-open': '' }).click();
    location.hash = '#help-ticket';
    await new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    expect(customer.element.open).not.to.be.ok;
    expect(errors).to.be.empty;
  });

  it('give the focus back to the opener', async () => {
    const customer = mount();
    const button = add('button', { 'data-help-ticket-open': '' });
    button.focus();
    button.click();
    await customer.opened();
    await customer.close();
    await until(() => document.activeElement === button, 'the focus on the opener');
  });
});
