import { expect } from '@open-wc/testing';
import { pause } from '../src/services/pause.js';
import type { Transport, TransportRequest } from '../src/index.js';
import { recordConsole, replace, retryAtOnce } from './support/recorder.js';
import { until } from './support/until.js';
import { cleanUp, leave, MARIA, mount, reload, type WidgetDriver } from './support/widget-driver.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const stored = () => JSON.stringify({ ...sessionStorage, ...localStorage });

async function description(customer: WidgetDriver): Promise<string> {
  return await customer.valueOf('Describe the problem');
}

async function halfWritten(options: Parameters<typeof mount>[0] = {}): Promise<WidgetDriver> {
  const customer = await mount(options).writeUpTo('details');
  await customer.describe('Half a sentence');
  return customer;
}

const accept: Transport = () =>
  Promise.resolve({ kind: 'accepted', receipt: { id: 'HT-7F3K9Q', createdAt: new Date().toISOString() } });

/** Time passes; only the clock knows. */
function later(milliseconds: number): void {
  const { now } = Date;
  replace(Date, 'now', () => now() + milliseconds);
}

describe('draft', () => {
  afterEach(cleanUp);

  it('is saved as the customer writes', async () => {
    await halfWritten();
    await until(() => stored().includes('Half a sentence'), 'the draft');
    expect(Object.keys(sessionStorage).every((key) => key.startsWith('help-ticket-widget:1:'))).to.be.true;
    expect(localStorage).to.have.length(0);
  });

  it('is saved while the customer goes on writing without a pause', async () => {
    const customer = await halfWritten();
    const start = performance.now();
    for (let count = 0; performance.now() - start < 600; count += 1) {
      await customer.describe(`Sentence ${count}`);
      await pause(50);
    }
    expect(stored()).to.match(/Sentence \d/);
  });

  it('is saved at once when a step is left, and when Send is pressed', async () => {
    const customer = await halfWritten();
    await customer.continue();
    expect(stored()).to.include('Half a sentence');
    sessionStorage.clear();
    const hold = ({ detail }: CustomEvent) => void detail.waitUntil(new Promise(() => {}));
    customer.element.addEventListener('help-ticket-before-submit', hold);
    await customer.send();
    expect(stored()).to.include('Half a sentence');
  });

  it('is saved on pagehide, however short the time was', async () => {
    await halfWritten();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(stored()).to.include('Half a sentence');
  });

  it('reopens by itself on the same step after a reload with the panel open', async () => {
    const customer = await reload(await halfWritten()).opened();
    expect(customer.step()).to.equal('details');
    expect(await description(customer)).to.equal('Half a sentence');
    expect(customer.status()).to.include('We kept what you wrote.');
    await customer.continue();
    expect(customer.rows()).to.include({ Email: MARIA.email, Topic: 'Account access' });
  });

  it('does not reopen by itself if the panel was closed, and is there when it is opened', async () => {
    const before = await halfWritten();
    await before.close();
    const customer = reload(before);
    await customer.settled();
    expect(customer.element.open).not.to.be.ok;
    await customer.open();
    expect(await description(customer)).to.equal('Half a sentence');
  });

  it('is offered when it is older than 30 minutes: "Continue it"', async () => {
    leave(await halfWritten());
    later(31 * MINUTE);
    const customer = mount();
    await customer.settled();
    expect(customer.element.open, 'by itself').not.to.be.ok;
    await customer.open();
    expect(customer.step()).to.equal('country');
    expect(customer.text()).to.include('You have an unsent ticket from 31 minutes ago.');
    await customer.press('Continue it');
    expect(customer.step()).to.equal('details');
    expect(await description(customer)).to.equal('Half a sentence');
  });

  it('is as old as its last word, not as the page that it was left on', async () => {
    const before = await halfWritten();
    await before.close();
    later(31 * MINUTE);
    const customer = await reload(before).open();
    expect(customer.text()).to.include('You have an unsent ticket from 31 minutes ago.');
  });

  it('is deleted by "Delete draft"', async () => {
    leave(await halfWritten());
    later(31 * MINUTE);
    const customer = await mount().open();
    await customer.press('Delete draft');
    await until(() => !customer.query('button', 'Delete draft'), 'the offer to go');
    expect(stored()).not.to.include('Half a sentence');
    expect(customer.step()).to.equal('country');
    expect((await reload(customer).open()).step()).to.equal('country');
  });

  it('can be deleted while it is being written', async () => {
    const customer = await halfWritten();
    customer.element.reset();
    await customer.headed('Where do you live?');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(stored()).not.to.include('Half a sentence');
  });

  it('is not offered after 24 hours', async () => {
    leave(await halfWritten());
    later(25 * HOUR);
    const customer = await mount().open();
    expect(customer.query('button', 'Continue it')).not.to.exist;
    expect(stored()).not.to.include('Half a sentence');
  });

  it('of another customer is not offered', async () => {
    const maria = { email: 'maria@example.com', name: 'Maria', country: 'BR' };
    const ana = { email: 'ana@example.com', name: 'Ana', country: 'BR' };
    const before = await halfWritten({ customer: maria });
    const customer = reload(before, { customer: ana });
    await customer.open();
    expect(customer.text()).not.to.include('Half a sentence').and.not.to.include('unsent ticket');
    await customer.writeUpTo('details');
    expect(await description(customer)).to.equal('');
  });

  it('with another address than the signed-in customer’s is not offered', async () => {
    const before = await halfWritten();
    const customer = reload(before, { customer: { email: 'ana@example.com', name: 'Ana', country: 'BR' } });
    await customer.open();
    await customer.writeUpTo('details');
    expect(await description(customer)).to.equal('');
  });

  it('of the same customer is', async () => {
    const customer = { email: 'maria@example.com', name: 'Maria', country: 'BR' };
    const after = await reload(await halfWritten({ customer }), { customer }).opened();
    expect(await description(after)).to.equal('Half a sentence');
  });

  it('is erased when the ticket is sent', async () => {
    const customer = await halfWritten({ transport: accept });
    await until(() => stored().includes('Half a sentence'), 'the draft');
    await customer.continue();
    await customer.send();
    await customer.headed('Ticket created');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(stored()).not.to.include('Half a sentence').and.not.to.include(MARIA.email);
    expect(sessionStorage).to.have.length(0);
  });

  it('none: nothing is stored', async () => {
    const before = await halfWritten({ attributes: { draft: 'none' } });
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(stored()).to.equal('{}');
    const customer = reload(before, { attributes: { draft: 'none' } });
    await customer.open();
    expect(customer.step()).to.equal('country');
  });

  it('local: is offered in a tab that has none of its own', async () => {
    leave(await halfWritten({ attributes: { draft: 'local' } }));
    // A new tab has the same localStorage and an empty sessionStorage.
    sessionStorage.clear();
    const customer = await mount({ attributes: { draft: 'local' } }).open();
    await customer.press('Continue it');
    expect(await description(customer)).to.equal('Half a sentence');
  });

  it('session: is not offered in another tab', async () => {
    leave(await halfWritten());
    sessionStorage.clear();
    const customer = await mount().open();
    expect(customer.query('button', 'Continue it')).not.to.exist;
    expect(localStorage).to.have.length(0);
  });

  it('of another widget on the page is left alone', async () => {
    const first = await halfWritten({ attributes: { id: 'first' } });
    await first.close();
    const second = await mount({ attributes: { id: 'second' } }).open();
    expect(second.step()).to.equal('country');
  });

  for (const text of [
    '{',
    '"isOpen"',
    '{"isOpen":true,"at":1e99}',
    '{"__proto__":{"isOpen":true}}',
    JSON.stringify({ isOpen: true, at: Date.now(), step: 'x' }),
    '['.repeat(5000),
  ]) {
    it(`that is corrupt (${text.slice(0, 24)}) is ignored`, async () => {
      const errors = recordConsole('error');
      leave(await halfWritten());
      const [key] = Object.keys(sessionStorage);
      await cleanUp();
      sessionStorage.setItem(key!, text);
      const customer = mount();
      await customer.settled();
      if (!customer.element.open) await customer.open();
      await customer.opened();
      expect(customer.step()).to.equal('country');
      expect(errors).to.be.empty;
    });
  }

  it('where storage throws, the ticket is written and sent all the same', async () => {
    for (const name of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
      replace(Storage.prototype, name, () => {
        throw new DOMException('Blocked', 'SecurityError');
      });
    }
    const errors = recordConsole('error');
    const customer = await mount({ transport: accept }).sendTicket();
    await customer.headed('Ticket created');
    expect(errors).to.be.empty;
  });

  describe('and a reload while sending', () => {
    it('says that the ticket could not be confirmed, and sends it again under the same key', async () => {
      // A reload frees the page's locks; here the page that holds them goes on.
      replace(navigator, 'locks', undefined as never);
      const requests: TransportRequest[] = [];
      const before = await mount({
        transport: (request) => {
          requests.push(request);
          return new Promise(() => undefined);
        },
      }).sendTicket();
      await until(() => requests.length, 'the request');
      const customer = await reload(before, {
        transport: (request) => {
          requests.push(request);
          return accept(request);
        },
      }).opened();
      expect(customer.text()).to.include('We could not confirm that your ticket arrived');
      await customer.press('Try again');
      await customer.headed('Ticket created');
      expect(requests).to.have.length(2);
      expect(requests[1]!.key).to.equal(requests[0]!.key);
      expect(requests[1]!.json).to.equal(requests[0]!.json);
    });

    it('keeps the key for a ticket whose outcome is unknown, hours later', async () => {
      retryAtOnce();
      const keys: string[] = [];
      const before = await mount({
        transport: ({ key }) => {
          keys.push(key);
          return Promise.resolve({ kind: 'unconfirmed' });
        },
      }).sendTicket();
      await before.find('button', 'Try again');
      leave(before);
      later(20 * HOUR);
      const customer = await mount({
        transport: (request) => {
          keys.push(request.key);
          return accept(request);
        },
      }).open();
      if (customer.query('button', 'Continue it')) await customer.press('Continue it');
      await customer.press('Try again');
      await customer.headed('Ticket created');
      expect(keys).to.have.length.greaterThan(2);
      expect(new Set(keys).size).to.equal(1);
    });
  });
});
