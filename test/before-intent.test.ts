import { expect } from '@open-wc/testing';
import { HelpTicketWidget } from '../src/index.js';
import { replace } from './support/recorder.js';
import { until } from './support/until.js';
import { cleanUp, mount } from './support/widget-driver.js';

/** Everything that leaves the page or stays in the browser, from now on. */
function watch() {
  const seen: string[] = [];
  const { fetch, XMLHttpRequest } = window;
  const { panelLoader } = HelpTicketWidget;
  replace(window, 'fetch', (...args: Parameters<typeof fetch>) => (seen.push('fetch'), fetch(...args)));
  replace(
    window,
    'XMLHttpRequest',
    class extends XMLHttpRequest {
      override send(body?: XMLHttpRequestBodyInit | null) {
        seen.push('request');
        super.send(body);
      }
    },
  );
  replace(HelpTicketWidget, 'panelLoader', (attempt) => (seen.push('code'), panelLoader(attempt)));
  const { setItem, removeItem } = Storage.prototype;
  replace(Storage.prototype, 'setItem', function (this: Storage, key, text) {
    seen.push('storage');
    setItem.call(this, key, text);
  });
  replace(Storage.prototype, 'removeItem', function (this: Storage, key) {
    seen.push('storage');
    removeItem.call(this, key);
  });
  return seen;
}

function stored() {
  return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(';').filter(Boolean)];
}

describe('before the customer acts', () => {
  afterEach(cleanUp);

  it('nothing is fetched and nothing is stored', async () => {
    const seen = watch();
    const customer = mount({
      customer: { email: 'maria@example.com' },
      attributes: { 'form-url': '/form.json', draft: 'local' },
      form: undefined,
    });
    await customer.launched();
    customer.element.label = 'Support';
    customer.element.customer = { email: 'ana@example.com', token: 'secret' };
    await customer.settled();
    document.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(seen).to.be.empty;
    expect(stored()).to.be.empty;
  });

  for (const [what, ...events] of [
    ['a pointer', 'pointerenter'],
    ['the focus', 'focus'],
    // As a finger makes them, in this order.
    ['a touch', 'pointerenter', 'pointerdown', 'touchstart'],
  ]) {
    it(`${what} on the launcher fetches the code, once, and stores nothing`, async () => {
      const seen = watch();
      const customer = mount();
      const launcher = await customer.launched();
      for (const type of events) launcher.dispatchEvent(new Event(type));
      await until(() => seen.includes('code'), 'the code');
      for (const type of events) launcher.dispatchEvent(new Event(type));
      expect(seen.filter((each) => each === 'code')).to.have.length(1);
      expect(stored()).to.be.empty;
    });
  }

  it('opening, reading and closing stores nothing', async () => {
    const seen = watch();
    const customer = await mount({ customer: { email: 'maria@example.com', name: 'Maria', country: 'BR' } }).open();
    await customer.close();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    customer.element.remove();
    expect(seen).to.deep.equal(['code']);
    expect(stored()).to.be.empty;
  });
});
