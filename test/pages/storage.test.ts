import { expect } from '@open-wc/testing';
import { row } from './row.js';

const thrower = (name: string) =>
  `Object.defineProperty(window, '${name}', { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });`;
const script = (code: string) => ({ head: `<script>${code}</script>` });

describe('hostile pages: storage', () => {
  row(
    29,
    'every storage throws when it is asked for',
    script(['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map(thrower).join('')),
  );

  row(
    29,
    'there is no storage',
    script(`for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { value: null });`),
  );

  row(
    29,
    'storage is full',
    script(`Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => { throw new DOMException('Full.', 'QuotaExceededError'); };`),
  );

  row(29, 'storage takes nothing in, and does not say so', script('Storage.prototype.setItem = function () {};'));

  row(
    29,
    'storage has the page’s own methods, which give objects back',
    script(`
    const { getItem, setItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) { try { return JSON.parse(getItem.call(this, key)); } catch { return getItem.call(this, key); } };
    Storage.prototype.setItem = function (key, value) { setItem.call(this, key, JSON.stringify(value)); };`),
  );

  row(29, 'only the session is stored', script(`${thrower('localStorage')} ${thrower('indexedDB')}`));

  row(
    29,
    'consent tools refuse databases and locks',
    script(`
    IDBFactory.prototype.open = () => { throw new DOMException('No.', 'InvalidStateError'); };
    Object.defineProperty(navigator, 'locks', { value: undefined });`),
  );

  const hostile = {
    'half of a text': '{"at":1,"answers":{"country":"B',
    nothing: 'null',
    'a list': '[]',
    'a number': '1e999',
    'a prototype':
      '{"__proto__":{"isOpen":true},"constructor":{"prototype":{"evil":1}},"at":1,"answers":{"__proto__":{"country":"BR"}}}',
    'another version': JSON.stringify({ version: 99, at: Date.now(), isOpen: 'yes', step: 'payment', answers: [] }),
    'wrong kinds': JSON.stringify({
      at: Date.now(),
      step: 'review',
      answers: { country: 1, email: {}, topic: 'x', fields: [], files: 3 },
    }),
    'a million letters': '{"at":1,"answers":{"description":"LONG"}}',
  };
  for (const [what, text] of Object.entries(hostile)) {
    row(
      30,
      `a draft and a ledger that are ${what}`,
      {
        data: { id: 'help' },
        head: `<script>{ const text = ${JSON.stringify(text).replaceAll('<', '\\u003c')}.replace('LONG', 'x'.repeat(1e6));
          sessionStorage.setItem('help-ticket-widget:1:draft:help', text);
          for (const name of ['ledger:0b1c', 'salt', 'draft:help:x', 'outbox']) localStorage.setItem('help-ticket-widget:1:' + name, text); }</script>`,
      },
      {
        afterwards({ window }) {
          expect(sessionStorage.getItem('help-ticket-widget:1:draft:help'), 'after the ticket').to.be.null;
          expect('evil' in (window.Object.prototype as object), 'a polluted prototype').to.be.false;
        },
      },
    );
  }
});
