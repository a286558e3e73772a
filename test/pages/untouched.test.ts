import { expect } from '@open-wc/testing';
import { until } from '../support/until.js';
import { pageState } from './page-state.js';
import { expectUnharmed, visit } from './visit.js';

describe('a page before anybody reaches for the widget, and after it has gone', () => {
  it('has asked for the script and nothing else, and keeps nothing', async () => {
    const databases = await indexedDB.databases();
    const visited = await visit({ data: { draft: 'local' } });
    const { window, customer, document } = visited;
    await customer.launched();
    document.body.click();
    document.body.dispatchEvent(new window.PointerEvent('pointermove', { bubbles: true }));
    window.dispatchEvent(new window.Event('scroll'));
    const requests = window.performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, ''));
    expect(requests).to.deep.equal(['watch.js', 'help-ticket-widget.js']);
    expect([...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]).to.deep.equal(['']);
    expect(await window.indexedDB.databases()).to.deep.equal(databases);
    await expectUnharmed(visited);
  });

  it('waits for no storage: what nothing can be in is not read', async () => {
    const isThere = (await indexedDB.databases()).some(({ name }) => name === 'help-ticket-widget');
    const { window, customer } = await visit({
      head: `<script>
        window.read = [];
        const { getItem } = Storage.prototype;
        Storage.prototype.getItem = function (key) {
          read.push(key);
          return getItem.call(this, key);
        };
      </script>`,
    });
    await customer.launched();
    await window.indexedDB.databases();
    const { read } = window as unknown as { read: string[] };
    expect(read).to.deep.equal(isThere ? ['help-ticket-widget:1:outbox'] : []);
    // What has taken the place of the element may go on with its draft.
    customer.element.replaceWith(customer.element.cloneNode());
    await until(() => read.some((key) => key.startsWith('help-ticket-widget:1:draft:')), 'a look for a draft');
  });

  it('has none of our listeners where it scrolls, moves and types', async () => {
    const { window } = await visit({
      head: `<script>
        window.added = [];
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (type, ...rest) {
          if (this === window || this instanceof Node && !(this.getRootNode() instanceof ShadowRoot)) added.push(type);
          return add.call(this, type, ...rest);
        };
      </script>`,
    });
    const { added } = window as unknown as { added: string[] };
    expect(added.sort()).to.deep.equal(['click', 'focusin', 'hashchange']);
  });

  it('is the same after the widget was added and removed 20 times', async () => {
    const visited = await visit({});
    const { customer, document, window } = visited;
    const before = pageState(window);
    for (let time = 0; time < 20; time += 1) {
      customer.element.remove();
      document.body.append(customer.element);
      if (time % 5 === 0) await (await customer.open()).close();
    }
    customer.element.remove();
    expect(pageState(window)).to.deep.equal(before);
    await expectUnharmed(visited);
  });
});
